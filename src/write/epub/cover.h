/*
 * The cover: the cover page of the PDF on a sheet of its own, as a PNG.  Knows
 * no EPUB.  Private to write/epub/.
 */
#ifndef GP_WRITE_EPUB_COVER_H
#define GP_WRITE_EPUB_COVER_H

#include "pack/job.h"
#include "typeset/parts.h"

/* Appends the file to `out`, and to `small`, which may be NULL, the same page
   for lists, both of the sizes that job.h has.  `p` is used up: its page is
   another one then.
   Errors: GP_NOMEM, GP_LIMIT, GP_INTERNAL, and those of gp_parts_open(). */
bool
gp_cover_draw(struct gp_parts *p, struct gp_buf *out, struct gp_buf *small,
              struct gp_err *e);

#endif
