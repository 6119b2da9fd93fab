/*
 * What is given of a page in which nothing reads as an article.  Private to
 * import/html/; knows no names and no values of parts.
 */
#ifndef GP_IMPORT_HTML_HTML_SENTENCES_H
#define GP_IMPORT_HTML_HTML_SENTENCES_H

#include "import/html/page/html_page.h"

/* For a page of which gp_html_choose() kept hardly anything, `*words`: its
   sentences, whatever the names of their containers say, or where there are
   none its lines; with a warning.  As it is when that gives no more. */
bool
gp_html_choose_sentences(struct gp_html_page *p, unsigned *words,
                         struct gp_err *e);

#endif
