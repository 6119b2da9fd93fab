/* A table in parts of some columns each, one under the other: the first
   column stands in all of them, and what spans columns of several is cut into
   as many.  Its elements stay those of one table: what stands a second time
   is not read.  What happens where two columns are too many is not known
   here. */
#include "typeset/compose/table_taken.h"

#include <string.h>

struct table_parting {
	const struct gp_taken_table *t;
	struct gp_columns all; /* what each column asks for */
	size_t *next;          /* cell of each row: the first to come */
	struct gp_cell *room;  /* for the cells of a row */
	size_t *ends;          /* behind the last column of each part */
	size_t count;
};

/* Some columns, beside the first. */
struct column_part {
	size_t from, to;
	bool first;
};

/* ---- the cells of a part ---- */

static size_t
cell_end(const struct gp_cell *cell)
{
	return cell->column + (cell->columns ? cell->columns : 1);
}

/* What of a cell stands in the part; no column: nothing. */
static struct gp_cell
cut(const struct gp_cell *cell, const struct column_part *p)
{
	struct gp_cell own = *cell;
	size_t end = cell_end(cell), from = 0;

	if (cell->column > 0)
		from = (cell->column > p->from ? cell->column - p->from : 0) +
		       1;
	if (end > p->to)
		end = p->to;
	end = end > p->from ? end - p->from + 1 : 1;
	own.column = (uint32_t)from;
	own.columns = end > from ? (uint32_t)(end - from) : 0;
	own.again = !p->first && cell->column < p->from;
	if (!p->first)
		own.node = NULL; /* pages are told by what comes in order */
	return own;
}

/* The cells of a row that stand in the part, in g->room; how many. */
static size_t
cut_row(const struct table_parting *g, size_t row, const struct column_part *p)
{
	const struct gp_block *b = &g->t->rows[row];
	size_t i = g->next[row], count = 0;

	if (i > 0 && b->cells[0].column == 0)
		g->room[count++] = cut(&b->cells[0], p);
	for (; i < b->n_cells && b->cells[i].column < p->to; i++)
		g->room[count++] = cut(&b->cells[i], p);
	return count;
}

/* The parts to come begin at `column`. */
static void
go_on(const struct table_parting *g, size_t column)
{
	size_t row;

	for (row = 0; row < g->t->table->count; row++) {
		const struct gp_block *b = &g->t->rows[row];
		size_t *i = &g->next[row];

		while (*i < b->n_cells && cell_end(&b->cells[*i]) <= column)
			++*i;
	}
}

/* ---- which columns are a part ---- */

/* The columns of a part with what its cells ask for. */
static bool
ask_part(const struct table_parting *g, const struct column_part *p,
         struct gp_columns *c)
{
	size_t row, i, count;

	if (!gp_columns_open(c, g->t->flow, g->t->table, p->to - p->from + 1))
		return false;
	for (row = 0; row < g->t->table->count; row++) {
		count = cut_row(g, row, p);
		for (i = 0; i < count; i++)
			gp_columns_ask(c, &g->room[i]);
	}
	return true;
}

/* As many columns from p->from on as have room beside the first, `most` at
   most; false: not even one has. */
static bool
end_part(const struct table_parting *g, struct column_part *p, size_t most)
{
	const struct gp_columns *all = &g->all;
	int64_t asked = all->rows[0].need;
	struct gp_columns c;

	p->to = p->from;
	while (p->to < all->count && p->to - p->from < most) {
		asked += all->gap + all->rows[p->to].need;
		if (asked > all->room && p->to > p->from)
			break;
		p->to++;
	}
	/* A head that is cut is not as easily content as one that spans. */
	for (; p->to > p->from; p->to--)
		if (!ask_part(g, p, &c) || gp_columns_need(&c, 100) <= c.room)
			return c.rows != NULL;
	return false;
}

/* Finds the parts: `wanted` of them that are alike, 0: the fewest that there
   is room for. */
static bool
find_parts(struct table_parting *g, size_t wanted)
{
	size_t most;
	struct column_part p = { .from = 1, .first = true };

	g->count = 0;
	memset(g->next, 0, g->t->table->count * sizeof *g->next);
	while (p.from < g->all.count) {
		most = g->all.count - p.from;
		if (g->count < wanted)
			most = (most + wanted - g->count - 1) /
			       (wanted - g->count);
		go_on(g, p.from);
		if (!end_part(g, &p, most))
			return false;
		g->ends[g->count++] = p.to;
		p.from = p.to;
		p.first = false;
	}
	return g->count > 1;
}

