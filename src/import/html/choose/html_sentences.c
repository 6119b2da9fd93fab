/*
 * The last resort of the choice: the sentences of a page in which nothing
 * reads as an article, wherever they stand.  It asks no names of containers
 * and no values of parts, and says so to the reader.
 */
#include "import/html/choose/html_sentences.h"

#include "base/diag.h"
#include "import/html/choose/html_weights.h"

static bool
is_sentence(const struct gp_html_page *p, const struct gp_html_leaf *l)
{
	return !l->in_caption && p->items[l->el].el != GP_EL_H1 &&
	       l->link_words * 2 <= l->words &&
	       ((l->ends && l->words >= BRIEF) || l->words >= LONG);
}

/* Titles of other pages and the like: all that lists and shop windows have. */
static bool
is_line(const struct gp_html_page *p, const struct gp_html_leaf *l)
{
	return l->bad < GP_BAD_NAV && l->words >= LINE &&
	       p->items[l->el].el != GP_EL_H1;
}

static unsigned
words_of(const struct gp_html_page *p, gp_html_leaf_test *stays)
{
	unsigned i, words = 0;

	for (i = 0; i < p->n_leaves; i++)
		if (!p->leaves[i].is_aside && stays(p, &p->leaves[i]))
			words += p->leaves[i].words;
	return words;
}

bool
gp_html_is_head_of(const struct gp_html_page *p, unsigned i,
                   gp_html_leaf_test *stays)
{
	const struct gp_html_leaf *l = &p->leaves[i], *next = l + 1;

	return i + 1 < p->n_leaves && gp_html_is_heading(p->items[l->el].el) &&
	       p->items[l->el].el != GP_EL_H1 && l->bad < GP_BAD_STRONG &&
	       l->link_words == 0 && !next->is_aside && stays(p, next);
}

bool
gp_html_choose_sentences(struct gp_html_page *p, unsigned *words,
                         struct gp_err *e)
{
	gp_html_leaf_test *stays =
		words_of(p, is_sentence) ? is_sentence : is_line;
	unsigned i;

	if (words_of(p, stays) <= *words)
		return true;
	if (!gp_html_page_cut(p, false, e))
		return false;
	p->best = p->root;
	*words = words_of(p, stays);
	for (i = 0; i < p->n_leaves; i++)
		if (!p->leaves[i].is_aside && !stays(p, &p->leaves[i]) &&
		    !gp_html_is_head_of(p, i, stays))
			gp_html_put_aside(&p->leaves[i], "page-furniture",
			                  "no-text", SURE_NO_TEXT);
	gp_diag_add(p->html->d, GP_WARNING, "no-article", p->html->name, 0,
	            "no part of the page reads as an article; its sentences "
	            "are given as they stand, so look them through");
	return true;
}
