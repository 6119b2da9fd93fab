/*
 * The dots of PNG and JPEG files whose sizes are known, JPEG also smaller than
 * they are, which costs less.  It measures no file and trusts none.
 * Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_IMAGE_DECODE_H
#define GP_IMPORT_PICTURE_IMAGE_DECODE_H

#include "import/picture/image_dots.h"
#include "model/pack.h"

/* All of these fill `d`, which the caller frees, also after an error.
   Errors: GP_INPUT (damaged), GP_LIMIT, GP_NOMEM. */
bool
gp_png_dots(const struct gp_image *png, struct gp_dots *d, struct gp_err *e);

/* `least`: the width that is wanted; what comes is no narrower, unless the
   picture is.  `in_inks`: of a printer, which are mixed. */
bool
gp_jpeg_dots(const struct gp_image *jpeg, bool in_inks, unsigned least,
             struct gp_dots *d, struct gp_err *e);

#endif
