/*
 * The article of a page: the subtree of the highest value, where each leaf
 * adds or takes by its words, its stop, its links and the names of its
 * containers (maximum-subtree extraction: Pasternack and Roth, "Extracting
 * Article Text from the Web with Maximum Subsequence Segmentation", 2009;
 * here over the tree).  What a leaf says is not asked, and no site is known.
 */
#include "import/html/choose/html_body.h"
#include "import/html/choose/html_copy.h"
#include "import/html/choose/html_evidence.h"
#include "import/html/choose/html_neighbours.h"
#include "import/html/choose/html_speakers.h"
#include "import/html/choose/html_others.h"
#include "import/html/choose/html_record.h"
#include "import/html/choose/html_second_opinion.h"
#include "import/html/choose/html_sentences.h"
#include "import/html/choose/html_short_lines.h"
#include "import/html/choose/html_site.h"
#include "import/html/choose/html_story.h"
#include "import/html/choose/html_weights.h"
#include "import/html/page/html_notes.h"

#include "base/limits.h"
#include "base/text/fold.h"
#include "base/utf8.h"

#include <string.h>

/* What the choice works on. */
struct choice {
	struct gp_html_page *page;
	struct gp_opinion opinion;  /* articleBody; "" when too short */
	struct gp_buf title;        /* folded */
	struct gp_buf text, folded; /* of the leaf at hand */
};

/* ---- values ---- */

static double
share_of_links(const struct gp_html_leaf *l)
{
	return l->words ? (double)l->link_words / l->words : 0;
}

static double
value_in_bad(const struct gp_html_leaf *l)
{
	double w = l->words;

	if (l->bad >= GP_BAD_STRONG)
		return weight.strongly_bad_word * w + weight.bad;
	return weight.bad_word * w + weight.bad;
}

static bool
is_high_heading(enum gp_el el)
{
	return el == GP_EL_H2 || el == GP_EL_H3 || el == GP_EL_H4;
}

static double
value_of(const struct gp_html_page *p, const struct gp_html_leaf *l)
{
	enum gp_el el = (enum gp_el)p->items[l->el].el;
	double w = l->words, links = share_of_links(l);

	if (l->in_caption && l->bad < GP_BAD_NAV)
		return weight.caption;
	if (l->bad)
		return value_in_bad(l);
	if (l->in_frame)
		return 0; /* it belongs to the text round its figure */
	if (links > weight.most_links)
		return weight.linked_word * w + weight.linked;
	if (w >= LONG || (w >= MIDDLE && l->ends))
		return w * (1 - links);
	if (w >= BRIEF && l->ends)
		return weight.brief_word * w;
	if (is_high_heading(el) || el == GP_EL_BLOCKQUOTE)
		return weight.heading;
	return l->in_list ? weight.in_list : weight.other;
}

static struct gp_str
fold_leaf(struct choice *c, const struct gp_html_leaf *l)
{
	gp_buf_clear(&c->text);
	gp_buf_clear(&c->folded);
	gp_html_leaf_text(c->page, l, &c->text);
	gp_fold_words(gp_buf_view(&c->text), &c->folded);
	return gp_buf_view(&c->folded);
}

static void
value_leaves(struct choice *c)
{
	struct gp_html_page *p = c->page;
	unsigned i;

	for (i = 0; i < p->n_leaves; i++) {
		struct gp_html_leaf *l = &p->leaves[i];

		if (l->is_aside)
			continue;
		l->value = value_of(p, l);
		if (c->opinion.words.len == 0 || l->words < COMPARED ||
		    !gp_opinion_has(&c->opinion, fold_leaf(c, l)))
			continue;
		l->value = (l->value > 0 ? l->value : 0) + l->words;
		l->bad = GP_NOT_BAD;
	}
}

static void
sum_values(struct gp_html_page *p)
{
	unsigned i;

	for (i = p->root; i < p->n_items; i++) {
		p->items[i].value = 0;
		p->items[i].has_leaf = false;
	}
	for (i = 0; i < p->n_leaves; i++) {
		if (p->leaves[i].is_aside)
			continue;
		p->items[p->leaves[i].el].value += p->leaves[i].value;
		p->items[p->leaves[i].el].has_leaf = true;
	}
	for (i = p->n_items; i-- > p->root + 1;) {
		struct gp_html_item *outer = &p->items[p->items[i].parent];

		outer->value += p->items[i].value;
		outer->has_leaf |= p->items[i].has_leaf;
	}
}

/* ---- the subtree ---- */

static bool
is_named_article(const struct gp_html_item *item)
{
	return item->el == GP_EL_ARTICLE || (item->hints & GP_HINT_GOOD);
}

