/*
 * What stays for what stands round it: see html_neighbours.h.  Speakers,
 * times, questions and headings are as short as buttons are; that the text
 * goes on behind them tells them apart.  Of a box in the text its name, its
 * element, its links, its form and its place are signs that do not depend on
 * each other: one alone does not take a sentence away.  What a line says is
 * not asked here; the rules for lines see all that stays.
 */
#include "import/html/choose/html_neighbours.h"

#include "import/html/choose/html_weights.h"

#include <string.h>

enum {
	LONGEST_RUN = 3,    /* short lines in a row: time, name, title */
	MOST_LOOKS = 8,     /* ways of building that are remembered */
	QUOTE_WORDS = 200,  /* of a quotation */
	BOX_PARTS = 400,    /* elements and texts of a box that are looked at */
	BOX_WORDS = 8,      /* of one without a sentence */
	SENTENCE_WORDS = 6, /* of a sentence in a box */
	TOO_MANY_SIGNS = 2,
	TAIL_SENTENCES = 2, /* of a box behind the text */
	TAIL_WORDS = 30,
	ANNOUNCED_LINES = 12, /* of links behind a colon */
};

/* How a line is built that came back: others like it are as good. */
struct look {
	unsigned char el;
	struct gp_str name; /* its class, or that of what it stands in */
};

struct neighbours {
	struct gp_html_page *page;
	unsigned *at; /* the leaves that count, in order */
	unsigned n;
	unsigned first, last; /* of them that stay */
	struct look looks[MOST_LOOKS];
	size_t n_looks;
	unsigned words; /* brought back */
};

static struct gp_html_leaf *
leaf(const struct neighbours *s, unsigned i)
{
	return &s->page->leaves[s->at[i]];
}

static bool
stays(const struct neighbours *s, unsigned i)
{
	return i < s->n && !leaf(s, i)->why;
}

/* Where the text begins and ends. */
static void
find_ends(struct neighbours *s)
{
	unsigned i;

	s->first = s->n;
	for (i = 0; i < s->n; i++) {
		if (!stays(s, i))
			continue;
		s->first = s->first == s->n ? i : s->first;
		s->last = i;
	}
}

static bool
is_aside_for(const struct gp_html_leaf *l, const char *rule)
{
	return l->why && strcmp(l->rule, rule) == 0;
}

static void
bring_back(struct neighbours *s, unsigned i)
{
	struct gp_html_leaf *l = leaf(s, i);

	if (!l->why)
		return;
	l->why = l->rule = NULL;
	s->words += l->words;
}

static void
gather(struct neighbours *s)
{
	struct gp_html_page *p = s->page;
	unsigned i;

	s->at = gp_arena_array(p->arena, p->n_leaves + 1, sizeof *s->at);
	for (i = 0; s->at && i < p->n_leaves; i++)
		if (!p->leaves[i].is_aside &&
		    gp_html_item_in(p, p->leaves[i].el, p->best) &&
		    !gp_html_is_caption(&p->leaves[i]))
			s->at[s->n++] = i;
}

/* ---- short lines ---- */

static struct look
look_of(const struct neighbours *s, unsigned i)
{
	const struct gp_html_page *p = s->page;
	unsigned el = leaf(s, i)->el, up = p->items[el].parent;
	struct gp_str name = gp_flat_attr(p->flat, el, GP_N_CLASS);

	if (name.n == 0 && up != GP_NO_ITEM)
		name = gp_flat_attr(p->flat, up, GP_N_CLASS);
	return (struct look){ p->items[el].el, name };
}

static bool
is_known(const struct neighbours *s, const struct look *look)
{
	size_t k;

	for (k = 0; k < s->n_looks; k++)
		if (s->looks[k].el == look->el &&
		    gp_str_eq(s->looks[k].name, look->name))
			return true;
	return false;
}

static void
remember(struct neighbours *s, unsigned i)
{
	struct look look = look_of(s, i);

	if (look.name.n && s->n_looks < MOST_LOOKS && !is_known(s, &look))
		s->looks[s->n_looks++] = look;
}

