/* A table as lists, one a row: "Region: North East", a line a cell.  Its
   elements stay those of a table, heads and all: what a head is called stands
   with the first row's words and is read there as its own; with the others it
   is drawn and not read again. */
#include "typeset/compose/table_taken.h"

#include <string.h>

enum {
	MOST_HEADS = 4,
	LONGEST_KEPT = 8, /* lines of a list that stay on a page */
	TOGETHER = 2,     /* lines of a longer one that do */
	/* What stands over columns is said in each row: beyond these a table
	   of some kilobytes would fill thousands of pages. */
	MOST_COLUMNS = 60,
	MOST_HEAD_BYTES = 4096, /* over all columns together */
	MOST_LABEL_BYTES = 200, /* of a cell that is said in rows under it */
};

/* A cell that reaches into rows to come. */
struct above {
	const struct gp_cell *cell;
	uint32_t rows; /* left */
};

struct records {
	struct gp_flow *flow;
	const struct gp_taken_table *t;
	uint32_t heads;
	/* By column: the heads over it, one a row of them. */
	const struct gp_cell *(*over)[MOST_HEADS];
	struct above *above; /* by column */
	bool *said;          /* by column: its head is in the tree */
	bool begun;          /* the head's elements are */
	uint32_t first;      /* block of the record */
};

static size_t
cell_columns(const struct gp_cell *cell)
{
	return cell->columns ? cell->columns : 1;
}

/* ---- words ---- */

/* The words of a cell behind those of f->text; with `silent` nobody reads
   them. */
static void
put_words(struct gp_flow *f, const struct gp_para *p, bool silent, bool added)
{
	size_t i;

	for (i = 0; i < p->n_spans; i++) {
		const struct gp_text_span *s = &p->spans[i];
		struct gp_str words = gp_str_sub(p->text, s->from, s->to);
		struct gp_voice voice = s->voice;
		size_t end;

		voice.added = voice.added || added;
		if (silent)
			voice.element = voice.link = GP_NONE;
		while ((end = gp_str_find(words, GP_STR("\n"), 0)) < words.n) {
			gp_para_add(&f->text, &voice,
			            gp_str_sub(words, 0, end));
			gp_para_break(&f->text);
			words = gp_str_sub(words, end + 1, words.n);
		}
		gp_para_add(&f->text, &voice, words);
	}
}

/* A sign behind a head: drawn, not read. */
static void
put_sign(struct gp_flow *f, const char *sign)
{
	struct gp_voice voice =
		gp_voice_of(&f->style->roles[GP_ROLE_TABLE_HEAD], GP_NONE);

	voice.added = true;
	gp_para_add(&f->text, &voice, gp_str(sign));
}

static bool
has_words(const struct gp_cell *cell)
{
	return cell && cell->para && cell->para->text.n;
}

/* The head in row `head` over a column, where it is another than over the
   column before. */
static const struct gp_cell *
head_over(const struct records *r, size_t column, size_t from, uint32_t head)
{
	const struct gp_cell *cell = r->over[column][head];

	if (column > from && r->over[column - 1][head] == cell)
		return NULL;
	return has_words(cell) ? cell : NULL;
}

/* The heads over a cell, "2024, First quarter: "; a cell over all columns is a
   heading itself. */
static void
put_heads(struct records *r, const struct gp_cell *cell)
{
	size_t end = cell->column + cell_columns(cell), i;
	const struct gp_cell *head;
	bool any = false;
	uint32_t k;

	if (cell_columns(cell) == r->t->table->columns)
		return;
	for (k = 0; k < r->heads; k++)
		for (i = cell->column; i < end; i++) {
			head = head_over(r, i, cell->column, k);
			if (!head)
				continue;
			if (any)
				put_sign(r->flow, ", ");
			/* Over many columns it is read at its first. */
			put_words(r->flow, head->para,
			          r->said[i] || head->column != i, true);
			any = true;
		}
	for (i = cell->column; i < end; i++)
		r->said[i] = true;
	if (any)
		put_sign(r->flow, ": ");
}

/* ---- blocks ---- */

static struct gp_block
field_block(const struct gp_block *row)
{
	struct gp_block b = *row;

	b.rules = GP_NO_RULE;
	b.head = GP_NONE;
	b.heads = b.under = 0;
	b.keep = true;
	b.before = b.after = b.rule_gap / 2;
	b.n_cells = 0;
	b.cells = NULL;
	return b;
}

/* The elements of all heads in their order, before any has words. */
static size_t
put_head_elements(const struct records *r, struct gp_cell *to)
{
	size_t count = 0, i;
	uint32_t k;

	for (k = 0; k < r->heads; k++)
		for (i = 0; i < r->t->rows[k].n_cells; i++) {
			if (to)
				to[count].element =
					r->t->rows[k].cells[i].element;
			count++;
		}
	return count;
}

/* The block of a line: what of the tree comes before its words, and they. */
static void
add_field(struct records *r, const struct gp_block *row, struct gp_cell words,
          uint32_t element)
{
	struct gp_block b = field_block(row);
	size_t before = r->begun ? 0 : put_head_elements(r, NULL), i;

	b.n_cells = before + 2;
	b.cells = gp_flow_cells(r->flow, b.n_cells);
	if (!b.cells)
		return;
	for (i = 0; i < b.n_cells; i++)
		b.cells[i].x = r->t->table->x;
	if (!r->begun)
		(void)put_head_elements(r, b.cells);
	b.cells[before].element = element;
	words.width = r->t->table->width;
	words.element = GP_NONE;
	b.cells[before + 1] = words;
	/* What has no words is no line, but has its place in the tree. */
	if (!has_words(&words)) {
		b.leading = 1;
		b.before = b.after = 0;
	}
	r->begun = true;
	(void)gp_flow_add(r->flow, &b);
}

