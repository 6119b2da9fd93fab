/*
 * Stories told apart by the title: see html_story.h.  Neighbours are alike by
 * element and class; what they say is not compared.
 */
#include "import/html/choose/html_story.h"

#include "base/limits.h"
#include "base/text/fold.h"
#include "import/html/choose/html_weights.h"

struct story_search {
	struct gp_html_page *page;
	struct gp_str title;
	struct gp_buf text, folded; /* of the heading at hand */
};

static bool
is_title(struct story_search *s, unsigned heading)
{
	struct gp_str words;

	gp_buf_clear(&s->text);
	gp_buf_clear(&s->folded);
	gp_html_page_text(s->page, heading, s->page->items[heading].end,
	                  &s->text);
	gp_fold_words(gp_buf_view(&s->text), &s->folded);
	words = gp_buf_view(&s->folded);
	return words.n > 0 && (gp_str_eq(words, s->title) ||
	                       (s->title.n > TITLE_BYTES &&
	                        gp_str_find(s->title, words, 0) < s->title.n));
}

static bool
is_high_heading(const struct gp_html_item *item)
{
	return item->el == GP_EL_H1 || item->el == GP_EL_H2;
}

static unsigned
find_title(struct story_search *s, unsigned best)
{
	const struct gp_html_page *p = s->page;
	unsigned i;

	for (i = best; i < p->items[best].end; i++)
		if (is_high_heading(&p->items[i]) &&
		    p->items[i].end - i <= TITLE_PARTS &&
		    p->items[i].bytes <= GP_MAX_CLAIM_BYTES && is_title(s, i))
			return i;
	return GP_NO_ITEM;
}

static bool
has_first_heading(const struct gp_html_page *p, unsigned i)
{
	unsigned k;

	for (k = i; k < p->items[i].end; k++)
		if (p->items[k].el == GP_EL_H1)
			return true;
	return false;
}

/* Two <article> with an <h1> are alike whatever they are called: the one is
   "next". */
static bool
is_built_like(const struct gp_html_page *p, unsigned a, unsigned b)
{
	if (p->items[a].is_text || p->items[a].el != p->items[b].el)
		return false;
	return gp_str_eq(gp_flat_attr(p->flat, a, GP_N_CLASS),
	                 gp_flat_attr(p->flat, b, GP_N_CLASS)) ||
	       (p->items[a].el == GP_EL_ARTICLE && has_first_heading(p, a) &&
	        has_first_heading(p, b));
}

static bool
has_high_heading(const struct gp_html_page *p, unsigned i)
{
	unsigned k;

	for (k = i; k < p->items[i].end; k++)
		if (is_high_heading(&p->items[k]))
			return true;
	return false;
}

/* Text without a headline goes on where the <h1> before it began. */
static bool
goes_on(const struct gp_html_page *p, unsigned heading, unsigned i)
{
	unsigned k;

	if (p->items[heading].el != GP_EL_H1 || i < heading)
		return false;
	for (k = i; k < p->items[i].end; k++)
		if (p->items[k].el == GP_EL_H1 || p->items[k].el == GP_EL_H2)
			return false;
	return true;
}

/* The first neighbour of `child` that is another story, or GP_NO_ITEM. */
static unsigned
twin_of(const struct gp_html_page *p, unsigned outer, unsigned child,
        unsigned heading)
{
	unsigned i;

	for (i = outer + 1; i < p->items[outer].end; i = p->items[i].end)
		if (i != child && is_built_like(p, i, child) &&
		    p->items[i].value > TWIN && !goes_on(p, heading, i))
			return i;
	return GP_NO_ITEM;
}

/* The child of `outer` that holds item `i`. */
static unsigned
child_with(const struct gp_html_page *p, unsigned outer, unsigned i)
{
	while (p->items[i].parent != outer)
		i = p->items[i].parent;
	return i;
}

static bool
is_most_of(const struct gp_html_page *p, unsigned child, unsigned outer)
{
	return p->items[outer].value > WHOLE &&
	       p->items[child].value > weight.most_of * p->items[outer].value;
}

/* A step inwards, or `best` again when there is none to take. */
static unsigned
step_into(struct story_search *s, unsigned best)
{
	struct gp_html_page *p = s->page;
	unsigned heading = find_title(s, best), child, twin;

	if (heading == GP_NO_ITEM || heading == best)
		return best;
	child = child_with(p, best, heading);
	twin = p->items[child].value > TWIN ? twin_of(p, best, child, heading)
	                                    : GP_NO_ITEM;
	if (twin != GP_NO_ITEM && p->stories == GP_NO_ITEM &&
	    has_high_heading(p, twin))
		p->stories = best;
	return twin != GP_NO_ITEM || is_most_of(p, child, best) ? child : best;
}

unsigned
gp_html_story_at(struct gp_html_page *p, struct gp_str title, unsigned best)
{
	struct story_search s = { .page = p, .title = title };
	unsigned step, next = best;

	p->stories = GP_NO_ITEM;
	for (step = 0; title.n > 0 && step < MOST_STEPS; step++) {
		next = step_into(&s, best);
		if (next == best)
			break;
		best = next;
	}
	gp_buf_free(&s.text);
	gp_buf_free(&s.folded);
	return best;
}
