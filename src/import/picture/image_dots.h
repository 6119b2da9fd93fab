/*
 * Pictures as rows of dots, where their bytes cannot be kept: a kind that
 * readers do not draw, inks of printers, a photograph whose edges would be
 * lost in turning it.  Knows no kind of file but the two it writes.
 * Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_IMAGE_DOTS_H
#define GP_IMPORT_PICTURE_IMAGE_DOTS_H

#include "base/buf.h"
#include "base/err.h"

/* Red, green, blue and opacity, row by row from the top left. */
struct gp_dots {
	unsigned char *rgba;
	unsigned width, height;
	bool clear; /* some may be less than opaque */
};

enum { GP_DOT_BYTES = 4 };

/* Room for width times height dots, zeroed.  Errors: GP_LIMIT (more than a
   picture may have), GP_INPUT (none), GP_NOMEM. */
bool
gp_dots_make(struct gp_dots *d, unsigned width, unsigned height,
             struct gp_err *e);
/* NULL rows are accepted. */
void
gp_dots_free(struct gp_dots *d);

/* Turns them upright; `orientation` as EXIF counts, 2 to 8 (CIPA DC-008, tag
   0x0112).  Errors: GP_NOMEM. */
bool
gp_dots_turn(struct gp_dots *d, unsigned orientation, struct gp_err *e);

/* Makes them fewer; a side that is no longer than was asked stays.  Cost:
   linear.  Errors: GP_NOMEM. */
bool
gp_dots_shrink(struct gp_dots *d, unsigned width, unsigned height,
               struct gp_err *e);

/* Appends a PNG, which loses nothing.  Errors: GP_NOMEM, GP_LIMIT. */
bool
gp_dots_png(const struct gp_dots *d, struct gp_buf *out, struct gp_err *e);
/* Of JPEG's 100.  Above 92 files grow and nobody sees a difference; where dots
   were taken together, less does. */
enum gp_quality { GP_QUALITY_SAME = 92, GP_QUALITY_SMALLER = 85 };

/* Appends a JPEG; what is clear becomes solid, and one of greys alone is kept
   as such.  Errors: GP_NOMEM, GP_LIMIT. */
bool
gp_dots_jpeg(const struct gp_dots *d, enum gp_quality quality,
             struct gp_buf *out, struct gp_err *e);

#endif
