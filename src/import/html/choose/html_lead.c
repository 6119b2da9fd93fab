/*
 * The lead of an article, which often stands in a block of its own under the
 * headline, far from the text: see html_neighbours.h.  Only place and length
 * are asked: a few leaves behind the headline, before the text, and no list of
 * links on the way.  What the page's head gives as its description, too, is
 * the standfirst; else it may as well be the first paragraph.
 */
#include "import/html/choose/html_neighbours.h"

#include "base/limits.h"
#include "base/text/fold.h"
#include "import/html/choose/html_weights.h"

enum {
	FARTHEST_LEAD = 12, /* leaves between headline and text */
	LEAD_WORDS = 120,   /* of all of it */
	LEAST_LEAD = 5,     /* words with a stop */
	LEAST_SAID = 30,    /* bytes of a description that tells */
	MOST_LINKS = 3,     /* lines of links: a name, a section, a day */
};

/* The last leaf of an <h1> before the text, or n_leaves. */
static unsigned
headline_before(const struct gp_html_page *p, unsigned text)
{
	unsigned i = text, up, step;

	while (i > 0 && text - i < FARTHEST_LEAD) {
		up = p->leaves[--i].el;
		for (step = 0; step < HEADING_STEPS && up != GP_NO_ITEM;
		     step++) {
			if (p->items[up].el == GP_EL_H1)
				return i;
			up = p->items[up].parent;
		}
	}
	return p->n_leaves;
}

static unsigned
first_in_best(const struct gp_html_page *p)
{
	unsigned i;

	for (i = 0; i < p->n_leaves; i++)
		if (!p->leaves[i].is_aside &&
		    gp_html_item_in(p, p->leaves[i].el, p->best))
			return i;
	return p->n_leaves;
}

static bool
reads_as_text(const struct gp_html_leaf *l)
{
	return l->link_words * 3 <= l->words && l->ends &&
	       l->words >= LEAST_LEAD;
}

/* In a block with a picture and hardly another word, under the headline. */
static bool
is_beside_picture(const struct gp_html_page *p, const struct gp_html_leaf *l,
                  unsigned headline)
{
	unsigned up = l->el;

	while (up != GP_NO_ITEM && !gp_html_item_in(p, headline, up) &&
	       p->items[up].words <= 2 * l->words) {
		if (p->items[up].has_media)
			return true;
		up = p->items[up].parent;
	}
	return false;
}

/* Whether what speaks against a leaf is the name of a part that holds the
   headline as well: it says how the top of the page looks. */
static bool
is_bad_with(const struct gp_html_page *p, const struct gp_html_leaf *l,
            unsigned headline)
{
	unsigned up = l->el;

	while (up != GP_NO_ITEM && !gp_html_item_in(p, headline, up))
		up = p->items[up].parent;
	return up != GP_NO_ITEM && p->items[up].bad == l->bad;
}

/* What stands between a headline and its text when that begins elsewhere. */
static bool
ends_lead(const struct gp_html_page *p, const struct gp_html_leaf *l,
          unsigned headline)
{
	return (l->bad >= GP_BAD_STRONG && !is_bad_with(p, l, headline)) ||
	       gp_html_is_heading(p->items[l->el].el) ||
	       p->items[l->el].is_card;
}

/* ---- the standfirst ---- */

static bool
is_description(const struct gp_flat *d, uint32_t i)
{
	struct gp_str name = gp_flat_attr(d, i, GP_N_NAME);

	if (!gp_flat_is(d, i, GP_N_META))
		return false;
	if (name.n == 0)
		name = gp_flat_attr(d, i, GP_N_PROPERTY);
	return gp_str_eq_nocase(name, GP_STR("description")) ||
	       gp_str_eq_nocase(name, GP_STR("og:description"));
}

/* Descriptions are often cut short; so is none of less than a line. */
static bool
begins_with(struct gp_str words, struct gp_str description)
{
	struct gp_buf a = { .max = GP_MAX_LINE_BYTES }, b = a;
	bool same;

	gp_fold_words(words, &a);
	gp_fold_words(description, &b);
	same = b.len >= LEAST_SAID &&
	       gp_str_starts(gp_buf_view(&a),
	                     gp_str_sub(gp_buf_view(&b), 0, b.len * 9 / 10));
	gp_buf_free(&a);
	gp_buf_free(&b);
	return same;
}

static bool
is_described(const struct gp_flat *d, unsigned before, struct gp_str words)
{
	uint32_t i;

	for (i = 0; i < before; i++)
		if (is_description(d, i) &&
		    begins_with(words, gp_flat_attr(d, i, GP_N_CONTENT)))
			return true;
	return false;
}

void
gp_html_claim_lead(const struct gp_html_page *p)
{
	const struct gp_html_leaf *l = p->lead;
	struct gp_buf text = { .max = GP_MAX_LINE_BYTES };
	struct gp_claim *c = NULL;

	if (!l)
		return;
	gp_html_leaf_text(p, l, &text);
	if (is_described(p->flat, p->root, gp_buf_view(&text)))
		c = gp_draft_claim(p->html->draft, GP_CLAIM_STANDFIRST,
		                   GP_SAID_IN_PAGE, gp_buf_view(&text),
		                   GP_STR("lead"),
		                   p->flat->nodes[l->from].line);
	if (c)
		c->in_article = true;
	gp_buf_free(&text);
}

unsigned
gp_html_keep_lead(struct gp_html_page *p)
{
	unsigned text = first_in_best(p), i = headline_before(p, text);
	unsigned words = 0, links = 0, headline;

	if (i == p->n_leaves)
		return 0;
	headline = p->leaves[i].el;
	for (i++; i < text && words < LEAD_WORDS; i++) {
		struct gp_html_leaf *l = &p->leaves[i];

		if (l->is_aside || l->in_caption || !l->why)
			continue;
		links += l->link_words * 2 > l->words;
		if (ends_lead(p, l, headline) || links > MOST_LINKS)
			break;
		if ((l->bad && !is_bad_with(p, l, headline)) ||
		    !reads_as_text(l) || is_beside_picture(p, l, headline))
			continue;
		l->why = l->rule = NULL;
		if (words == 0)
			p->lead = l;
		words += l->words;
	}
	return words;
}
