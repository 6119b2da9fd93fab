/*
 * The second look at every leaf: all that can be measured of it against what
 * the first look found.  Which measures there are and how they weigh is known
 * elsewhere.  Private to import/html/choose/.
 */
#ifndef GP_IMPORT_HTML_HTML_EVIDENCE_H
#define GP_IMPORT_HTML_HTML_EVIDENCE_H

#include "import/html/page/html_page.h"

/* Puts leaves of p->core aside that the evidence speaks against, and takes
   others in that it speaks for; p->best is what holds all that are kept.
   `title` is the page's, folded.  *words: of those.  A page with little to
   measure stays as it is. */
bool
gp_html_weigh(struct gp_html_page *p, struct gp_str title, unsigned *words,
              struct gp_err *e);

#endif
