/*
 * Which tables of a page hold figures: by the shape of their rows, each table
 * looked through once.  What is made of a table is not known here, nor what
 * its words mean.
 */
#include "import/html/page/html_page.h"

enum {
	CELL_WORDS = 30, /* the mean of a table of figures, at most */
	CELL_BLOCKS = 3, /* blocks in one of its cells, at most */
};

static bool
is_cell(const struct gp_html_item *item)
{
	return item->el == GP_EL_TD || item->el == GP_EL_TH;
}

static unsigned
blocks_in(const struct gp_html_page *p, unsigned i)
{
	unsigned k, n = 0;

	for (k = i + 1; k < p->items[i].end; k++)
		n += p->items[k].bytes > 0 &&
		     (gp_el_is((enum gp_el)p->items[k].el) & GP_EL_BLOCK);
	return n;
}

static bool
holds_figures(const struct gp_html_page *p, unsigned table)
{
	unsigned i, rows = 0, cells = 0, row_cells = 0, wide = 0;

	for (i = table + 1; i < p->items[table].end; i++) {
		const struct gp_html_item *item = &p->items[i];

		if (item->el == GP_EL_TABLE || item->el == GP_EL_IMG)
			return false;
		if (item->el == GP_EL_TR) {
			rows++;
			row_cells = 0;
		}
		if (!is_cell(item))
			continue;
		if (blocks_in(p, i) > CELL_BLOCKS)
			return false;
		cells++;
		wide += ++row_cells == 2;
	}
	return rows >= 2 && wide >= 2 &&
	       p->items[table].words <= cells * CELL_WORDS;
}

bool
gp_html_page_has_figures(struct gp_html_page *p, unsigned table)
{
	struct gp_html_item *item = &p->items[table];

	if (!item->is_judged)
		item->has_figures = holds_figures(p, table);
	item->is_judged = true;
	return item->has_figures;
}

static bool
has_rows(const struct gp_html_page *p, unsigned table)
{
	unsigned i, k, cells, rows = 0;

	for (i = table; i < p->items[table].end && rows < 3; i++) {
		if (p->items[i].el != GP_EL_TR)
			continue;
		cells = 0;
		for (k = i + 1; k < p->items[i].end; k = p->items[k].end)
			cells += !p->items[k].is_text;
		rows += cells >= 3;
	}
	return rows == 3;
}

bool
gp_html_page_in_rows(struct gp_html_page *p, unsigned i)
{
	unsigned up = i;

	if (p->items[up].el != GP_EL_TD && p->items[up].el != GP_EL_TH)
		return false;
	while (up != GP_NO_ITEM && p->items[up].el != GP_EL_TABLE)
		up = p->items[up].parent;
	if (up == GP_NO_ITEM)
		return false;
	if (!p->items[up].is_counted)
		p->items[up].has_rows = has_rows(p, up);
	p->items[up].is_counted = true;
	return p->items[up].has_rows;
}