/* The fewest parts that there is room for, and those of one size. */
static bool
find_even_parts(struct table_parting *g)
{
	size_t count;

	if (!find_parts(g, 0))
		return false;
	count = g->count;
	return (find_parts(g, count) && g->count == count) || find_parts(g, 0);
}

/* ---- blocks ---- */

/* A row of whose cells none stands in the part. */
static size_t
empty_row(const struct table_parting *g, size_t row,
          const struct column_part *p)
{
	g->room[0] = (struct gp_cell){ .page_of = GP_NONE,
		                       .element = GP_NONE,
		                       .columns = 1 };
	/* In the first part all rows come in their order. */
	if (p->first)
		g->room[0].element = gp_table_row(g->t->flow, &g->t->rows[row]);
	return 1;
}

static void
put_row(const struct table_parting *g, size_t row, const struct column_part *p,
        const struct gp_columns *c, uint32_t first)
{
	struct gp_flow *f = g->t->flow;
	struct gp_block b = g->t->rows[row];
	size_t count = cut_row(g, row, p), i;

	if (count == 0)
		count = empty_row(g, row, p);
	b.cells = gp_flow_cells(f, count);
	b.n_cells = count;
	if (!b.cells)
		return;
	for (i = 0; i < count; i++) {
		b.cells[i] = g->room[i];
		gp_columns_give(c, &b.cells[i]);
	}
	if (b.head != GP_NONE)
		b.head = first + (b.head - g->t->table->first);
	(void)gp_flow_add(f, &b);
}

/* The first column is as wide in each part as in the one before, where there
   is room for that. */
static void
align_first(struct gp_columns *c, int64_t *width)
{
	struct gp_column *k = &c->rows[0];
	int64_t least = k->need;

	if (*width > least) {
		k->need = *width;
		if (gp_columns_need(c, 100) > c->room)
			k->need = least;
	}
	if (*width && k->need == *width)
		k->best = *width;
	gp_columns_share_need(c);
	*width = k->width;
}

static void
put_part(const struct table_parting *g, const struct column_part *p,
         int64_t *width)
{
	struct gp_flow *f = g->t->flow;
	uint32_t first = (uint32_t)f->n_blocks;
	struct gp_columns c;
	size_t row;

	if (!ask_part(g, p, &c))
		return;
	align_first(&c, width);
	for (row = 0; row < g->t->table->count; row++)
		put_row(g, row, p, &c, first);
	gp_table_frame(f, first);
}

static void
put_parts(const struct table_parting *g)
{
	struct column_part p = { .from = 1, .first = true };
	int64_t width = 0;
	size_t i;

	memset(g->next, 0, g->t->table->count * sizeof *g->next);
	for (i = 0; i < g->count; i++) {
		go_on(g, p.from);
		p.to = g->ends[i];
		put_part(g, &p, &width);
		p.from = p.to;
		p.first = false;
	}
}

/* ---- the whole ---- */

static bool
open_parting(struct table_parting *g, const struct gp_taken_table *t)
{
	struct gp_arena *a = t->flow->arena;
	size_t columns = t->table->columns, row, i;

	*g = (struct table_parting){ .t = t };
	g->next = gp_arena_array(a, t->table->count, sizeof *g->next);
	g->room = gp_arena_array(a, columns + 1, sizeof *g->room);
	g->ends = gp_arena_array(a, columns, sizeof *g->ends);
	if (!g->next || !g->room || !g->ends ||
	    !gp_columns_open(&g->all, t->flow, t->table, columns))
		return false;
	g->all.gap = t->flow->style->cell_gap;
	for (row = 0; row < t->table->count; row++)
		for (i = 0; i < t->rows[row].n_cells; i++)
			gp_columns_ask(&g->all, &t->rows[row].cells[i]);
	return columns > 2;
}

size_t
gp_table_parts(const struct gp_taken_table *t)
{
	struct table_parting g;

	if (!open_parting(&g, t) || !find_even_parts(&g))
		return 0;
	put_parts(&g);
	return g.count;
}
