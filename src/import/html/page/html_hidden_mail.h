/*
 * Addresses that a server hides from collectors and that a script shows to
 * readers.  Knows nodes and attributes, not whose address one is.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_HIDDEN_MAIL_H
#define GP_IMPORT_HTML_HTML_HIDDEN_MAIL_H

#include "import/html/parse/flat.h"
#include "model/draft.h"

/* Puts the address in the place of the words that stand for it, and into the
   link round it; the words are listed in `draft`.  What does not give an
   address stays as it is; what is new lives in `arena`.  Cost: linear.  Errors
   are remembered by both. */
void
gp_html_show_mail(struct gp_flat *d, struct gp_arena *arena,
                  struct gp_draft *draft);

#endif
