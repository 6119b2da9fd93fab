/*
 * Tables of figures: see html_tree.h.  Rows come out as wide as the widest, so
 * that every writer meets a whole table.  Which table is one of figures is not
 * known here but in page/html_rows.c.
 */
#include "import/html/tree/html_tree.h"

enum {
	WIDEST = 100, /* columns; cells behind them start a row */
	MOST_SPAN = 1000,
};

static bool
is_cell(const struct gp_html_item *item)
{
	return item->el == GP_EL_TD || item->el == GP_EL_TH;
}

unsigned
gp_html_tree_table_of(const struct gp_html_tree *t, unsigned i)
{
	const struct gp_html_page *p = t->page;

	for (; i != GP_NO_ITEM && i > p->best; i = p->items[i].parent)
		if (p->items[i].el == GP_EL_TABLE)
			return gp_html_page_has_figures(t->page, i)
			               ? i
			               : GP_NO_ITEM;
	return GP_NO_ITEM;
}

static int
span_of(const struct gp_html_page *p, unsigned i, enum gp_name name)
{
	struct gp_str s = gp_str_trim(gp_flat_attr(p->flat, i, name));
	int n = 0;
	size_t k;

	for (k = 0; k < s.n && gp_is_digit(s.p[k]) && n <= MOST_SPAN; k++)
		n = n * 10 + (s.p[k] - '0');
	return n > MOST_SPAN ? MOST_SPAN : n;
}

static bool
in_head(const struct gp_html_page *p, unsigned i)
{
	unsigned up = p->items[i].parent;

	if (up != GP_NO_ITEM && p->items[up].el == GP_EL_TR)
		up = p->items[up].parent;
	return up != GP_NO_ITEM && p->items[up].el == GP_EL_THEAD;
}

/* As the cell says, or its row: of style only what stands at them is known. */
static enum gp_cell_side
side_of(const struct gp_html_page *p, unsigned i)
{
	static const struct {
		const char *word;
		enum gp_cell_side side;
	} words[] = {
		{ "center", GP_CELL_CENTRE },
		{ "right", GP_CELL_RIGHT },
		{ "end", GP_CELL_RIGHT },
	};
	struct gp_str style = gp_flat_attr(p->flat, i, GP_N_STYLE);
	size_t at = gp_str_find(style, GP_STR("text-align"), 0), k;
	struct gp_str side =
		at < style.n ? gp_str_sub(style, at + 10,
	                                  gp_str_find(style, GP_STR(";"), at))
			     : gp_flat_attr(p->flat, i, GP_N_ALIGN);

	side = gp_str_trim(side);
	if (side.n && side.p[0] == ':')
		side = gp_str_trim(gp_str_sub(side, 1, side.n));
	for (k = 0; k < sizeof words / sizeof *words; k++)
		if (gp_str_eq_nocase(side, gp_str(words[k].word)))
			return words[k].side;
	return GP_CELL_START;
}

/* A picture stands behind its table; its words stay in its cell. */
static void
add_words_of_picture(struct gp_html_tree *t, struct gp_node *cell, unsigned i)
{
	const struct gp_flat *d = t->page->flat;
	uint32_t img = gp_flat_find(d, i, GP_N_IMG);
	struct gp_buf alt = { .max = 0 };

	if (img == GP_FLAT_NONE)
		return;
	gp_collapse(gp_flat_attr(d, img, GP_N_ALT), &alt);
	if (alt.len)
		(void)gp_node_append(
			cell,
			gp_node_new_text(t->arena, gp_arena_buf(t->arena, &alt),
		                         cell->at));
	gp_buf_free(&alt);
}

