/*
 * Other stories within what holds the article: see html_others.h.  Each is told
 * by two signs: where it stands, and that it leads to another page.  What it
 * says is not asked.
 */
#include "import/html/choose/html_others.h"

#include "import/html/choose/html_weights.h"
#include "import/html/page/html_address.h"

enum {
	LEAST_POSTS = 3, /* in a stack */
	MOST_POSTS = 64,
	LEAST_WORDS = 20, /* of a post */
	SURE_OTHER = 90,
};

static unsigned
put_aside(struct gp_html_page *p, unsigned from, unsigned to, const char *rule,
          bool linked_only)
{
	unsigned i, words = 0;

	for (i = 0; i < p->n_leaves; i++) {
		struct gp_html_leaf *l = &p->leaves[i];

		if (l->el < from || l->el >= to || l->why || l->is_aside ||
		    (linked_only && l->link_words == 0))
			continue;
		gp_html_put_aside(l, "page-links", rule, SURE_OTHER);
		words += l->words;
	}
	return words;
}

static unsigned
words_that_stay(const struct gp_html_page *p, unsigned from, unsigned to)
{
	unsigned i, words = 0;

	for (i = 0; i < p->n_leaves; i++)
		if (p->leaves[i].el >= from && p->leaves[i].el < to &&
		    !p->leaves[i].why && !p->leaves[i].is_aside)
			words += p->leaves[i].words;
	return words;
}

/* ---- before the headline ---- */

/* The only <h1> in the article, or GP_NO_ITEM. */
static unsigned
only_headline(const struct gp_html_page *p)
{
	unsigned i, found = GP_NO_ITEM;

	for (i = p->best; i < p->items[p->best].end; i++) {
		if (p->items[i].el != GP_EL_H1 || p->items[i].words == 0)
			continue;
		if (found != GP_NO_ITEM)
			return GP_NO_ITEM;
		found = i;
	}
	return found;
}

static bool
is_built_like(const struct gp_html_page *p, unsigned a, unsigned b)
{
	return p->items[a].el == p->items[b].el &&
	       gp_str_eq(gp_flat_attr(p->flat, a, GP_N_CLASS),
	                 gp_flat_attr(p->flat, b, GP_N_CLASS));
}

/* How many neighbours from `i` on are built like it, each with a link. */
static unsigned
teasers_from(const struct gp_html_page *p, unsigned i, unsigned *end)
{
	unsigned outer_end = p->items[p->items[i].parent].end, k, n = 0;

	for (k = i; k < outer_end; k = p->items[k].end) {
		if (p->items[k].is_text)
			continue;
		if (!is_built_like(p, k, i) || p->items[k].links == 0)
			break;
		n++;
	}
	*end = k;
	return n;
}

/* Rows of parts with a link each go whole, their sentences too. */
static unsigned
drop_teasers_before(struct gp_html_page *p, unsigned headline)
{
	unsigned i, end, words = 0, crossed = GP_NO_ITEM;

	for (i = p->best + 1; i < headline; i++) {
		unsigned round = p->items[i].parent;

		if (p->items[i].is_text || p->items[i].links == 0 ||
		    !gp_html_is_block(&p->items[i]) || round == crossed ||
		    teasers_from(p, i, &end) < LEAST_POSTS)
			continue;
		if (end > headline) {
			crossed = round; /* so do all that follow in it */
			continue;
		}
		words += put_aside(p, i, end, "before-headline", false);
		i = end - 1;
	}
	return words;
}

static unsigned
drop_before_headline(struct gp_html_page *p)
{
	unsigned headline = only_headline(p), end = p->items[p->best].end;

	if (headline == GP_NO_ITEM ||
	    words_that_stay(p, headline, end) < LITTLE)
		return 0;
	return put_aside(p, p->best, headline, "before-headline", true) +
	       drop_teasers_before(p, headline);
}

/* ---- posts in a stack ---- */

/* An address of the site that is not the page's own. */
static bool
is_elsewhere(const struct gp_html_page *p, unsigned link)
{
	struct gp_str href = gp_flat_attr(p->flat, link, GP_N_HREF), whole;

	bool inside = href.n >= 2 && href.p[0] == '/' && href.p[1] != '/';

	/* A picture may lead to a larger one that is kept elsewhere. */
	if ((!inside && (p->items[link].has_media ||
	                 !gp_str_starts(href, GP_STR("http")))) ||
	    gp_html_is_picture_file(href))
		return false;
	whole = gp_html_address(p->html, href);
	return whole.n == 0 || !gp_str_eq(whole, p->html->url);
}

