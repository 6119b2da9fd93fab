/*
 * An SVG file as a tree laid flat, without what is no drawing: scripts, event
 * attributes, foreign content, references that lead out of it.  What style
 * sheets and style attributes say stands among the attributes.
 * It knows no geometry.  Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_SVG_TREE_H
#define GP_IMPORT_PICTURE_SVG_TREE_H

#include "base/arena.h"
#include "base/buf.h"

#include <stdint.h>

enum gp_svg_name {
#define GP_SVG_NAME(name, text) GP_SVG_##name,
#include "import/picture/svg/svg_names.def"
#undef GP_SVG_NAME
	GP_SVG_NAMES,
	GP_SVG_WORDS, /* a text */
	GP_SVG_NO_NAME,
};

struct gp_svg_attr {
	const char *name; /* as SVG spells it */
	struct gp_str value;
};

struct gp_svg_node {
	enum gp_svg_name name;
	uint32_t end;                   /* the node behind all that it holds */
	struct gp_svg_attr *attributes; /* one of a name */
	uint32_t n_attributes;
	struct gp_str text;
};

struct gp_svg_tree {
	struct gp_svg_node *nodes; /* the first is <svg> */
	uint32_t n_nodes;
	struct gp_str left_out; /* the first element that was, and showed
	                           something; or "" */
	bool is_rich;           /* a style sheet says more than is read of it */
};

/* Reads `xml`; what `out` gets lives in `a`.  Entities that a file declares
   are not taken, and nothing is fetched.  Cost: linear.
   Errors: GP_INPUT (no SVG), GP_LIMIT, GP_NOMEM. */
bool
gp_svg_read(struct gp_arena *a, struct gp_str xml, struct gp_svg_tree *out,
            struct gp_err *e);

/* The value of an attribute; "" when there is none. */
struct gp_str
gp_svg_value(const struct gp_svg_node *n, const char *name);

/* Appends the tree as a file of its own, of that size in CSS pixels. */
void
gp_svg_write(const struct gp_svg_tree *t, unsigned width, unsigned height,
             struct gp_buf *out);

const char *
gp_svg_name_text(enum gp_svg_name name);

#endif
