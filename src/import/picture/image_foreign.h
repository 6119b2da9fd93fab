/*
 * Pictures of kinds that not every reading system draws, as dots: GIF and
 * WebP, of a film of them the first frame.  Writes no file.
 * Private to import/picture/.
 */
#ifndef GP_IMPORT_PICTURE_IMAGE_FOREIGN_H
#define GP_IMPORT_PICTURE_IMAGE_FOREIGN_H

#include "base/str.h"
#include "import/picture/image_dots.h"

/* Fills `d`, which the caller frees, also after an error.
   Errors: GP_INPUT (damaged), GP_LIMIT, GP_NOMEM. */
bool
gp_gif_dots(struct gp_str data, struct gp_dots *d, struct gp_err *e);
/* *photo: it was kept with losses, as photographs are. */
bool
gp_webp_dots(struct gp_str data, struct gp_dots *d, bool *photo,
             struct gp_err *e);

#endif
