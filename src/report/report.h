/*
 * The report on how articles were read: a page for a browser, source and
 * result side by side.  It shows what documents and their drops hold, and
 * reads no source again.  Private to report/.
 */
#ifndef GP_REPORT_REPORT_H
#define GP_REPORT_REPORT_H

#include "base/buf.h"
#include "model/doc.h"

/* Appends the page for `n` documents to `out`.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_report_write(const struct gp_doc *const *docs, size_t n, struct gp_buf *out,
                struct gp_err *e);

#endif
