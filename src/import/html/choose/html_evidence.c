/*
 * Leaves weighed: see html_evidence.h.  Captions, titles, signatures and what
 * a rule file says of a page are settled before and are not asked again.
 */
#include "import/html/choose/html_evidence.h"

#include "import/html/choose/html_forest.h"

#include <string.h>

enum {
	CUT = -550,       /* sum from which on a leaf is kept */
	GAP_CUT = -1400,  /* ...with kept ones on both sides */
	GAP = 6,          /* leaves between those, at most */
	FEW_LEAVES = 40,  /* of a page on which nothing can be measured */
	FRONT_WORDS = 12, /* of a line before the text */
	SURE_LEAST = 86,  /* of a drop, in hundredths */
	LOST_PARTS = 3,   /* less than one of so many parts is kept: a page
	                     that is like none of those that were measured */
};

struct weighing {
	struct gp_html_page *page;
	int *sums; /* by leaf */
};

static bool
is_rule(const struct gp_html_leaf *l, const char *rule)
{
	return l->why && strcmp(l->rule, rule) == 0;
}

/* Of the next story of a page that goes on. */
static bool
is_elsewhere(const struct gp_html_page *p, const struct gp_html_leaf *l)
{
	return p->stories != GP_NO_ITEM &&
	       gp_html_item_in(p, l->el, p->stories) &&
	       !gp_html_item_in(p, l->el, p->core);
}

static bool
is_settled(const struct gp_html_page *p, const struct gp_html_leaf *l)
{
	return l->is_aside || is_elsewhere(p, l) || l->is_settled ||
	       l->in_caption ||
	       (l->why && strcmp(l->why, "source-rule") == 0) ||
	       is_rule(l, "heading-before-text");
}

static bool
sum_up(struct weighing *w, struct gp_str title)
{
	struct gp_html_page *p = w->page;
	struct gp_measures *m = gp_measures_of(p, p->core, title);
	int row[GP_MEASURE_COUNT];
	unsigned i;

	w->sums = gp_arena_array(p->arena, p->n_leaves, sizeof *w->sums);
	if (!m || !w->sums)
		return false;
	for (i = 0; i < p->n_leaves; i++) {
		if (is_settled(p, &p->leaves[i]))
			continue;
		gp_measure_leaf(m, i, row);
		w->sums[i] = gp_forest_sum(row);
	}
	return true;
}

/* Short lines with text on both sides are of it. */
static void
fill_gaps(struct weighing *w)
{
	const struct gp_html_page *p = w->page;
	unsigned i, k, last = GP_NO_ITEM;

	for (i = 0; i < p->n_leaves; i++) {
		if (is_settled(p, &p->leaves[i]) || w->sums[i] < CUT)
			continue;
		if (last != GP_NO_ITEM && i - last <= GAP + 1)
			for (k = last + 1; k < i; k++)
				if (!is_settled(p, &p->leaves[k]) &&
				    w->sums[k] >= GAP_CUT && w->sums[k] < CUT)
					w->sums[k] = CUT;
		last = i;
	}
}

static void
put_aside(struct gp_html_leaf *l, int sum, bool in_front)
{
	int sure = 100 - gp_forest_percent(sum);

	if (sure < SURE_LEAST)
		sure = SURE_LEAST;
	if (in_front && l->words < FRONT_WORDS)
		gp_html_put_aside(l, "front-matter", "short-before-text", sure);
	else if (l->link_words * 2 > l->words)
		gp_html_put_aside(l, "page-links", "evidence", sure);
	else
		gp_html_put_aside(l, "page-furniture", "evidence", sure);
}

/* Words that would be kept. */
static unsigned
words_for(const struct weighing *w)
{
	const struct gp_html_page *p = w->page;
	unsigned i, words = 0;

	for (i = 0; i < p->n_leaves; i++) {
		const struct gp_html_leaf *l = &p->leaves[i];

		if (is_settled(p, l) ? !l->why : w->sums[i] >= CUT)
			words += l->words;
	}
	return words;
}

static void
judge_leaves(struct weighing *w)
{
	struct gp_html_page *p = w->page;
	bool in_front = true;
	unsigned i;

	for (i = 0; i < p->n_leaves; i++) {
		struct gp_html_leaf *l = &p->leaves[i];

		if (is_settled(p, l))
			continue;
		l->likely = gp_forest_percent(w->sums[i]);
		if (w->sums[i] >= CUT) {
			l->why = l->rule = NULL;
			in_front = false;
		} else if (!l->why) {
			put_aside(l, w->sums[i],
			          in_front &&
			                  gp_html_item_in(p, l->el, p->core));
		}
	}
}

/* The least item that holds all that is kept, and what the first look found;
   and where what is kept begins and ends. */
static void
find_holder(struct gp_html_page *p)
{
	unsigned i;

	p->best = p->core;
	p->from = p->to = p->core;
	for (i = 0; i < p->n_leaves; i++) {
		const struct gp_html_leaf *l = &p->leaves[i];

		if (l->why || l->is_aside)
			continue;
		while (!gp_html_item_in(p, l->el, p->best))
			p->best = p->items[p->best].parent;
		p->from = l->from < p->from ? l->from : p->from;
		p->to = l->to > p->to ? l->to : p->to;
	}
}

bool
gp_html_weigh(struct gp_html_page *p, struct gp_str title, unsigned *words,
              struct gp_err *e)
{
	struct weighing w = { .page = p };
	unsigned i;

	if (p->n_leaves < FEW_LEAVES)
		return true;
	if (!sum_up(&w, title))
		return gp_arena_ok(p->arena, e);
	fill_gaps(&w);
	if (words_for(&w) * LOST_PARTS < *words)
		return true;
	judge_leaves(&w);
	find_holder(p);
	*words = 0;
	for (i = 0; i < p->n_leaves; i++)
		if (!p->leaves[i].why && !p->leaves[i].is_aside)
			*words += p->leaves[i].words;
	return true;
}