/* The end of a run of short lines that begins at `i`. */
static unsigned
run_end(const struct neighbours *s, unsigned i)
{
	while (i < s->n && is_aside_for(leaf(s, i), "short-in-text"))
		i++;
	return i;
}

static void
keep_lines_between(struct neighbours *s)
{
	unsigned i, end;

	for (i = 1; i<s->n; i = end> i ? end : i + 1) {
		end = run_end(s, i);
		if (end == i || end - i > LONGEST_RUN || !stays(s, i - 1) ||
		    !stays(s, end))
			continue;
		for (; i < end; i++) {
			bring_back(s, i);
			remember(s, i);
		}
	}
}

/* The first speaker stands before the text, and some are links. */
static void
keep_others_like_them(struct neighbours *s)
{
	struct look look;
	unsigned i;

	for (i = s->n; s->n_looks > 0 && i-- > 0;) {
		look = look_of(s, i);
		if (leaf(s, i)->why && !leaf(s, i)->bad && stays(s, i + 1) &&
		    is_known(s, &look))
			bring_back(s, i);
	}
}

/* ---- headings that are links ---- */

static bool
is_in_heading(const struct gp_html_page *p, unsigned i)
{
	unsigned step;

	for (step = 0; step < HEADING_STEPS && i > p->best; step++) {
		if (gp_html_is_heading(p->items[i].el) ||
		    p->items[i].el == GP_EL_SUMMARY)
			return true;
		i = p->items[i].parent;
	}
	return false;
}

static bool
is_text(const struct neighbours *s, unsigned i)
{
	return stays(s, i) && leaf(s, i)->ends && leaf(s, i)->words >= SHORT;
}

/* The name of a part that holds a heading and nothing else says how it is
   made: a "widget" of an editor. */
static bool
is_aside_by_name(const struct neighbours *s, unsigned i)
{
	return (is_aside_for(leaf(s, i), "container-name") ||
	        is_aside_for(leaf(s, i), "evidence")) &&
	       leaf(s, i)->bad <= GP_BAD_WEAK && is_text(s, i + 1);
}

static bool
is_aside_as_short(const struct neighbours *s, unsigned i)
{
	return (is_aside_for(leaf(s, i), "short-behind-text") ||
	        is_aside_for(leaf(s, i), "short-in-text")) &&
	       !leaf(s, i)->bad && stays(s, i + 1);
}

/* What it heads stays, so it stays too. */
static void
keep_headings_over_text(struct neighbours *s)
{
	unsigned i;

	for (i = s->n; i-- > s->first + 1;)
		if ((is_aside_as_short(s, i) || is_aside_by_name(s, i)) &&
		    is_in_heading(s->page, leaf(s, i)->el))
			bring_back(s, i);
}

/* Behind text and over text. */
static void
keep_linked_headings(struct neighbours *s)
{
	unsigned i;

	for (i = 1; i + 1 < s->n; i++)
		if (is_aside_for(leaf(s, i), "share-of-links") &&
		    !leaf(s, i)->bad && stays(s, i - 1) && is_text(s, i + 1) &&
		    is_in_heading(s->page, leaf(s, i)->el))
			bring_back(s, i);
}

/* ---- lists that are announced ---- */

/* The outermost list round item `i`, or GP_NO_ITEM. */
static unsigned
list_of(const struct gp_html_page *p, unsigned i)
{
	unsigned list = GP_NO_ITEM;

	for (; i != GP_NO_ITEM && i > p->best; i = p->items[i].parent)
		if (p->items[i].el == GP_EL_UL || p->items[i].el == GP_EL_OL)
			list = i;
	return list;
}

static bool
ends_in_colon(const struct neighbours *s, unsigned i)
{
	struct gp_buf text = { .max = 0 };
	bool colon;

	if (!leaf(s, i)->ends)
		return false;
	gp_html_leaf_text(s->page, leaf(s, i), &text);
	colon = gp_str_ends(gp_buf_view(&text), GP_STR(":"));
	gp_buf_free(&text);
	return colon;
}

