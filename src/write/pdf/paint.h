/*
 * Painting: a layout to a PDF by cairo.  Draws what the layout says and
 * decides nothing.  Each marked piece stands in one flat cairo tag; what the
 * pieces mean is written by the pass after it (post.h).
 */
#ifndef GP_WRITE_PDF_PAINT_H
#define GP_WRITE_PDF_PAINT_H

#include "write/pdf/layout.h"

/* Appends the file to `out`.  Errors: GP_NOMEM, GP_INTERNAL. */
bool
gp_paint(const struct gp_layout *l, const struct gp_date *date,
         struct gp_buf *out, struct gp_err *e);

enum { GP_FREETYPE_VERSION = 48 };
/* The version of the FreeType that runs: "2.12.1". */
void
gp_paint_version(char out[GP_FREETYPE_VERSION]);

#endif
