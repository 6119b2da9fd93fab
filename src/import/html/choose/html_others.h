/*
 * Other stories within what holds the article.  Private to import/html/; knows
 * no names and no weights.
 */
#ifndef GP_IMPORT_HTML_HTML_OTHERS_H
#define GP_IMPORT_HTML_HTML_OTHERS_H

#include "import/html/page/html_page.h"

/* Puts aside, among the leaves of p->best that stay: linked lines before the
   headline, posts of a stack that lead to their own pages, and what is left of
   a list of links behind the text.  The words of them; cost: linear. */
unsigned
gp_html_put_others_aside(struct gp_html_page *p);

#endif