/* "The papers were:"; over text that goes on, a heading does as well.  Behind
   the text, where a site's own lists stand, it has to be a sentence. */
static bool
announces(const struct neighbours *s, unsigned i, unsigned behind)
{
	const struct gp_html_leaf *l = leaf(s, i);

	if (!stays(s, i) || l->link_words > 0)
		return false;
	if (ends_in_colon(s, i))
		return behind <= s->last || l->words >= SENTENCE_WORDS;
	return behind <= s->last && is_in_heading(s->page, l->el);
}

static void
bring_back_links(struct neighbours *s, unsigned from, unsigned to)
{
	for (; from < to; from++)
		if (is_aside_for(leaf(s, from), "share-of-links") &&
		    !leaf(s, from)->bad)
			bring_back(s, from);
}

static unsigned
list_end(const struct neighbours *s, unsigned list, unsigned i)
{
	while (i < s->n && gp_html_item_in(s->page, leaf(s, i)->el, list))
		i++;
	return i;
}

static void
keep_announced_lists(struct neighbours *s)
{
	unsigned i, end, list;

	for (i = 1; i < s->n; i = end) {
		list = list_of(s->page, leaf(s, i)->el);
		end = list == GP_NO_ITEM ? i + 1 : list_end(s, list, i);
		if (list != GP_NO_ITEM && announces(s, i - 1, end))
			bring_back_links(s, i, end);
		end = end > i ? end : i + 1;
	}
}

/* Lines of links behind a colon, on a line each, with text behind them. */
static void
keep_announced_lines(struct neighbours *s)
{
	unsigned i, end;

	for (i = 1; i < s->n; i = end + 1) {
		end = i;
		while (end < s->n && end - i < ANNOUNCED_LINES &&
		       is_aside_for(leaf(s, end), "share-of-links"))
			end++;
		if (end > i && stays(s, end) && stays(s, i - 1) &&
		    ends_in_colon(s, i - 1))
			bring_back_links(s, i, end);
	}
}

/* ---- quotations ---- */

static unsigned
quote_of(const struct gp_html_page *p, unsigned i)
{
	for (; i != GP_NO_ITEM && i > p->best; i = p->items[i].parent)
		if (p->items[i].el == GP_EL_BLOCKQUOTE)
			return i;
	return GP_NO_ITEM;
}

static bool
is_in_quote_of(const struct neighbours *s, unsigned i, unsigned other)
{
	unsigned quote = quote_of(s->page, leaf(s, i)->el);

	/* One that goes on and on was not closed. */
	return quote != GP_NO_ITEM && stays(s, other) &&
	       s->page->items[quote].words <= QUOTE_WORDS &&
	       gp_html_item_in(s->page, leaf(s, other)->el, quote);
}

/* Whose words they are stands under them or over them. */
static void
keep_quotes_whole(struct neighbours *s)
{
	unsigned i;

	for (i = 1; i < s->n; i++)
		if (leaf(s, i)->why && !leaf(s, i)->bad &&
		    is_in_quote_of(s, i, i - 1))
			bring_back(s, i);
	for (i = s->n; i-- > 0;)
		if (leaf(s, i)->why && !leaf(s, i)->bad &&
		    is_in_quote_of(s, i, i + 1))
			bring_back(s, i);
}

/* ---- boxes ---- */

/* The outermost part round item `i` that a name or its element speaks
   against. */
static unsigned
box_of(const struct gp_html_page *p, unsigned i)
{
	unsigned box = GP_NO_ITEM;

	for (; i != GP_NO_ITEM && i > p->best && p->items[i].bad;
	     i = p->items[i].parent)
		box = i;
	return box;
}

/* What is in a box that a reader could use. */
static bool
has_form(const struct gp_html_page *p, unsigned box)
{
	unsigned i;

	for (i = box; i < p->items[box].end; i++)
		if (p->items[i].el == GP_EL_FORM ||
		    p->items[i].el == GP_EL_INPUT ||
		    p->items[i].el == GP_EL_BUTTON)
			return true;
	return false;
}

