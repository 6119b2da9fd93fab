/*
 * A picture's bytes on their way into a pack: checked by decoding them once,
 * measured, turned the right way up, and without anything that was not drawn
 * (EXIF, XMP, GPS, comments, thumbnails, what stands behind the end).
 * Knows no file, no address and no article.
 */
#ifndef GP_IMPORT_PICTURE_IMAGE_H
#define GP_IMPORT_PICTURE_IMAGE_H

#include "model/pack.h"

/* Fills `out` (but for its name) with a clean copy in `a`.
   Errors: GP_INPUT (damaged, or of a kind that is not taken; the message
   says which), GP_LIMIT (its file or its dots), GP_NOMEM. */
bool
gp_image_take(struct gp_arena *a, struct gp_str data, struct gp_image *out,
              struct gp_err *e);

/* True for a file name that pictures have, taken or not. */
bool
gp_image_named(struct gp_str name);

#endif