/* The highest value; of two nearly alike, one in the other, the inner. */
static unsigned
highest(const struct gp_html_page *p)
{
	unsigned i, best = GP_NO_ITEM;
	double most = 0, now, least;

	for (i = p->root; i < p->n_items; i++) {
		if (!p->items[i].has_leaf)
			continue;
		now = p->items[i].value;
		if (is_named_article(&p->items[i]))
			now *= weight.named;
		least = most * weight.over;
		if (best != GP_NO_ITEM && gp_html_item_in(p, i, best))
			least -= weight.inner_lack * (most < 0 ? -most : most);
		if (best == GP_NO_ITEM || now > least) {
			best = i;
			most = now;
		}
	}
	return best;
}

static unsigned
words_of_worth(const struct gp_html_page *p, unsigned i)
{
	unsigned k, words = 0;

	for (k = 0; k < p->n_leaves; k++)
		if (gp_html_item_in(p, p->leaves[k].el, i) &&
		    p->leaves[k].value > 0)
			words += p->leaves[k].words;
	return words;
}

/* Little was found: what its author calls the article wins. */
static unsigned
widened(const struct gp_html_page *p, unsigned best)
{
	unsigned up;

	if (words_of_worth(p, best) >= LITTLE)
		return best;
	for (up = p->items[best].parent; up != GP_NO_ITEM;
	     up = p->items[up].parent)
		if (is_named_article(&p->items[up]))
			return up;
	return best;
}

/* ---- the leaves in it ---- */

static bool
is_list_of_links(const struct gp_html_page *p, const struct gp_html_leaf *l)
{
	enum gp_el el = (enum gp_el)p->items[l->el].el;

	if (share_of_links(l) <= weight.most_links)
		return false;
	return !(l->ends && l->words >= SHORT &&
	         (el == GP_EL_P || el == GP_EL_LI));
}

static bool
stands_alone(enum gp_el el)
{
	return (el >= GP_EL_H1 && el <= GP_EL_H6) || el == GP_EL_BLOCKQUOTE ||
	       el == GP_EL_P || el == GP_EL_TD || el == GP_EL_TH ||
	       el == GP_EL_PRE;
}

/* The block that a leaf stands in; what stands in a heading is one. */
static enum gp_el
block_of(const struct gp_html_page *p, unsigned i)
{
	unsigned up = i, step;

	while (up > p->best &&
	       !(gp_el_is((enum gp_el)p->items[up].el) & GP_EL_BLOCK))
		up = p->items[up].parent;
	i = up;
	for (step = 0; step < HEADING_STEPS && up > p->best; step++) {
		if (p->items[up].el >= GP_EL_H1 && p->items[up].el <= GP_EL_H6)
			return (enum gp_el)p->items[up].el;
		up = p->items[up].parent;
	}
	return (enum gp_el)p->items[i].el;
}

/* Where the running text begins and ends among leaves. */
struct stretch {
	unsigned first, last;
};

static void
put_in_caption(struct gp_html_leaf *l)
{
	gp_html_put_aside(l, "caption", "picture-text", SURE_CAPTION);
}

static void
judge(struct choice *c, unsigned i, const struct stretch *s)
{
	struct gp_html_page *p = c->page;
	struct gp_html_leaf *l = &p->leaves[i];
	enum gp_el el = block_of(p, l->el);

	/* The title is for normalisation to find. */
	if ((el == GP_EL_H1 || el == GP_EL_H2) && c->title.len &&
	    gp_str_eq(fold_leaf(c, l), gp_buf_view(&c->title))) {
		l->is_settled = true;
		return;
	}
	if (!l->in_caption && !l->bad && gp_html_in_note(p, l->el)) {
		l->is_settled = true;
		return;
	}
	if (l->in_caption)
		put_in_caption(l);
	else if ((l->bad && l->value < 0) || l->is_markup)
		gp_html_put_aside(l, "page-furniture", "container-name",
		                  SURE_CONTAINER);
	else if (!l->bad && gp_html_page_in_rows(p, l->el))
		return;
	else if (is_list_of_links(p, l))
		gp_html_put_aside(l, "page-links", "share-of-links",
		                  SURE_LINKS);
	else if (i < s->first && el == GP_EL_H1)
		gp_html_put_aside(l, "page-title", "heading-before-text",
		                  SURE_HEADING);
	/* What stands before the text, as in print; not Markdown's YAML. */
	else if (i < s->first && l->words < SHORT && !l->in_list && !l->ends)
		gp_html_put_aside(l, "front-matter", "short-before-text",
		                  SURE_BEFORE);
	else if (i > s->last && l->words < SHORT && !l->ends && !l->in_list &&
	         !gp_html_is_exact(p, l, el) &&
	         !gp_html_says_something(p, i, &c->text))
		gp_html_put_aside(l, "page-furniture", "short-behind-text",
		                  SURE_BEHIND);
	else if (l->words < BRIEF && !l->ends && !l->in_list &&
	         !stands_alone(el) && !gp_html_is_exact(p, l, el))
		gp_html_put_aside(l, "page-furniture", "short-in-text",
		                  SURE_WITHIN);
}

