/*
 * The walk over an SVG file that makes a drawing of it, as its parts share it:
 * where it is, what has been drawn, what stands round that.
 * It paints nothing.
 * Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_SVG_WALK_H
#define GP_IMPORT_PICTURE_SVG_WALK_H

#include "base/map.h"
#include "import/picture/svg/svg_path.h"
#include "import/picture/svg/svg_style.h"

enum { GP_SVG_DEEPEST = 300, GP_SVG_NO_NODE = -1 };

struct gp_svg_frame {
	struct gp_svg_style style;
	struct gp_svg_matrix matrix;
	uint32_t end;      /* the node behind it */
	uint32_t back;     /* where to go on, when it was used; else its end */
	double wide, high; /* of what percentages are of */
	bool grouped;
};

struct gp_svg_walk {
	struct gp_arena *a;
	const struct gp_svg_tree *t;
	struct gp_map ids; /* node + 1 by id */
	struct gp_svg_pen pen;
	struct gp_svg_item *items;
	size_t n_items, cap_items;
	struct gp_svg_gradient *gradients;
	size_t n_gradients, cap_gradients;
	struct gp_svg_frame stack[GP_SVG_DEEPEST];
	unsigned depth;
	size_t steps;
	const struct gp_svg_node *user; /* the <use> that led here */
	/* of text */
	double x, y;     /* where its next chunk begins */
	double dx, dy;   /* how far its next string is moved */
	bool begins;     /* the next string begins a chunk */
	bool ends_blank; /* the last string ended with a space */
	struct gp_str undrawn;
	struct gp_err *e;
};

/* ---- svg_walk.c ---- */

static inline struct gp_svg_frame *
gp_svg_top(struct gp_svg_walk *d)
{
	return &d->stack[d->depth - 1];
}

/* Notes that paper does not know it. */
void
gp_svg_cannot(struct gp_svg_walk *d, const char *what);
/* NULL when out of memory. */
struct gp_svg_item *
gp_svg_add(struct gp_svg_walk *d, enum gp_svg_item_kind kind);
/* The node of that id, or GP_SVG_NO_NODE. */
int64_t
gp_svg_find(const struct gp_svg_walk *d, struct gp_str id);
void
gp_svg_note_ids(struct gp_svg_walk *d);

/* Lengths where the walk is; `whole` is what 100% is. */
double
gp_svg_length_of(struct gp_svg_walk *d, const struct gp_svg_node *n,
                 const char *name, double whole, double fallback);
double
gp_svg_across(struct gp_svg_walk *d, const struct gp_svg_node *n,
              const char *name);
double
gp_svg_down(struct gp_svg_walk *d, const struct gp_svg_node *n,
            const char *name);
/* What percentages of neither are of (SVG 1.1, 7.10). */
double
gp_svg_diagonal(double wide, double high);

/* ---- svg_shapes.c ---- */

bool
gp_svg_is_shape(const struct gp_svg_node *n);
/* Its lines, by the walk's pen. */
void
gp_svg_trace(struct gp_svg_walk *d, const struct gp_svg_node *n);

/* ---- svg_inks.c ---- */

/* What "fill" or "stroke" says, for an item whose lines are there. */
struct gp_svg_ink
gp_svg_ink_of(struct gp_svg_walk *d, struct gp_str s, double opacity,
              const struct gp_svg_item *item);
void
gp_svg_set_stroke(struct gp_svg_walk *d, struct gp_svg_item *item,
                  const struct gp_svg_style *s);

/* ---- svg_words.c ---- */

/* Where a <text> or <tspan> begins. */
void
gp_svg_place_text(struct gp_svg_walk *d, const struct gp_svg_node *n);
void
gp_svg_draw_string(struct gp_svg_walk *d, const struct gp_svg_node *n);

/* ---- svg_boxes.c ---- */

/* The size of the picture in CSS pixels, at least 1 by 1: what the file says,
   else its view box, else 300 by 150 (CSS 2.2, 10.3.2). */
void
gp_svg_size(const struct gp_svg_tree *t, unsigned *width, unsigned *height);

/* Makes the frame one of `wide` by `high`, with the view box of the element. */
void
gp_svg_enter_box(struct gp_svg_frame *f, const struct gp_svg_node *n,
                 double wide, double high);
/* The same for an <svg> or <symbol> within. */
void
gp_svg_enter_inner(struct gp_svg_walk *d, const struct gp_svg_node *n);

#endif
