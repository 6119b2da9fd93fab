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

/* What may be said of a leaf. */
typedef bool
gp_html_leaf_test(const struct gp_html_page *p, const struct gp_html_leaf *l);

/* True for a heading, but <h1>, that stands directly before a leaf of which
   `stays` is true: the two stay together. */
bool
gp_html_is_head_of(const struct gp_html_page *p, unsigned i,
                   gp_html_leaf_test *stays);

#endif