/* "Head: words" of a cell; of one in a row above its words alone are said
   again. */
static void
put_field(struct records *r, const struct gp_block *row,
          const struct gp_cell *cell, bool again)
{
	struct gp_flow *f = r->flow;
	const struct gp_para *own = cell->para;
	struct gp_cell words;

	gp_flow_begin(f, GP_ROLE_TABLE, own ? own->line : 0);
	if (cell->node) /* else the row lacks it */
		put_heads(r, cell);
	if (own)
		put_words(f, own, again, false);
	words = gp_flow_cell(f, r->t->table->x);
	if (!again)
		words.node = cell->node;
	add_field(r, row, words, again ? GP_NONE : cell->element);
}

/* ---- rows ---- */

/* A long one may be parted, but for its first and its last lines. */
static void
end_record(struct records *r)
{
	struct gp_flow *f = r->flow;
	struct gp_block *last;
	size_t i;

	if (f->n_blocks <= r->first)
		return;
	last = &f->blocks[f->n_blocks - 1];
	last->rules = GP_RULE_BELOW;
	last->keep = false;
	if (f->n_blocks - r->first > LONGEST_KEPT)
		for (i = r->first + TOGETHER - 1; i + TOGETHER < f->n_blocks;
		     i++)
			f->blocks[i].keep = false;
	last->after = f->blocks[r->first].before = 3 * last->rule_gap;
}

/* Columns up to `end` in which a cell from above stands. */
static void
put_above(struct records *r, const struct gp_block *row, size_t column,
          size_t end)
{
	for (; column < end; column++) {
		struct above *a = &r->above[column];

		if (a->rows && has_words(a->cell) &&
		    a->cell->para->text.n <= MOST_LABEL_BYTES)
			put_field(r, row, a->cell, true);
	}
}

static void
put_record(struct records *r, const struct gp_block *row)
{
	size_t column = 0, columns = r->t->table->columns, i;

	r->first = (uint32_t)r->flow->n_blocks;
	for (i = 0; i < row->n_cells; i++) {
		const struct gp_cell *cell = &row->cells[i];

		put_above(r, row, column, cell->column);
		put_field(r, row, cell, false);
		column = cell->column + cell_columns(cell);
		if (cell->column < columns)
			r->above[cell->column] = (struct above){
				cell, cell->rows > 0 ? cell->rows : 1
			};
	}
	put_above(r, row, column, columns);
	end_record(r);
	for (i = 0; i < columns; i++)
		if (r->above[i].rows)
			r->above[i].rows--;
}

/* ---- heads ---- */

static void
find_heads(struct records *r)
{
	size_t columns = r->t->table->columns, i, column;
	uint32_t k;

	for (k = 0; k < r->heads; k++) {
		const struct gp_block *row = &r->t->rows[k];

		for (i = 0; i < row->n_cells; i++) {
			const struct gp_cell *cell = &row->cells[i];
			size_t end = cell->column + cell_columns(cell);

			for (column = cell->column;
			     column < end && column < columns; column++)
				r->over[column][k] = cell;
		}
	}
}

/* Heads that stand over no cell of their own are lines of their own. */
static void
put_other_heads(struct records *r)
{
	size_t i;
	uint32_t k;

	r->first = (uint32_t)r->flow->n_blocks;
	for (k = 0; k < r->heads; k++)
		for (i = 0; i < r->t->rows[k].n_cells; i++) {
			const struct gp_cell *cell = &r->t->rows[k].cells[i];
			struct gp_cell words = *cell;

			if (!has_words(cell) || r->said[cell->column])
				continue;
			words.x = r->t->table->x;
			add_field(r, &r->t->rows[k], words, cell->element);
		}
	end_record(r);
}

/* The heads are short enough to be said once a row. */
static bool
may_repeat_heads(const struct records *r)
{
	size_t bytes = 0, i;
	uint32_t k;

	for (i = 0; i < r->t->table->columns; i++)
		for (k = 0; k < r->heads; k++)
			if (has_words(r->over[i][k]))
				bytes += r->over[i][k]->para->text.n;
	return bytes <= MOST_HEAD_BYTES;
}

bool
gp_table_records(const struct gp_taken_table *t)
{
	struct gp_arena *a = t->flow->arena;
	size_t columns = t->table->columns, i;
	uint32_t first = t->table->first;
	struct records r = { .flow = t->flow, .t = t };

	r.heads = t->table->heads < MOST_HEADS ? t->table->heads : MOST_HEADS;
	if (r.heads >= t->table->count || columns > MOST_COLUMNS)
		return false;
	r.over = gp_arena_array(a, columns, sizeof *r.over);
	r.above = gp_arena_array(a, columns, sizeof *r.above);
	r.said = gp_arena_array(a, columns, sizeof *r.said);
	if (!r.over || !r.above || !r.said)
		return false;
	find_heads(&r);
	if (!may_repeat_heads(&r))
		return false;
	for (i = r.heads; i < t->table->count; i++)
		put_record(&r, &t->rows[i]);
	put_other_heads(&r);
	gp_table_frame(t->flow, first);
	return true;
}