static void
add_cell(struct gp_html_tree *t, struct gp_node *row, unsigned i)
{
	const struct gp_html_item *item = &t->page->items[i];
	struct gp_node *cell =
		gp_node_new(t->arena, GP_CELL, (struct gp_span){ 0, 0 });

	if (!gp_node_append(row, cell))
		return;
	cell->as.cell.header = item->el == GP_EL_TH || in_head(t->page, i);
	cell->as.cell.columns = span_of(t->page, i, GP_N_COLSPAN);
	cell->as.cell.rows = span_of(t->page, i, GP_N_ROWSPAN);
	cell->as.cell.side = side_of(t->page, i);
	if (cell->as.cell.side == GP_CELL_START)
		cell->as.cell.side = side_of(t->page, item->parent);
	cell->lang = gp_arena_str(t->arena, gp_html_tree_lang(t, i));
	gp_html_tree_inline(t, cell, i + 1, item->end);
	if (item->bytes == 0 && item->has_media)
		add_words_of_picture(t, cell, i);
}

static void
add_row(struct gp_html_tree *t, struct gp_node *table, unsigned i)
{
	const struct gp_html_page *p = t->page;
	struct gp_node *row =
		gp_node_new(t->arena, GP_ROW, (struct gp_span){ 0, 0 });
	unsigned k, n = 0;

	for (k = i + 1; row && k < p->items[i].end; k = p->items[k].end)
		if (is_cell(&p->items[k]) && !p->items[k].is_skipped &&
		    n++ < WIDEST)
			add_cell(t, row, k);
	if (row && row->first)
		(void)gp_node_append(table, row);
}

static int
width_of(const struct gp_node *row, bool *spans_rows)
{
	const struct gp_node *c;
	int width = 0;

	for (c = row->first; c; c = c->next) {
		const struct gp_node_cell *cell = gp_node_cell(c);

		width += cell->columns > 1 ? cell->columns : 1;
		*spans_rows |= cell->rows > 1;
	}
	return width;
}

/* Where cells span rows, only their author knows what is missing. */
static void
even_rows(struct gp_html_tree *t, struct gp_node *table)
{
	struct gp_node *row;
	bool spans_rows = false;
	int widest = 0, width;

	for (row = table->first; row; row = row->next) {
		width = row->kind == GP_ROW ? width_of(row, &spans_rows) : 0;
		widest = width > widest ? width : widest;
	}
	if (spans_rows || widest > WIDEST)
		return;
	for (row = table->first; row; row = row->next)
		for (width = width_of(row, &spans_rows);
		     row->kind == GP_ROW && width < widest; width++)
			if (!gp_node_append(row, gp_node_new(t->arena, GP_CELL,
			                                     row->at)))
				return;
}

static struct gp_node *
own_caption(struct gp_html_tree *t, unsigned i)
{
	struct gp_node *n =
		gp_node_new(t->arena, GP_CAPTION, (struct gp_span){ 0, 0 });

	gp_html_tree_inline(t, n, i + 1, t->page->items[i].end);
	return n;
}

static bool
is_caption(const struct gp_html_item *item)
{
	return item->el == GP_EL_CAPTION && item->bytes > 0;
}

bool
gp_html_tree_has_caption(const struct gp_html_tree *t, unsigned table)
{
	const struct gp_html_item *items = t->page->items;
	unsigned i;

	for (i = table + 1; i < items[table].end; i = items[i].end)
		if (is_caption(&items[i]))
			return true;
	return false;
}

struct gp_node *
gp_html_tree_table(struct gp_html_tree *t, unsigned table,
                   struct gp_node *caption)
{
	const struct gp_html_page *p = t->page;
	struct gp_node *n;
	unsigned i;

	n = gp_node_new(t->arena, GP_TABLE, (struct gp_span){ 0, 0 });
	(void)gp_node_append(n, caption);
	for (i = table + 1; n && i < p->items[table].end; i++) {
		if (is_caption(&p->items[i]))
			(void)gp_node_append(n, own_caption(t, i));
		else if (p->items[i].el == GP_EL_TR)
			add_row(t, n, i);
	}
	if (n)
		even_rows(t, n);
	return n;
}
