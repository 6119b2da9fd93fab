/*
 * What stays for what stands round it.  A leaf was judged by itself before;
 * here its neighbours and its box have their say.  Knows no weights.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_NEIGHBOURS_H
#define GP_IMPORT_HTML_HTML_NEIGHBOURS_H

#include "import/html/page/html_page.h"

/* Brings back leaves of p->best that were put aside: short lines between two
   that stay, headings that are links, lists that a line announces, and boxes
   of sentences against which a single sign speaks.  The words of them; cost:
   linear. */
unsigned
gp_html_keep_by_place(struct gp_html_page *p);

/* Brings back the lead: text between the headline, an <h1> outside of p->best,
   and p->best itself, with nothing but short lines round it.  The words of it;
   cost: a few leaves. */
unsigned
gp_html_keep_lead(struct gp_html_page *p);

/* Claims that the lead which was brought back is the standfirst, if the page's
   head says so; for the reading that is kept. */
void
gp_html_claim_lead(const struct gp_html_page *p);

#endif
