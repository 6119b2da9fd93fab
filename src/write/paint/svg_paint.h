/*
 * Drawings on the page: what import/picture made of an SVG file, shown through
 * cairo.  Knows no file, no style and no faces.  Private to write/paint/.
 */
#ifndef GP_WRITE_PAINT_SVG_PAINT_H
#define GP_WRITE_PAINT_SVG_PAINT_H

#include "import/picture/svg/svg_drawing.h"

#include <cairo.h>

/* Who knows faces. */
struct gp_svg_writer {
	/* The width of a string in pixels of the picture. */
	double (*measure)(void *user, const struct gp_svg_item *string);
	/* Shows it at (x, y), in the colour that is set. */
	void (*show)(void *user, const struct gp_svg_item *string, double x,
	             double y);
	void *user;
};

/* Draws it where cairo's origin is, a pixel a unit, and nothing outside of its
   edges. */
void
gp_paint_svg(cairo_t *cr, const struct gp_svg_drawing *d,
             const struct gp_svg_writer *w);

#endif
