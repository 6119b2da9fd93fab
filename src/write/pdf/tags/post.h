/*
 * The pass after painting: what cairo cannot write.  Each marked
 * piece gets its owner, everything else drawn becomes an artifact; then the
 * structure tree, links, outline, page labels, metadata and output intent
 * (PDF/UA-1, ISO 14289-1; PDF/A-2a, ISO 19005-2) are written from the layout's
 * tree.  A page whose marks do not agree with the layout is an error, never a
 * wrong file.
 */
#ifndef GP_WRITE_PDF_TAGS_POST_H
#define GP_WRITE_PDF_TAGS_POST_H

#include "write/pdf/type/type_case.h"

/* `plain` is what gp_case_paint() made of the layout for `c`, or where `c` is
   NULL gp_paint() without a specimen; the result is put in `out`, which is
   empty.  Words and boxes of the layout are gone then.  Errors: GP_NOMEM,
   GP_LIMIT, GP_INTERNAL. */
bool
gp_post(struct gp_layout *l, const struct gp_write_job *job,
        struct gp_str plain, const struct gp_case *c, struct gp_buf *out,
        struct gp_err *e);

#endif
