/* Tables: one block a row, one cell a column.  A cell that spans rows stands
   in its first; the columns under it stay free.  What a reader is told of is
   always regular: spans end where the table or another cell does, and what a
   row lacks is an empty cell.  How wide a column is, is not known here. */
#include "model/node_words.h"
#include "typeset/compose/body_frames.h"

#include "base/text/bidi.h"
#include "typeset/compose/table_fit.h"
#include "base/vec.h"

#include <string.h>

enum {
	MOST_SPAN = 1000, /* the most that HTML allows */
	MOST_HEADS = 4,   /* rows of a table's head */
};

struct rows {
	struct gp_body *b;
	struct gp_body_frame *frame;
	uint32_t table;    /* element */
	uint32_t head;     /* block of the first head row; GP_NONE: none */
	uint32_t heads;    /* how many there are */
	uint32_t first;    /* block */
	uint32_t captions; /* blocks before it */
	uint32_t columns;
	uint32_t under;  /* gp_block has it */
	bool rtl;        /* a cell's text runs from right to left */
	size_t left;     /* rows from this one on */
	unsigned *taken; /* rows for which a column is still taken */
	size_t n_taken, cap_taken;
	struct gp_cell *cells; /* of the row that is made */
	size_t n_cells, cap_cells;
};

/* Where a cell stands. */
struct spot {
	uint32_t column;
	unsigned columns, rows;
};

static unsigned
span(int given)
{
	return given < 1 ? 1 : given > MOST_SPAN ? MOST_SPAN : (unsigned)given;
}

static uint32_t
next_free(const struct rows *r, uint32_t column)
{
	while (column < r->n_taken && r->taken[column])
		column++;
	return column;
}

/* The next free columns, as many of `most` as there are side by side. */
static struct spot
next_spot(const struct rows *r, uint32_t column, unsigned most)
{
	struct spot s = { .column = next_free(r, column), .rows = 1 };

	while (s.columns < most && (s.column + s.columns >= r->n_taken ||
	                            !r->taken[s.column + s.columns]))
		s.columns++;
	return s;
}

/* Marks the columns of a cell; false after a failure. */
static bool
take_columns(struct rows *r, const struct spot *s)
{
	struct gp_arena *a = r->b->flow->arena;
	uint32_t end = s->column + s->columns, i;

	if (!GP_VEC_FIT(a, r->taken, end, r->cap_taken))
		return false;
	while (r->n_taken < end)
		r->taken[r->n_taken++] = 0;
	for (i = s->column; i < end; i++)
		r->taken[i] = s->rows;
	if (end > r->columns)
		r->columns = end;
	return true;
}

/* The next row begins; whether a cell reaches into it. */
static bool
end_row(struct rows *r)
{
	bool reaches = false;
	size_t i;

	for (i = 0; i < r->n_taken; i++) {
		if (r->taken[i])
			r->taken[i]--;
		reaches = reaches || r->taken[i];
	}
	r->left--;
	return reaches;
}

/* ---- cells ---- */

/* What decimals a figure lacks is white space as wide as they are: U+2007
   FIGURE SPACE, U+2008 PUNCTUATION SPACE.  It is no part of the table's
   words. */
static void
even_out(struct gp_flow *f, const struct gp_node *n, struct gp_voice voice)
{
	unsigned i, digits = gp_node_cell(n)->lacks_digits;

	voice.added = true;
	voice.element = GP_NONE;
	if (gp_node_cell(n)->lacks_point)
		gp_para_add(&f->text, &voice, GP_STR("\u2008"));
	for (i = 0; i < digits; i++)
		gp_para_add(&f->text, &voice, GP_STR("\u2007"));
}

