/*
 * How an element of an SVG file is drawn: what it inherits and what it says.
 * It does not know what is drawn.
 * Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_SVG_STYLE_H
#define GP_IMPORT_PICTURE_SVG_STYLE_H

#include "import/picture/svg/svg_drawing.h"
#include "import/picture/svg/svg_tree.h"

enum { GP_SVG_MOST_DASHES = 32 };

struct gp_svg_style {
	/* inherited */
	struct gp_str fill, stroke, dashes;
	uint32_t colour; /* that "currentColor" means */
	double fill_opacity, stroke_opacity;
	double width, miter, dash_offset, size;
	enum gp_svg_cap cap;
	enum gp_svg_join_kind join;
	enum gp_svg_anchor anchor;
	double rise; /* of words over their base line, in ems */
	bool even_odd, clip_even_odd;
	bool bold, italic, fixed, serif;
	bool hidden, keeps_width;
	/* of this element alone */
	bool absent; /* nothing in it is drawn */
	double opacity;
	struct gp_str clip, transform;
	const char *undrawn; /* an attribute that paper does not know, or
	                        NULL */
};

extern const struct gp_svg_style gp_svg_first_style;

/* `outer` is what the element stands in; `whole`: what 100% is. */
struct gp_svg_style
gp_svg_style_of(const struct gp_svg_style *outer, const struct gp_svg_node *n,
                double whole);

#endif