static bool
is_put_aside_for(const struct gp_html_leaf *l, const char *rule)
{
	return l->why && strcmp(l->rule, rule) == 0;
}

/* Which headings stay, a bit a level: the first of a row of speakers or of
   questions is as good as the others. */
static unsigned
levels_that_stay(const struct gp_html_page *p)
{
	unsigned i, levels = 0;

	for (i = 0; i < p->n_leaves; i++)
		if (!p->leaves[i].why && !p->leaves[i].is_aside &&
		    gp_html_is_heading(p->items[p->leaves[i].el].el))
			levels |= 1u
			          << (p->items[p->leaves[i].el].el - GP_EL_H1);
	return levels;
}

/* "Key points" over what stays, where no running text came before. */
static void
keep_first_heads(struct gp_html_page *p)
{
	unsigned i, next, levels = levels_that_stay(p);

	for (i = p->n_leaves, next = GP_NO_ITEM; i-- > 0;) {
		struct gp_html_leaf *l = &p->leaves[i];

		if (l->is_aside)
			continue;
		if (next != GP_NO_ITEM && !p->leaves[next].why && !l->bad &&
		    l->link_words == 0 &&
		    is_put_aside_for(l, "short-before-text") &&
		    (is_high_heading(block_of(p, l->el)) ||
		     (gp_html_is_heading(p->items[l->el].el) &&
		      levels >> (p->items[l->el].el - GP_EL_H1) & 1)))
			l->why = l->rule = NULL;
		next = i;
	}
}

static struct stretch
stretch_of(const struct gp_html_page *p, unsigned best)
{
	struct stretch s = { GP_NO_ITEM, 0 };
	unsigned i, from = GP_NO_ITEM, to = 0;

	for (i = 0; i < p->n_leaves; i++) {
		if (p->leaves[i].is_aside ||
		    !gp_html_item_in(p, p->leaves[i].el, best))
			continue;
		from = from == GP_NO_ITEM ? i : from;
		to = i;
		if (p->leaves[i].value <= RUNNING)
			continue;
		s.first = s.first == GP_NO_ITEM ? i : s.first;
		s.last = i;
	}
	return s.first == GP_NO_ITEM ? (struct stretch){ from, to } : s;
}

static unsigned
judge_all(struct choice *c)
{
	struct gp_html_page *p = c->page;
	struct stretch s = stretch_of(p, p->best);
	unsigned i, words = 0;
	const char *rule;

	for (i = 0; i < p->n_leaves; i++) {
		struct gp_html_leaf *l = &p->leaves[i];

		if (l->is_aside)
			continue;
		rule = gp_site_excludes(p, l->el);
		if (rule)
			gp_html_put_aside(l, "source-rule", rule,
			                  SURE_EXCLUDED);
		else if (gp_html_item_in(p, l->el, p->best))
			judge(c, i, &s);
		else
			gp_html_put_aside(l, "page-furniture",
			                  "outside-article", SURE_OUTSIDE);
		if (!l->why)
			words += l->words;
	}
	keep_first_heads(p);
	words += gp_html_keep_by_place(p);
	words += gp_html_keep_speakers(p);
	return words - gp_html_put_others_aside(p);
}

/* ---- the choice ---- */

static bool
choose_once(struct choice *c, bool weak, unsigned *words, struct gp_err *e)
{
	struct gp_html_page *p = c->page;

	*words = 0;
	if (!gp_html_page_cut(p, weak, e))
		return false;
	value_leaves(c);
	sum_values(p);
	p->best = gp_site_article(p);
	if (p->best == GP_NO_ITEM) {
		p->best = highest(p);
		if (p->best == GP_NO_ITEM) {
			p->best = p->root;
			return true;
		}
		p->best = widened(p, p->best);
		p->best = gp_html_story_at(p, gp_buf_view(&c->title), p->best);
	}
	*words = judge_all(c);
	return true;
}

/* Names the author gave, or the whole body. */
static unsigned
named_part(const struct gp_html_page *p)
{
	unsigned i;

	for (i = p->root; i < p->n_items; i++)
		if (!p->items[i].is_text && p->items[i].bytes > NAMED_BYTES &&
		    (is_named_article(&p->items[i]) ||
		     p->items[i].el == GP_EL_MAIN))
			return i;
	return p->root;
}

static bool
may_be_text(const struct gp_html_page *p, const struct gp_html_leaf *l)
{
	return l->bad < GP_BAD_STRONG && !l->in_caption &&
	       p->items[l->el].el != GP_EL_H1 &&
	       l->link_words * 2 <= l->words && (l->words >= FEWEST || l->ends);
}

