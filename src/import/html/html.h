/*
 * HTML inside import/: fragments, as other formats hold them.  Private to
 * import/: nobody else knows that there was markup.
 */
#ifndef GP_IMPORT_HTML_HTML_H
#define GP_IMPORT_HTML_HTML_H

#include "model/draft.h"

/* Appends the blocks of a fragment (UTF-8, as feeds and Markdown hold it) to
   the draft, the whole of it taken as the article; `base` (may be "") is what
   links are absolute against, `name` is for messages.  One block is one line
   of draft->lines.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_html_fragment(struct gp_draft *draft, const char *name, struct gp_str html,
                 struct gp_str base, struct gp_diag *d, struct gp_err *e);

#endif