static unsigned
signs_of_part(const struct gp_html_item *item)
{
	unsigned signs = 0;

	if (item->is_card || (item->hints & GP_HINT_NOTICE) ||
	    item->el == GP_EL_NAV || item->el == GP_EL_MENU)
		return TOO_MANY_SIGNS;
	signs += (item->hints & (GP_HINT_STRONG | GP_HINT_WEAK)) != 0;
	signs += item->el == GP_EL_ASIDE || item->el == GP_EL_FOOTER;
	/* "sidebar" says no more of an <aside> than that it is one. */
	return item->links == 0 && signs > 0 ? 1 : signs;
}

static unsigned
signs_against(const struct gp_html_page *p, unsigned box)
{
	const struct gp_html_item *item = &p->items[box];
	unsigned signs = signs_of_part(item);

	if (item->end - box > BOX_PARTS)
		return TOO_MANY_SIGNS;
	signs += item->link_words * 4 > item->words;
	signs += has_form(p, box);
	return signs;
}

static bool
is_sentence(const struct gp_html_leaf *l)
{
	return l->ends && l->words >= SENTENCE_WORDS &&
	       l->link_words * 2 <= l->words;
}

static unsigned
box_end(const struct neighbours *s, unsigned box, unsigned i)
{
	while (i < s->n && gp_html_item_in(s->page, leaf(s, i)->el, box))
		i++;
	return i;
}

static bool
holds_sentence(const struct neighbours *s, unsigned from, unsigned to)
{
	for (; from < to; from++)
		if (is_sentence(leaf(s, from)))
			return true;
	return false;
}

static bool
holds_paragraphs(const struct neighbours *s, unsigned box, unsigned from,
                 unsigned to)
{
	unsigned i, sentences = 0;

	for (i = from; i < to; i++)
		sentences += is_sentence(leaf(s, i));
	return sentences >= TAIL_SENTENCES &&
	       s->page->items[box].prose >= TAIL_WORDS;
}

/* Before the text and behind it, where a site asks for things, a box must say
   more: several sentences and no link. */
static bool
says_enough(const struct neighbours *s, unsigned box, unsigned from,
            unsigned to)
{
	const struct gp_html_item *item = &s->page->items[box];
	if (to <= s->last && from > s->first)
		return holds_sentence(s, from, to) ||
		       (item->link_words == 0 &&
		        (item->words >= BOX_WORDS || item->has_media));
	if (item->links > 0)
		return false;
	if (item->el == GP_EL_FOOTER || item->el == GP_EL_ASIDE)
		return holds_sentence(s, from, to);
	return holds_paragraphs(s, box, from, to);
}

static void
keep_box(struct neighbours *s, unsigned box, unsigned from, unsigned to)
{
	unsigned i;

	if (signs_against(s->page, box) >= TOO_MANY_SIGNS ||
	    !says_enough(s, box, from, to))
		return;
	for (i = from; i < to; i++)
		if (is_aside_for(leaf(s, i), "container-name"))
			bring_back(s, i);
}

static void
keep_boxes(struct neighbours *s)
{
	unsigned i, end, box;

	for (i = 0; i < s->n; i = end) {
		box = is_aside_for(leaf(s, i), "container-name")
		              ? box_of(s->page, leaf(s, i)->el)
		              : GP_NO_ITEM;
		end = box == GP_NO_ITEM ? i + 1 : box_end(s, box, i);
		if (box != GP_NO_ITEM && end > i)
			keep_box(s, box, i, end);
		end = end > i ? end : i + 1;
	}
}

unsigned
gp_html_keep_by_place(struct gp_html_page *p)
{
	struct neighbours s = { .page = p };

	gather(&s);
	if (!s.at)
		return 0;
	find_ends(&s);
	keep_boxes(&s);
	keep_quotes_whole(&s);
	keep_announced_lists(&s);
	keep_announced_lines(&s);
	keep_linked_headings(&s);
	keep_headings_over_text(&s);
	keep_lines_between(&s);
	keep_others_like_them(&s);
	return s.words;
}
