/*
 * Which tables of a page hold figures: by the shape of their rows, each table
 * looked through once.  What is made of a table is not known here, nor what
 * its words mean.
 */
#include "import/html/page/html_page.h"

enum {
	CELL_WORDS = 30,  /* the mean of a table of figures, at most */
	CELL_BLOCKS = 3,  /* blocks in one of its cells, at most */
	PAGE_WORDS = 400, /* in one cell, where a page is laid out */
};

/* What its mark-up says of a table, and its shape. */
struct table_shape {
	unsigned rows, cells, row_cells;
	unsigned wide;  /* rows of two cells and more */
	bool is_named;  /* has a head, a caption or a summary */
	bool is_nested; /* holds a table */
	bool is_page;   /* holds what only a page has */
	bool is_tall;   /* one of its cells holds many blocks */
	bool is_shown;  /* holds a picture */
};

static unsigned
blocks_in(const struct gp_html_page *p, unsigned i)
{
	unsigned k, n = 0;

	for (k = i + 1; k < p->items[i].end; k++)
		n += p->items[k].bytes > 0 &&
		     (gp_el_is((enum gp_el)p->items[k].el) & GP_EL_BLOCK);
	return n;
}

static void
look_at_cell(const struct gp_html_page *p, unsigned i, struct table_shape *s)
{
	s->cells++;
	s->wide += ++s->row_cells == 2;
	s->is_tall |= blocks_in(p, i) > CELL_BLOCKS;
	s->is_page |= p->items[i].words > PAGE_WORDS;
	s->is_named |= p->items[i].el == GP_EL_TH && p->items[i].bytes > 0;
}

static void
look_at(const struct gp_html_page *p, unsigned i, struct table_shape *s)
{
	switch ((unsigned)p->items[i].el) {
	case GP_EL_TABLE:
		s->is_nested = true;
		break;
	case GP_EL_IMG:
	case GP_EL_AMP_IMG:
		s->is_shown = true;
		break;
	case GP_EL_ARTICLE:
	case GP_EL_FORM:
	case GP_EL_H1:
	case GP_EL_NAV:
		s->is_page = true;
		break;
	case GP_EL_CAPTION:
	case GP_EL_THEAD:
		s->is_named |= p->items[i].bytes > 0;
		break;
	case GP_EL_TR:
		s->rows++;
		s->row_cells = 0;
		break;
	case GP_EL_TD:
	case GP_EL_TH:
		look_at_cell(p, i, s);
		break;
	default:
		break;
	}
}

static struct table_shape
shape_of(const struct gp_html_page *p, unsigned table)
{
	struct table_shape s = { .rows = 0 };
	unsigned i;

	for (i = table + 1; i < p->items[table].end && !s.is_nested; i++)
		look_at(p, i, &s);
	return s;
}

static bool
is_presentation(const struct gp_html_page *p, unsigned table)
{
	struct gp_str role =
		gp_str_trim(gp_flat_attr(p->flat, table, GP_N_ROLE));

	return gp_str_eq_nocase(role, GP_STR("presentation")) ||
	       gp_str_eq_nocase(role, GP_STR("none"));
}

/* A head or a caption say that it is one, whatever its cells hold; without
   them its cells must be short. */
static bool
holds_figures(const struct gp_html_page *p, unsigned table)
{
	struct table_shape s;

	if (is_presentation(p, table))
		return false;
	s = shape_of(p, table);
	if (s.is_nested || s.is_page || s.cells < 2)
		return false;
	if (s.is_named)
		return s.wide >= 1;
	return !s.is_shown && !s.is_tall && s.rows >= 2 && s.wide >= 2 &&
	       p->items[table].words <= s.cells * CELL_WORDS;
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

/* Two rows of two cells under a head: its links are what it tells. */
static bool
has_headed_rows(const struct gp_html_page *p, unsigned table)
{
	struct table_shape s;

	if (is_presentation(p, table))
		return false;
	s = shape_of(p, table);
	return s.is_named && s.wide >= 2 && !s.is_nested && !s.is_page;
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
		p->items[up].has_rows =
			has_rows(p, up) || has_headed_rows(p, up);
	p->items[up].is_counted = true;
	return p->items[up].has_rows;
}
