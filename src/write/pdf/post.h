/*
 * The pass after painting, by qpdf: what cairo cannot write.  Each marked
 * piece gets its owner, everything else drawn becomes an artifact; then the
 * structure tree, links, outline, page labels, metadata and output intent
 * (PDF/UA-1, ISO 14289-1; PDF/A-2a, ISO 19005-2) are written from the layout's
 * tree.  A page whose marks do not agree with the layout is an error, never a
 * wrong file.
 */
#ifndef GP_WRITE_PDF_POST_H
#define GP_WRITE_PDF_POST_H

#include "write/pdf/layout.h"

/* Blanks the structure elements that cairo wrote, one for each mark: the layout
   has better ones, and reading them costs more than all else.  Every byte
   keeps its place; a cairo that writes them otherwise loses nothing. */
void
gp_post_forget(struct gp_buf *plain);

/* `plain` is what gp_paint() made of the layout; the result is appended to
   `out`.  Errors: GP_NOMEM, GP_LIMIT, GP_INTERNAL. */
bool
gp_post(struct gp_layout *l, const struct gp_write_job *job,
        struct gp_str plain, struct gp_buf *out, struct gp_err *e);

#endif
