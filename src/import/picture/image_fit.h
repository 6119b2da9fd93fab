/*
 * Pictures made small enough for where they are shown: on paper, on a screen.
 * One that fits keeps its bytes.  It does not know pages or books: the bounds
 * are given.
 */
#ifndef GP_IMPORT_PICTURE_IMAGE_FIT_H
#define GP_IMPORT_PICTURE_IMAGE_FIT_H

#include "model/pack.h"

/* Bounds in dots.  Paper: A4 (210 by 297 mm) at 300 dots an inch; screens: a
   tablet held upright, at its density. */
enum {
	GP_PAPER_WIDTH = 2480,
	GP_PAPER_HEIGHT = 3508,
	GP_SCREEN_WIDTH = 1600,
	GP_SCREEN_HEIGHT = 1600,
	GP_STRIP = 4, /* so many heights has one that is read by scrolling */
};

/* The size that a picture of width by height dots has within the bounds, its
   shape kept: no side under 1, and the same when it fits.  One over three times
   as high as wide is a strip and may be GP_STRIP times as high as others.
   True when it has to become smaller. */
bool
gp_image_bound(unsigned width, unsigned height, unsigned most_wide,
               unsigned most_high, unsigned *wide, unsigned *high);

/* Fills `out` with the picture as it fits within the bounds: `image` itself,
   or one whose bytes live in `a`, each of its dots the mean of those that it
   stands for.  A JPEG stays one, of quality 85 of 100 and with its colour
   profile; so does a PNG.  SVG has no dots and always fits.
   Errors: GP_INPUT (damaged), GP_LIMIT, GP_NOMEM. */
bool
gp_image_fit(struct gp_arena *a, const struct gp_image *image,
             unsigned most_wide, unsigned most_high, struct gp_image *out,
             struct gp_err *e);

#endif
