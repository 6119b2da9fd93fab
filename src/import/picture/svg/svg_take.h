/*
 * SVG files on their way into a pack: cleaned for screens, and drawn for paper
 * as far as that goes.
 * It knows neither pack nor page.  Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_SVG_TAKE_H
#define GP_IMPORT_PICTURE_SVG_TAKE_H

#include "model/pack.h"

/* True of what may be one: an <svg> stands near its beginning. */
bool
gp_svg_is(struct gp_str data);

/* Appends the clean file to `out` and fills `image` but for its name and its
   bytes; the drawing lives in `a`.  Errors: GP_INPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_svg_take(struct gp_arena *a, struct gp_str data, struct gp_buf *out,
            struct gp_image *image, struct gp_err *e);

#endif
