/*
 * Which leaves of a page are its article.  Where a leaf begins and what is
 * made of it is known elsewhere.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_BODY_H
#define GP_IMPORT_HTML_HTML_BODY_H

#include "import/html/page/html_page.h"

/* Cuts the page and marks every leaf that is not of the article with a
   reason; p->best is what holds the article.  *words: of the article. */
bool
gp_html_choose(struct gp_html_page *p, unsigned *words, struct gp_err *e);

/* None of it is: the article stands elsewhere. */
void
gp_html_choose_none(struct gp_html_page *p);

/* All of it is the article: only what nobody sees is put aside. */
bool
gp_html_choose_all(struct gp_html_page *p, struct gp_err *e);

#endif