static struct gp_cell
make_cell(struct rows *r, const struct gp_node *n, uint32_t element,
          const struct spot *s, bool head_row)
{
	struct gp_flow *f = r->b->flow;
	bool header = gp_node_cell(n)->header;
	enum gp_role role = header ? GP_ROLE_TABLE_HEAD : GP_ROLE_TABLE;
	struct gp_voice voice = gp_voice_of(&f->style->roles[role], element);
	struct gp_cell cell;

	if (element != GP_NONE && header)
		f->tree.elements[element].scope = head_row ? 'c' : 'r';
	gp_flow_begin(f, role, n->at.first);
	if (f->text.para && gp_node_cell(n)->side != GP_CELL_START)
		f->text.para->align = gp_node_cell(n)->side == GP_CELL_RIGHT
		                              ? GP_ALIGN_RIGHT
		                              : GP_ALIGN_CENTRE;
	gp_compose_inline(f, n, &voice);
	even_out(f, n, voice);
	cell = gp_flow_cell(f, r->frame->indent);
	cell.node = n;
	if (cell.para && gp_bidi_side(cell.para->text) == GP_SIDE_RTL)
		r->rtl = true;
	cell.element = element;
	cell.column = s->column;
	cell.columns = s->columns;
	cell.rows = s->rows;
	return cell;
}

/* The next cell of the row; an empty one where there is no node. */
static void
add_cell(struct rows *r, const struct gp_node *n, uint32_t row,
         const struct spot *s, bool head_row)
{
	struct gp_flow *f = r->b->flow;
	uint32_t element = gp_tree_element(
		&f->tree, row, gp_node_cell(n)->header ? GP_TAG_TH : GP_TAG_TD);
	struct gp_cell *cell =
		GP_VEC_ADD(f->arena, r->cells, r->n_cells, r->cap_cells);

	if (!cell)
		return;
	if (element != GP_NONE) {
		f->tree.elements[element].columns = (int)s->columns;
		f->tree.elements[element].rows = (int)s->rows;
	}
	if (n) {
		*cell = make_cell(r, n, element, s, head_row);
		return;
	}
	*cell = (struct gp_cell){ .page_of = GP_NONE,
		                  .element = element,
		                  .column = s->column,
		                  .columns = s->columns,
		                  .rows = s->rows };
}

/* Finds the columns of each cell; with an element, makes them too. */
static void
place_row(struct rows *r, const struct gp_node *row, uint32_t element)
{
	const struct gp_node *n;
	uint32_t column = 0;
	struct spot s;

	for (n = row->first; n; n = n->next) {
		const struct gp_node_cell *cell = gp_node_cell(n);

		s = next_spot(r, column, span(cell->columns));
		s.rows = span(cell->rows);
		if (s.rows > r->left)
			s.rows = (unsigned)r->left;
		if (!take_columns(r, &s))
			return;
		if (element != GP_NONE)
			add_cell(r, n, element, &s, gp_row_is_head(row));
		column = s.column + s.columns;
	}
	if (element == GP_NONE)
		return;
	while ((column = next_free(r, column)) < r->columns) {
		s = next_spot(r, column, r->columns - column);
		add_cell(r, NULL, element, &s, false);
		column = s.column + s.columns;
	}
}

/* The cells of the row in its block.  A row under cells that take all of it
   has none of its own and is yet a row. */
static void
fill_block(struct rows *r, const struct gp_node *row, struct gp_block *block)
{
	struct gp_flow *f = r->b->flow;
	uint32_t element = gp_tree_element(&f->tree, r->table, GP_TAG_TR);

	r->n_cells = 0;
	place_row(r, row, element);
	block->n_cells = r->n_cells ? r->n_cells : 1;
	block->cells = gp_flow_cells(f, block->n_cells);
	if (block->cells && r->n_cells)
		memcpy(block->cells, r->cells, r->n_cells * sizeof *r->cells);
	else if (block->cells)
		block->cells[0].element = element;
}

/* The rows that a table begins with are its head while all their cells are
   headers. */
static bool
goes_on_head(const struct rows *r, const struct gp_node *row)
{
	size_t made = r->first == GP_NONE ? 0 : r->b->flow->n_blocks - r->first;

	return gp_row_is_head(row) && r->heads == made && made < MOST_HEADS;
}