/* The first link in a part, when it is in or round a heading or holds a
   picture, and no word stands before either. */
static unsigned
first_link(const struct gp_html_page *p, unsigned post)
{
	unsigned i, heading_end = 0;

	for (i = post + 1; i < p->items[post].end; i++) {
		if (gp_html_is_heading(p->items[i].el))
			heading_end = p->items[i].end;
		if (p->items[i].is_link &&
		    (p->items[i].has_media || i < heading_end))
			return i;
		if (p->items[i].is_text && p->items[i].bytes > 0)
			return GP_NO_ITEM;
	}
	return GP_NO_ITEM;
}

/* A picture or a heading before its words that leads to another page of the
   site. */
static bool
leads_away(const struct gp_html_page *p, unsigned post)
{
	unsigned link = first_link(p, post);

	return link != GP_NO_ITEM && is_elsewhere(p, link);
}

/* One post that does not lead away is the page's own, when most do. */
static unsigned
drop_posts(struct gp_html_page *p, unsigned stack)
{
	unsigned posts[MOST_POSTS], k, n = 0, away = 0, words = 0;
	unsigned first = stack + 1;

	while (first < p->items[stack].end && p->items[first].is_text)
		first = p->items[first].end;
	for (k = first; k < p->items[stack].end && n < MOST_POSTS;
	     k = p->items[k].end)
		if (!p->items[k].is_text && is_built_like(p, k, first) &&
		    p->items[k].words >= LEAST_WORDS) {
			posts[n++] = k;
			away += leads_away(p, k);
		}
	if (n < LEAST_POSTS || away == n || away * 3 < n * 2)
		return 0;
	while (n-- > 0)
		if (leads_away(p, posts[n]))
			words += put_aside(p, posts[n], p->items[posts[n]].end,
			                   "post-of-another-page", false);
	return words;
}

/* The stack is what holds the article, or stands in it. */
static unsigned
drop_stack(struct gp_html_page *p)
{
	unsigned i = p->best, k, step;

	for (step = 0; step < HEADING_STEPS; step++) {
		for (k = i + 1; k < p->items[i].end; k = p->items[k].end)
			if (!p->items[k].is_text &&
			    p->items[k].words * 10 > p->items[i].words * 7)
				break;
		if (k >= p->items[i].end)
			return drop_posts(p, i);
		i = k;
	}
	return 0;
}

/* ---- lists of links behind the text ---- */

static unsigned
list_of(const struct gp_html_page *p, unsigned i)
{
	for (; i != GP_NO_ITEM && i > p->best; i = p->items[i].parent)
		if (p->items[i].el == GP_EL_UL || p->items[i].el == GP_EL_OL)
			return i;
	return GP_NO_ITEM;
}

/* Of the last list, when two in three of its items are nothing but links and
   the rest has links too. */
static unsigned
drop_last_links(struct gp_html_page *p)
{
	unsigned i = p->n_leaves, list, gone = 0, rest = 0;

	while (i > 0 && (p->leaves[i - 1].why || p->leaves[i - 1].is_aside))
		i--;
	list = i > 0 ? list_of(p, p->leaves[i - 1].el) : GP_NO_ITEM;
	if (list == GP_NO_ITEM)
		return 0;
	for (i = 0; i < p->n_leaves; i++) {
		const struct gp_html_leaf *l = &p->leaves[i];

		if (l->is_aside || !gp_html_item_in(p, l->el, list))
			continue;
		if (!l->why && l->link_words == 0)
			return 0;
		gone += l->why != NULL;
		rest += l->why == NULL;
	}
	return gone >= 2 * rest ? put_aside(p, list, p->items[list].end,
	                                    "share-of-links", true)
	                        : 0;
}

unsigned
gp_html_put_others_aside(struct gp_html_page *p)
{
	unsigned words = drop_before_headline(p);

	words += drop_stack(p);
	return words + drop_last_links(p);
}
