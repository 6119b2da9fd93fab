/*
 * The cover: the cover page of the PDF on a sheet of its own, as a PNG.  Knows
 * no EPUB.  Private to write/epub/.
 */
#ifndef GP_WRITE_EPUB_COVER_H
#define GP_WRITE_EPUB_COVER_H

#include "typeset/parts.h"

/* In dots; the small one is what lists of books show. */
enum {
	GP_COVER_WIDTH = 1600,
	GP_COVER_HEIGHT = 2560,
	GP_SMALL_COVER_WIDTH = 300,
	GP_SMALL_COVER_HEIGHT = 480,
};

/* Appends the file to `out`, and to `small`, which may be NULL, the same page
   for lists.  `p` is used up: its page is another one then.
   Errors: GP_NOMEM, GP_LIMIT, GP_INTERNAL, and those of gp_parts_open(). */
bool
gp_cover_draw(struct gp_parts *p, struct gp_buf *out, struct gp_buf *small,
              struct gp_err *e);

#endif
