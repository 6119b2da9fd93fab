/* A walk over the tree with a stack of its own, into parts that are used and
   back: <use> multiplies what is drawn, so that steps and lines are counted.
   Nothing is painted here. */
#include "import/picture/svg/svg_draw.h"

#include "base/limits.h"
#include "import/picture/svg/svg_walk.h"

#include <math.h>

/* ---- shapes ---- */

static void
draw_shape(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	const struct gp_svg_style *s = &gp_svg_top(d)->style;
	size_t first = d->pen.n;
	struct gp_svg_item *item;

	if (s->hidden)
		return;
	d->pen.matrix = gp_svg_top(d)->matrix;
	gp_svg_trace(d, n);
	if (d->pen.n == first || !(item = gp_svg_add(d, GP_SVG_SHAPE)))
		return;
	item->first = first;
	item->n = d->pen.n - first;
	item->even_odd = s->even_odd;
	item->fill = gp_svg_ink_of(d, s->fill, s->fill_opacity, item);
	item->stroke = gp_svg_ink_of(d, s->stroke, s->stroke_opacity, item);
	if (n->name == GP_SVG_LINE)
		item->fill.kind = GP_SVG_NO_INK;
	gp_svg_set_stroke(d, item, s);
}

/* ---- groups and clips ---- */

/* The shapes in a <clipPath>, as lines; what else stands there is more than
   paper knows. */
static void
add_clip_lines(struct gp_svg_walk *d, const struct gp_svg_node *clip,
               struct gp_svg_item *item)
{
	const struct gp_svg_node *end = d->t->nodes + clip->end, *k;
	struct gp_svg_matrix outer = gp_svg_top(d)->matrix, own;

	if (gp_str_eq(gp_svg_value(clip, "clipPathUnits"),
	              GP_STR("objectBoundingBox")) ||
	    gp_svg_value(clip, "clip-path").n)
		gp_svg_cannot(d, "clipPath");
	if (gp_svg_transform(gp_svg_value(clip, "transform"), &own))
		outer = gp_svg_join(&outer, &own);
	for (k = clip + 1; k < end && !d->pen.failed; k++) {
		if (!gp_svg_is_shape(k)) {
			if (k->name != GP_SVG_TITLE && k->name != GP_SVG_DESC &&
			    k->name != GP_SVG_WORDS)
				gp_svg_cannot(d, "clipPath");
			continue;
		}
		d->pen.matrix = outer;
		if (gp_svg_transform(gp_svg_value(k, "transform"), &own))
			d->pen.matrix = gp_svg_join(&outer, &own);
		item->even_odd = gp_str_eq(gp_svg_value(k, "clip-rule"),
		                           GP_STR("evenodd"));
		gp_svg_trace(d, k);
	}
}

static void
begin_group(struct gp_svg_walk *d)
{
	struct gp_svg_frame *f = gp_svg_top(d);
	int64_t clip = gp_svg_find(d, gp_svg_reference(f->style.clip));
	bool clips = clip >= 0 && d->t->nodes[clip].name == GP_SVG_CLIP_PATH;
	struct gp_svg_item *item;

	if (f->style.clip.n && gp_svg_reference(f->style.clip).n == 0)
		gp_svg_cannot(d, "clip-path");
	if (!clips && f->style.opacity >= 1)
		return;
	if (!(item = gp_svg_add(d, GP_SVG_GROUP)))
		return;
	f->grouped = true;
	item->opacity = f->style.opacity;
	item->clips = clips;
	item->first = d->pen.n;
	if (clips)
		add_clip_lines(d, &d->t->nodes[clip], item);
	item->n = d->pen.n - item->first;
}

/* ---- the walk ---- */

static bool
is_shown(const struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	switch ((int)n->name) {
	case GP_SVG_G:
	case GP_SVG_SVG:
	case GP_SVG_TEXT:
	case GP_SVG_TSPAN:
	case GP_SVG_USE:
		return true;
	case GP_SVG_SYMBOL:
		return d->user != NULL;
	default:
		return gp_svg_is_shape(n);
	}
}

/* Puts the element on the stack; false when nothing of it is drawn. */
static bool
push_frame(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	const struct gp_svg_frame *outer = gp_svg_top(d);
	struct gp_svg_frame *f = &d->stack[d->depth];
	struct gp_svg_matrix own;

	if (d->depth == GP_SVG_DEEPEST)
		return gp_fail(d->e, GP_LIMIT,
		               "is an SVG file that uses itself, or is nested "
		               "too deep");
	*f = *outer;
	f->grouped = false;
	f->style = gp_svg_style_of(&outer->style, n,
	                           gp_svg_diagonal(outer->wide, outer->high));
	if (f->style.undrawn)
		gp_svg_cannot(d, f->style.undrawn);
	if (f->style.absent)
		return false;
	if (!gp_svg_transform(f->style.transform, &own))
		own = gp_svg_as_is;
	f->matrix = gp_svg_join(&outer->matrix, &own);
	f->end = f->back = n->end;
	d->depth++;
	return true;
}

