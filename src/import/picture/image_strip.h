/*
 * Clean copies of pictures, measured but not yet decoded: that others can
 * decode them is seen elsewhere.  Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_IMAGE_STRIP_H
#define GP_IMPORT_PICTURE_IMAGE_STRIP_H

#include "model/pack.h"

/* Appends a copy without what was not drawn to `out` and notes the picture's
   size in `image`.  Errors: GP_INPUT (damaged), GP_LIMIT (more dots
   than a picture may have), GP_NOMEM. */
bool
gp_png_strip(struct gp_str data, struct gp_buf *out, struct gp_image *image,
             struct gp_err *e);
/* What else a JPEG says of itself. */
struct gp_jpeg_says {
	unsigned orientation; /* as EXIF counts, 1 to 8; 1 when it does not */
	bool in_inks;         /* of a printer (CMYK) */
};

bool
gp_jpeg_strip(struct gp_str data, struct gp_buf *out, struct gp_image *image,
              struct gp_jpeg_says *says, struct gp_err *e);

/* Appends the segments of a copy that hold its colour profile, if any. */
void
gp_jpeg_profile(struct gp_str copy, struct gp_buf *out);

#endif
