/*
 * Parts of a page that count as shown though they are hidden or a widget, as
 * they hold most of its words: without them nothing would be left to read.
 * Which of those words are article is not known here, nor what scripts do.
 */
#include "import/html/page/html_page.h"

/* before[i]: the words of all texts before item `i` that a reader may ever
   see; with `prose`, of those that are long enough for a sentence. */
static unsigned *
count_before(const struct gp_html_page *p, bool prose)
{
	unsigned *before =
		gp_arena_array(p->arena, p->n_items + 1, sizeof *before);
	unsigned i, unseen = 0;

	for (i = p->root; before && i < p->n_items; i++) {
		const struct gp_html_item *item = &p->items[i];

		if (gp_el_is((enum gp_el)item->el) & GP_EL_UNSEEN &&
		    item->end > unseen)
			unseen = item->end;
		before[i + 1] = before[i];
		if (item->is_text && i >= unseen)
			before[i + 1] += prose ? item->prose : item->words;
	}
	return before;
}

static bool
holds_most(const struct gp_html_page *p, unsigned i, const unsigned *before)
{
	return (before[p->items[i].end] - before[i]) * 2 > before[p->n_items];
}

/* Each entry of a list that is read stands on a line of its own. */
static void
part_options(struct gp_html_page *p, unsigned i)
{
	unsigned k;

	for (k = i; k < p->items[i].end; k++)
		if (gp_flat_is(p->flat, k, GP_N_OPTION) ||
		    gp_flat_is(p->flat, k, GP_N_OPTGROUP))
			p->items[k].el = GP_EL_P;
}

void
gp_html_show_the_page(struct gp_html_page *p)
{
	const unsigned *words = count_before(p, false);
	const unsigned *prose = count_before(p, true);
	unsigned i;

	for (i = p->root; words && prose && i < p->n_items; i++) {
		struct gp_html_item *item = &p->items[i];

		if (item->is_hidden && holds_most(p, i, words))
			item->is_skipped = item->is_hidden = false;
		if (!item->is_hidden &&
		    (gp_el_is((enum gp_el)item->el) & GP_EL_WIDGET) &&
		    holds_most(p, i, prose) && holds_most(p, i, words)) {
			item->is_skipped = false;
			part_options(p, i);
		}
		if (item->is_skipped)
			i = item->end - 1;
	}
}