static void
add_row(struct rows *r, const struct gp_node *row)
{
	struct gp_flow *f = r->b->flow;
	struct gp_block block = gp_flow_block(f, GP_ROLE_TABLE);
	bool head = goes_on_head(r, row);
	uint32_t index;

	fill_block(r, row, &block);
	block.whole = true;
	block.keep = head;
	block.head = head ? GP_NONE : r->head;
	block.heads = r->heads;
	block.under = r->under;
	block.rules = GP_RULE_BELOW;
	block.rule_gap = block.leading / 4;
	block.before = block.after = 2 * block.rule_gap;
	index = gp_flow_add(f, &block);
	if (r->first == GP_NONE)
		r->first = index;
	if (head && r->heads++ == 0)
		r->head = index;
}

static size_t
count_rows(const struct gp_node *table)
{
	const struct gp_node *kid;
	size_t count = 0;

	for (kid = table->first; kid; kid = kid->next)
		count += kid->kind == GP_ROW;
	return count;
}

/* Twice: the first time only to learn how many columns there are.  A row
   without cells is one only where others reach into it. */
static void
add_rows(struct rows *r, const struct gp_node *table, bool make)
{
	const struct gp_node *kid;
	bool reached = false;

	r->left = count_rows(table);
	r->n_taken = 0;
	r->under = 0;
	for (kid = table->first; kid; kid = kid->next) {
		if (kid->kind != GP_ROW)
			continue;
		if (make && (kid->first || reached))
			add_row(r, kid);
		else if (!make)
			place_row(r, kid, GP_NONE);
		reached = end_row(r);
		r->under = reached ? r->under + 1 : 0;
	}
}

static void
add_caption(struct rows *r, const struct gp_node *n)
{
	struct gp_flow *f = r->b->flow;
	struct gp_block block = gp_flow_block(f, GP_ROLE_CAPTION);
	struct gp_voice voice =
		gp_voice_of(&f->style->roles[GP_ROLE_CAPTION], GP_NONE);

	voice.element = gp_tree_element(&f->tree, r->table, GP_TAG_CAPTION);
	gp_flow_begin(f, GP_ROLE_CAPTION, n->at.first);
	gp_compose_inline(f, n, &voice);
	if (!block.cells)
		return;
	block.cells[0] = gp_flow_cell(f, r->frame->indent);
	block.cells[0].node = n;
	block.keep = true;
	if (block.cells[0].para && block.cells[0].para->text.n)
		(void)gp_flow_add(f, &block);
}

/* The words over the table are a block of its own, or of the exhibit's. */
static void
add_captions(struct rows *r, const struct gp_node *n)
{
	struct gp_flow *f = r->b->flow;
	size_t before = f->n_blocks;
	const struct gp_node *kid;

	for (kid = n->first; kid; kid = kid->next)
		if (kid->kind == GP_CAPTION)
			add_caption(r, kid);
	r->captions = (uint32_t)(f->n_blocks - before);
	if (before && n->parent->kind == GP_EXHIBIT && n->prev &&
	    n->prev->kind == GP_CAPTION && !gp_node_is_blank(n->prev))
		r->captions++;
}

/* What was made is a table; now it gets its columns. */
static void
finish(struct rows *r, const struct gp_node *n)
{
	struct gp_flow *f = r->b->flow;
	size_t i;

	if (r->first == GP_NONE)
		return;
	for (i = r->first; i < f->n_blocks; i++)
		f->blocks[i].rtl = r->rtl || f->blocks[i].rtl;
	gp_table_fit(f, &(struct gp_table){
				.first = r->first,
				.count = (uint32_t)f->n_blocks - r->first,
				.heads = r->heads,
				.captions = r->captions,
				.columns = r->columns,
				.x = r->frame->indent,
				.width = gp_flow_measure(f) - r->frame->indent,
				.line = n->at.first,
			});
}

void
gp_body_table(struct gp_body *b, const struct gp_node *n)
{
	struct rows r = {
		.b = b,
		.frame = &b->frames[b->depth < GP_MAX_DEPTH ? b->depth
		                                            : GP_MAX_DEPTH - 1],
		.head = GP_NONE,
		.first = GP_NONE
	};

	r.table =
		gp_tree_element(&b->flow->tree, r.frame->element, GP_TAG_TABLE);
	add_captions(&r, n);
	add_rows(&r, n, false);
	add_rows(&r, n, true);
	finish(&r, n);
}