/* Hardly anything was found: anything that reads as text. */
static bool
choose_anything(struct choice *c, unsigned *words, struct gp_err *e)
{
	struct gp_html_page *p = c->page;
	unsigned i, more = 0;

	if (!gp_html_page_cut(p, false, e))
		return false;
	p->best = named_part(p);
	for (i = 0; i < p->n_leaves; i++) {
		struct gp_html_leaf *l = &p->leaves[i];

		if (l->is_aside)
			continue;
		if (!gp_html_item_in(p, l->el, p->best))
			gp_html_put_aside(l, "page-furniture",
			                  "outside-article", SURE_OUTSIDE);
		else if (!may_be_text(p, l) &&
		         !gp_html_is_head_of(p, i, may_be_text))
			gp_html_put_aside(l, "page-furniture", "no-text",
			                  SURE_NO_TEXT);
		else
			more += l->words;
	}
	if (more * 2 > *words * MORE_HALVES) {
		*words = more;
		return true;
	}
	return choose_once(c, true, words, e);
}

/* Nothing reads as an article, or nothing of what seemed one bears a closer
   look. */
static bool
resort_to_sentences(struct choice *c, unsigned *words, struct gp_err *e)
{
	if (*words >= HARDLY_ANY || gp_site_article(c->page) != GP_NO_ITEM)
		return true;
	return gp_html_choose_sentences(c->page, words, e);
}

static bool
choose(struct choice *c, unsigned *words, struct gp_err *e)
{
	unsigned total = c->page->items[c->page->root].prose, first;

	if (!choose_once(c, true, words, e))
		return false;
	if (*words < ENOUGH || *words * ENOUGH_PART <= total) {
		first = *words;
		if (!choose_once(c, false, words, e))
			return false;
		if (*words * 10 <= first * BETTER_TENTHS &&
		    !choose_once(c, true, words, e))
			return false;
	}
	if (*words >= NOTHING || gp_site_article(c->page) != GP_NO_ITEM)
		return true;
	return choose_anything(c, words, e) && resort_to_sentences(c, words, e);
}

static void
prepare(struct choice *c)
{
	const struct gp_html *h = c->page->html;

	gp_fold_words(h->title, &c->title);
	gp_fold_words(h->article_body, &c->opinion.words);
	if (c->opinion.words.len < OPINION)
		gp_buf_clear(&c->opinion.words);
	gp_html_page_mark_cards(c->page);
}

static bool
weigh(struct choice *c, unsigned *words, struct gp_err *e)
{
	c->page->core = c->page->best;
	if (*words < HARDLY_ANY || gp_site_article(c->page) != GP_NO_ITEM)
		return true;
	if (!gp_html_weigh(c->page, gp_buf_view(&c->title), words, e))
		return false;
	*words += gp_html_keep_by_place(c->page);
	*words -= gp_html_put_others_aside(c->page);
	*words -= gp_html_put_copy_aside(c->page);
	return true;
}

bool
gp_html_choose(struct gp_html_page *p, unsigned *words, struct gp_err *e)
{
	struct choice c = { .page = p };
	bool ok;

	p->stories = GP_NO_ITEM;
	prepare(&c);
	ok = choose(&c, words, e) && weigh(&c, words, e) &&
	     resort_to_sentences(&c, words, e) &&
	     gp_buf_ok(&c.opinion.words, e) && gp_buf_ok(&c.title, e) &&
	     gp_buf_ok(&c.text, e) && gp_buf_ok(&c.folded, e);
	if (ok)
		*words += gp_html_keep_lead(p) + gp_html_keep_record(p);
	gp_buf_free(&c.opinion.words);
	gp_buf_free(&c.title);
	gp_buf_free(&c.text);
	gp_buf_free(&c.folded);
	return ok;
}

bool
gp_html_choose_all(struct gp_html_page *p, struct gp_err *e)
{
	unsigned i;

	p->best = p->core = p->root;
	p->is_all_text = true;
	if (!gp_html_page_cut(p, false, e))
		return false;
	for (i = 0; i < p->n_leaves; i++)
		if (p->leaves[i].in_caption && !p->leaves[i].is_aside)
			put_in_caption(&p->leaves[i]);
	return true;
}

void
gp_html_choose_none(struct gp_html_page *p)
{
	unsigned i;

	/* No picture is of the article either. */
	p->best = p->core = p->n_items - 1;
	for (i = 0; i < p->n_leaves; i++)
		if (!p->leaves[i].is_aside)
			gp_html_put_aside(&p->leaves[i], "page-furniture",
			                  "text-in-page-data", SURE_DATA);
}
