/*
 * An article that a page holds twice, for wide windows and for narrow ones.
 * Private to import/html/; knows no names, no weights and no styles.
 */
#ifndef GP_IMPORT_HTML_HTML_COPY_H
#define GP_IMPORT_HTML_HTML_COPY_H

#include "import/html/page/html_page.h"

/* Puts aside, among the leaves that stay, those of a second copy: from where
   the article's opening stands again, if nearly all words from there on were
   there before.  What only the copy says stays, and so do its tables unless
   all of it was said.  The words put aside; cost: linear, times a small number
   of openings.  Failure is the page's arena's. */
unsigned
gp_html_put_copy_aside(struct gp_html_page *p);

#endif