/* Where a <use> leads; GP_SVG_NO_NODE: nowhere. */
static int64_t
follow_use(struct gp_svg_walk *d, const struct gp_svg_node *n)
{
	struct gp_str href = gp_svg_value(n, "href");
	struct gp_svg_frame *f = gp_svg_top(d);
	struct gp_svg_matrix at = gp_svg_as_is;

	at.m[4] = gp_svg_across(d, n, "x");
	at.m[5] = gp_svg_down(d, n, "y");
	f->matrix = gp_svg_join(&f->matrix, &at);
	return gp_str_starts(href, GP_STR("#"))
	               ? gp_svg_find(d, gp_str_sub(href, 1, href.n))
	               : GP_SVG_NO_NODE;
}

/* Draws what begins at node `i`; the node to go on with. */
static uint32_t
enter_node(struct gp_svg_walk *d, uint32_t i)
{
	const struct gp_svg_node *n = &d->t->nodes[i];
	uint32_t back = d->user ? d->user->end : n->end;
	int64_t target;

	if (n->name == GP_SVG_WORDS) {
		gp_svg_draw_string(d, n);
		return i + 1;
	}
	if (n->name == GP_SVG_TEXT_PATH)
		gp_svg_cannot(d, "textPath");
	if (!is_shown(d, n) || !push_frame(d, n)) {
		d->user = NULL;
		return back;
	}
	gp_svg_top(d)->back = back;
	begin_group(d);
	if ((n->name == GP_SVG_SVG && i > 0) || n->name == GP_SVG_SYMBOL)
		gp_svg_enter_inner(d, n);
	d->user = NULL;
	if (n->name == GP_SVG_TEXT || n->name == GP_SVG_TSPAN)
		gp_svg_place_text(d, n);
	if (gp_svg_is_shape(n)) {
		draw_shape(d, n);
		return n->end;
	}
	if (n->name != GP_SVG_USE)
		return i + 1;
	target = follow_use(d, n);
	if (target < 0)
		return n->end;
	d->user = n;
	return (uint32_t)target;
}

static bool
walk_tree(struct gp_svg_walk *d)
{
	uint32_t i = 0;

	do {
		if (++d->steps > GP_MAX_SVG_STEPS)
			return gp_fail(d->e, GP_LIMIT,
			               "is an SVG file that draws more than "
			               "%zu elements",
			               GP_MAX_SVG_STEPS);
		i = enter_node(d, i);
		if (d->e->code != GP_OK)
			return false;
		/* A part that is used stands elsewhere: not before its own
		   frame is there is it looked at where one ends. */
		while (!d->user && d->depth > 1 && i == gp_svg_top(d)->end) {
			if (gp_svg_top(d)->grouped)
				(void)gp_svg_add(d, GP_SVG_END);
			i = gp_svg_top(d)->back;
			d->depth--;
		}
	} while (d->depth > 1 && !d->pen.failed);
	return true;
}

static void
begin_drawing(struct gp_svg_walk *d, unsigned width, unsigned height)
{
	struct gp_svg_frame *f = &d->stack[0];

	*f = (struct gp_svg_frame){ .style = gp_svg_first_style,
		                    .matrix = gp_svg_as_is,
		                    .end = UINT32_MAX };
	gp_svg_enter_box(f, &d->t->nodes[0], width, height);
	d->depth = 1;
	d->pen.arena = d->a;
	if (d->t->is_rich)
		gp_svg_cannot(d, "a style sheet of more than plain rules");
	gp_svg_note_ids(d);
}

bool
gp_svg_draw(struct gp_arena *a, const struct gp_svg_tree *t,
            struct gp_svg_drawing *out, struct gp_str *undrawn,
            struct gp_err *e)
{
	struct gp_svg_walk *d = gp_arena_alloc(a, sizeof *d);

	if (!d)
		return gp_arena_ok(a, e);
	*d = (struct gp_svg_walk){ .a = a, .t = t, .e = e };
	*out = (struct gp_svg_drawing){ .n_items = 0 };
	gp_svg_size(t, &out->width, &out->height);
	begin_drawing(d, out->width, out->height);
	if (!walk_tree(d) || !gp_arena_ok(a, e))
		return false;
	if (d->pen.failed)
		return gp_fail(e, GP_LIMIT,
		               "is an SVG file of more than %zu lines",
		               GP_MAX_SVG_LINES);
	out->lines = d->pen.lines;
	out->n_lines = d->pen.n;
	out->items = d->items;
	out->n_items = d->n_items;
	out->gradients = d->gradients;
	out->n_gradients = d->n_gradients;
	*undrawn = d->undrawn;
	return true;
}
