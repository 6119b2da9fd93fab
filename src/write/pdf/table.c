/* Columns of tables: as wide as their content asks for where there is room,
   else shared out between the widest word and the whole text of each. */
#include "write/pdf/layout.h"

#include "base/limits.h"

struct column {
	int64_t least, best; /* widest word, widest cell without a break */
	int64_t width, x;
};

struct columns {
	struct gp_layout *l;
	struct gp_table *table;
	struct column *rows;
	size_t count;
	int64_t gap;
};

/* Widest word and width without breaks of a paragraph. */
static void
measure_para(struct gp_layout *l, const struct gp_para *p, int64_t *least,
             int64_t *best)
{
	struct gp_boxes *boxes = &l->breaker->boxes;
	int64_t width = 0;
	size_t i;

	*least = *best = 0;
	if (!gp_boxes_cut(boxes, p, INT32_MAX / 4, false))
		return;
	for (i = 0; i < boxes->count; i++) {
		const struct gp_box *box = &boxes->rows[i];

		width += box->width;
		if (box->width > *least)
			*least = box->width;
		if (width > *best)
			*best = width;
		if (box->end == GP_BOX_SPACE)
			width += box->after;
		if (box->end == GP_BOX_FORCED)
			width = 0;
	}
}

/* What a cell asks for, shared by the columns it spans. */
static void
ask(struct columns *c, const struct gp_cell *cell)
{
	int64_t least, best, spans = cell->columns ? cell->columns : 1;
	uint32_t i;

	if (!cell->para)
		return;
	measure_para(c->l, cell->para, &least, &best);
	/* A little more, so that rounding does not break a word. */
	least = (least + GP_PT) / spans;
	best = (best + GP_PT) / spans;
	for (i = cell->column; i < cell->column + spans && i < c->count; i++) {
		if (least > c->rows[i].least)
			c->rows[i].least = least;
		if (best > c->rows[i].best)
			c->rows[i].best = best;
	}
}

static void
share(struct columns *c)
{
	int64_t room = c->table->width - c->gap * (int64_t)(c->count - 1);
	int64_t least = 0, best = 0, more;
	int64_t x = c->table->x;
	size_t i;

	for (i = 0; i < c->count; i++) {
		least += c->rows[i].least;
		best += c->rows[i].best;
	}
	more = best - least;
	for (i = 0; i < c->count; i++) {
		struct column *k = &c->rows[i];

		if (best <= room)
			k->width = k->best;
		else if (least <= room && more > 0)
			k->width = k->least +
			           (room - least) * (k->best - k->least) / more;
		else if (least > 0)
			k->width = room * k->least / least;
		if (k->width < GP_PT)
			k->width = GP_PT;
		k->x = x;
		x += k->width + c->gap;
	}
}

static void
give(const struct columns *c, struct gp_cell *cell)
{
	size_t first = cell->column, last = first;

	if (first >= c->count)
		return;
	if (cell->columns > 1)
		last += cell->columns - 1;
	if (last >= c->count)
		last = c->count - 1;
	cell->x = (gp_len)c->rows[first].x;
	cell->width = (gp_len)(c->rows[last].x + c->rows[last].width -
	                       c->rows[first].x);
}

/* A table whose words are too wide for a column of the body stands across all
   of them. */
static void
widen(struct columns *c)
{
	const struct gp_style *s = c->l->flow->style;
	struct gp_table *t = c->table;
	int64_t least = c->gap * (int64_t)(c->count - 1);
	struct gp_block *b = &c->l->flow->blocks[t->first];
	size_t i;

	for (i = 0; i < c->count; i++)
		least += c->rows[i].least;
	if (s->columns < 2 || least <= t->width || b->wide)
		return;
	t->x = 0;
	t->width = gp_style_measure(s);
	for (i = 0; i < t->count; i++)
		b[i].wide = true;
}

static void
lay_out_table(struct gp_layout *l, struct gp_table *table)
{
	struct columns c = { .l = l, .table = table, .count = table->columns };
	const struct gp_block *blocks = &l->flow->blocks[table->first];
	size_t i, k;

	c.rows =
		gp_arena_array(l->arena, c.count ? c.count : 1, sizeof *c.rows);
	if (!c.rows || c.count == 0)
		return;
	/* Many columns leave no room for a gap. */
	c.gap = l->flow->style->cell_gap;
	if (c.gap * (int64_t)c.count > table->width / 3)
		c.gap = table->width / 3 / (int64_t)c.count;
	for (i = 0; i < table->count; i++)
		for (k = 0; k < blocks[i].n_cells; k++)
			ask(&c, &blocks[i].cells[k]);
	widen(&c);
	share(&c);
	for (i = 0; i < table->count; i++)
		for (k = 0; k < blocks[i].n_cells; k++)
			give(&c, &blocks[i].cells[k]);
}

void
gp_layout_tables(struct gp_layout *l)
{
	size_t i;

	for (i = 0; i < l->flow->n_tables; i++)
		lay_out_table(l, &l->flow->tables[i]);
}
