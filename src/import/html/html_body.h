/*
 * Which leaves of a page are its article.  Where a leaf begins and what is
 * made of it is known elsewhere.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_BODY_H
#define GP_IMPORT_HTML_HTML_BODY_H

#include "import/html/html_page.h"

/* What a page's data give as its text, for a second opinion on leaves. */
struct gp_opinion {
	struct gp_buf words; /* folded */
	size_t heard;        /* where the last leaf was found */
	size_t looked;       /* steps so far; GP_MAX_OPINION_STEPS ends it */
};

/* True when the folded words `part` are in it. */
bool
gp_opinion_has(struct gp_opinion *o, struct gp_str part);

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

/* The item that a rule file says holds the article, or GP_NO_ITEM; and the
   rule that says that item `i` is none of it, or NULL (html_site.c). */
unsigned
gp_site_article(const struct gp_html_page *p);
const char *
gp_site_excludes(const struct gp_html_page *p, unsigned i);

/* Appends to the draft one block a leaf, in order (html_tree.c). */
bool
gp_html_add_blocks(struct gp_html_page *p, struct gp_err *e);

/* `target` made absolute against h->base, in the draft's arena; "" for what
   no reader may be sent to (another scheme than http, https and mailto) and
   for a place within the page. */
struct gp_str
gp_html_address(const struct gp_html *h, struct gp_str target);

#endif
