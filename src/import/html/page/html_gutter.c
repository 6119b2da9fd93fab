/*
 * Line numbers beside code: in a cell before that of the code, as Pygments and
 * its like lay it out, or in parts within the code that are named so.  Numbers
 * are known by their being nothing else and by counting on by one; what the
 * code is, is not known here.
 */
#include "import/html/page/html_page.h"

enum { NAMED_BYTES = 80, LONGEST_NUMBER = 6 };

struct gutter {
	struct gp_html_page *page;
	unsigned budget; /* items that may still be looked at, over all */
};

/* Reads the numbers of one text, each one more than the last. */
static bool
count_on(struct gp_str s, unsigned *last)
{
	struct gp_str word;
	unsigned number;
	size_t i;

	while (gp_str_word(&s, &word)) {
		if (word.n > LONGEST_NUMBER)
			return false;
		for (number = 0, i = 0; i < word.n; i++) {
			if (!gp_is_digit(word.p[i]))
				return false;
			number = number * 10 + (unsigned)(word.p[i] - '0');
		}
		if (*last > 0 && number != *last + 1)
			return false;
		*last = number;
	}
	return true;
}

/* Nothing but numbers in a row. */
static bool
holds_numbers(struct gutter *g, unsigned i)
{
	const struct gp_html_page *p = g->page;
	unsigned k, last = 0;

	for (k = i + 1; k < p->items[i].end && g->budget > 0; k++, g->budget--)
		if (p->items[k].el == GP_EL_TABLE ||
		    (p->items[k].is_text &&
		     !count_on(gp_flat_text(p->flat, k), &last)))
			return false;
	return g->budget > 0 && last > 0;
}

static bool
holds_code(struct gutter *g, unsigned i)
{
	const struct gp_html_page *p = g->page;
	unsigned k;

	for (k = i; k < p->items[i].end && g->budget > 0; k++, g->budget--)
		if (p->items[k].el == GP_EL_PRE || p->items[k].el == GP_EL_CODE)
			return true;
	return false;
}

/* A cell, and behind it one of code. */
static bool
is_cell_beside_code(struct gutter *g, unsigned i)
{
	const struct gp_html_page *p = g->page;
	unsigned next = p->items[i].end;

	if (p->items[i].el != GP_EL_TD && p->items[i].el != GP_EL_TH)
		return false;
	while (next < p->n_items && p->items[next].is_text)
		next = p->items[next].end;
	return next < p->n_items && p->items[next].el == GP_EL_TD &&
	       p->items[next].parent == p->items[i].parent &&
	       holds_numbers(g, i) && holds_code(g, next);
}

/* "lineno", "line-numbers", "gutter". */
static bool
is_named_gutter(const struct gp_html_page *p, unsigned i)
{
	static const char *const names[] = {
		"lineno",
		"linenos",
		"linenumber",
		"linenumbers",
		"line-number",
		"line-numbers",
		"line_number",
		"gutter",
		"rouge-gutter",
		"hljs-ln-numbers",
		"react-code-line-number",
		"token-line-number",
		NULL,
	};
	struct gp_str list = gp_flat_attr(p->flat, i, GP_N_CLASS), word;

	if (list.n == 0 || list.n > NAMED_BYTES)
		return false;
	while (gp_str_word(&list, &word))
		if (gp_str_among(word, names))
			return true;
	return false;
}

void
gp_html_hide_gutters(struct gp_html_page *p)
{
	struct gutter g = { .page = p, .budget = 2 * p->n_items };
	unsigned i, pre_end = 0;

	for (i = p->root; i < p->n_items; i++) {
		struct gp_html_item *item = &p->items[i];

		if (item->el == GP_EL_PRE && item->end > pre_end)
			pre_end = item->end;
		if (item->is_text || item->is_skipped ||
		    !(is_cell_beside_code(&g, i) ||
		      (i < pre_end && is_named_gutter(p, i) &&
		       holds_numbers(&g, i))))
			continue;
		item->is_skipped = item->is_hidden = true;
		i = item->end - 1;
	}
}
