/*
 * Which leaves of a page are its article.  Private to the HTML importer.
 */
#ifndef GP_IMPORT_HTMLBODY_H
#define GP_IMPORT_HTMLBODY_H

#include "import/htmlpage.h"

/* Cuts the page and marks every leaf that is not of the article with a
   reason; p->best is what holds the article.  *words: of the article. */
bool
gp_html_choose(struct gp_page *p, unsigned *words, struct gp_err *e);

/* None of it is: the article stands elsewhere. */
void
gp_html_choose_none(struct gp_page *p);

/* All of it is the article: only what nobody sees is put aside. */
bool
gp_html_choose_all(struct gp_page *p, struct gp_err *e);

/* Appends to the draft one block a leaf, in order (htmltree.c). */
bool
gp_html_add_blocks(struct gp_page *p, struct gp_err *e);

/* `target` made absolute against h->base, in the draft's arena; "" for what
   no reader may be sent to (another scheme than http, https and mailto) and
   for a place within the page. */
struct gp_str
gp_html_address(const struct gp_html *h, struct gp_str target);

#endif
