/*
 * What of an SVG file is drawn on paper: lines, inks and words in the order in
 * which they are drawn, in CSS pixels of the picture, from its top left.  All
 * references are followed and all styles settled.  It knows no page, no faces
 * and no cairo.
 */
#ifndef GP_IMPORT_PICTURE_SVG_DRAWING_H
#define GP_IMPORT_PICTURE_SVG_DRAWING_H

#include "base/arena.h"

#include <stdint.h>

/* 'M' and 'L' to (to[0], to[1]), 'C' by way of two handles to (to[4], to[5]),
   'Z'. */
struct gp_svg_line {
	double to[6];
	char op;
};

enum gp_svg_ink_kind { GP_SVG_NO_INK, GP_SVG_FLAT, GP_SVG_GRADIENT };

struct gp_svg_ink {
	enum gp_svg_ink_kind kind;
	uint32_t rgb;      /* FLAT: 0xRRGGBB */
	double alpha;      /* 0 to 1 */
	uint32_t gradient; /* GRADIENT: its index */
};

struct gp_svg_stop {
	double at; /* 0 to 1 */
	uint32_t rgb;
	double alpha;
};

/* Along a line from (line[0], line[1]) to (line[2], line[3]), and then
   `matrix` (as in svg_values.h) into the picture. */
struct gp_svg_gradient {
	double line[4], matrix[6];
	const struct gp_svg_stop *stops;
	size_t n_stops;
	enum { GP_SVG_PAD, GP_SVG_REPEAT, GP_SVG_REFLECT } spread;
};

enum gp_svg_cap { GP_SVG_BUTT, GP_SVG_ROUND, GP_SVG_SQUARE };
enum gp_svg_join_kind { GP_SVG_MITER, GP_SVG_ROUND_JOIN, GP_SVG_BEVEL };
enum gp_svg_anchor { GP_SVG_START, GP_SVG_MIDDLE, GP_SVG_END_ANCHOR };

enum gp_svg_item_kind {
	GP_SVG_SHAPE,
	GP_SVG_STRING, /* of text */
	GP_SVG_GROUP,  /* up to its END: drawn as one, through its lines if it
	                  is clipped, and seen through by `opacity` */
	GP_SVG_END,
};

struct gp_svg_item {
	enum gp_svg_item_kind kind;
	size_t first, n; /* lines; of a group, those that clip it */
	bool clips, even_odd;
	double opacity;
	struct gp_svg_ink fill, stroke;
	double width, miter; /* of the stroke */
	enum gp_svg_cap cap;
	enum gp_svg_join_kind join;
	const double *dashes;
	unsigned n_dashes;
	double dash_offset;
	/* a string */
	struct gp_str text;
	double matrix[6]; /* from where it stands into the picture */
	double x, y;      /* of its start, on the base line; if it begins a
	                     chunk, else it goes on where the last one ended,
	                     moved by this much */
	double size;
	bool begins;
	bool bold, italic, fixed, serif;
	enum gp_svg_anchor anchor; /* of its chunk, where it begins one */
};

struct gp_svg_drawing {
	const struct gp_svg_line *lines;
	size_t n_lines;
	const struct gp_svg_item *items;
	size_t n_items;
	const struct gp_svg_gradient *gradients;
	size_t n_gradients;
	unsigned width, height; /* CSS pixels */
};

#endif
