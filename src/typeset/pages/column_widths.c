/* Columns of tables: as wide as their content asks for where there is room,
   else shared out between the widest word and the whole text of each. */
#include "typeset/pages/layout_steps.h"

enum { MOST_PASSES = 8 }; /* over the columns, to find a fair share */

struct column {
	int64_t least, best; /* widest word, widest cell without a break */
	int64_t width, x;
};

struct columns {
	struct gp_layout *l;
	struct gp_table *table;
	struct column *column;
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
		if (box->end == GP_BOX_SPACE || box->end == GP_BOX_TIE)
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
		if (least > c->column[i].least)
			c->column[i].least = least;
		if (best > c->column[i].best)
			c->column[i].best = best;
	}
}

/* Where not every column can be as wide as its widest word, those that ask for
   less than an equal share get what they ask for, and the rest share what is
   left: one word of 300 letters takes no room from the others. */
static void
share_least(struct columns *c, int64_t room)
{
	int64_t left = room, fair = room / (int64_t)c->count;
	size_t asking = c->count, passes, i;

	for (i = 0; i < c->count; i++)
		c->column[i].width = -1;
	for (passes = 0; passes < MOST_PASSES && asking; passes++) {
		fair = left / (int64_t)asking;
		for (i = 0; i < c->count; i++) {
			struct column *k = &c->column[i];

			if (k->width >= 0 || k->least > fair)
				continue;
			k->width = k->least;
			left -= k->least;
			asking--;
		}
	}
	for (i = 0; i < c->count; i++)
		if (c->column[i].width < 0)
			c->column[i].width = left / (int64_t)asking;
}

/* Where there is room for all, each gets it; else what is left beside the
   widest words goes to those who would like more. */
static void
share_best(struct columns *c, int64_t room, int64_t least, int64_t best)
{
	int64_t more = best - least;
	size_t i;

	for (i = 0; i < c->count; i++) {
		struct column *k = &c->column[i];

		k->width = k->best;
		if (best > room && more > 0)
			k->width = k->least +
			           (room - least) * (k->best - k->least) / more;
	}
}

static void
share(struct columns *c)
{
	int64_t room = c->table->width - c->gap * (int64_t)(c->count - 1);
	int64_t least = 0, best = 0;
	int64_t x = c->table->x;
	size_t i;

	for (i = 0; i < c->count; i++) {
		least += c->column[i].least;
		best += c->column[i].best;
	}
	if (least > room)
		share_least(c, room);
	else
		share_best(c, room, least, best);
	for (i = 0; i < c->count; i++) {
		struct column *k = &c->column[i];

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
	cell->x = (gp_len)c->column[first].x;
	cell->width = (gp_len)(c->column[last].x + c->column[last].width -
	                       c->column[first].x);
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
		least += c->column[i].least;
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

	c.column = gp_arena_array(l->arena, c.count ? c.count : 1,
	                          sizeof *c.column);
	if (!c.column || c.count == 0)
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
