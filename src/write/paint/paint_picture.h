/*
 * Pictures on the page: drawn by cairo, without a mark; the pass after it
 * marks them.  Knows no figure and no tree.  Private to write/paint/.
 */
#ifndef GP_WRITE_PAINT_PAINT_PICTURE_H
#define GP_WRITE_PAINT_PAINT_PICTURE_H

#include "typeset/pages/layout.h"

#include <cairo.h>

/* Draws one picture; one that cannot be decoded becomes a grey box, and a
   finding in `d`. */
void
gp_paint_picture(cairo_t *cr, const struct gp_picture_at *at,
                 struct gp_diag *d);

#endif
