/* Tables: one block a row, one cell a column.  A cell that spans rows stands
   in its first; the columns under it stay free. */
#include "write/pdf/body.h"

#include "write/pdf/vec.h"

enum { MOST_SPAN = 1000 }; /* the most that HTML allows */

struct rows {
	struct gp_body *b;
	struct gp_body_frame *frame;
	uint32_t table; /* element */
	uint32_t head;  /* block of the head row; GP_NONE: none */
	uint32_t first; /* block */
	uint32_t columns;
	unsigned *taken; /* rows for which a column is still taken */
	size_t n_taken, cap_taken;
};

static unsigned
span(int given)
{
	return given < 1 ? 1 : given > MOST_SPAN ? MOST_SPAN : (unsigned)given;
}

/* Marks the columns of a cell; false after a failure. */
static bool
take(struct rows *r, uint32_t column, unsigned columns, unsigned rows)
{
	struct gp_arena *a = r->b->flow->arena;
	uint32_t i;

	while (r->n_taken < column + columns) {
		unsigned *more = gp_vec_room(a, r->taken, r->n_taken,
		                             &r->cap_taken, sizeof *more);

		if (!more)
			return false;
		r->taken = more;
		more[r->n_taken++] = 0;
	}
	for (i = column; i < column + columns; i++)
		r->taken[i] = rows;
	if (column + columns > r->columns)
		r->columns = column + columns;
	return true;
}

static struct gp_cell
make_cell(struct rows *r, const struct gp_node *n, uint32_t row_element,
          uint32_t column, bool head_row)
{
	struct gp_flow *f = r->b->flow;
	enum gp_role role = n->header ? GP_ROLE_TABLE_HEAD : GP_ROLE_TABLE;
	struct gp_voice voice = gp_voice_of(&f->style->roles[role], GP_NONE);
	uint32_t element = gp_tree_element(&f->tree, row_element,
	                                   n->header ? GP_TAG_TH : GP_TAG_TD);
	struct gp_cell cell;

	if (element != GP_NONE) {
		struct gp_element *e = &f->tree.elements[element];

		e->columns = (int)span(n->columns);
		e->rows = (int)span(n->rows);
		if (n->header)
			e->scope = head_row ? 'c' : 'r';
	}
	voice.element = element;
	gp_flow_begin(f, role, n->at.first);
	gp_compose_inline(f, n, &voice);
	cell = gp_flow_cell(f, r->frame->indent);
	cell.element = element;
	cell.column = column;
	cell.columns = span(n->columns);
	return cell;
}

static bool
is_head(const struct gp_node *row)
{
	const struct gp_node *n;

	for (n = row->first; n; n = n->next)
		if (!n->header)
			return false;
	return row->first != NULL;
}

static size_t
count_cells(const struct gp_node *row)
{
	const struct gp_node *n;
	size_t count = 0;

	for (n = row->first; n; n = n->next)
		count++;
	return count;
}

static void
fill_row(struct rows *r, const struct gp_node *row, struct gp_block *block)
{
	uint32_t element =
		gp_tree_element(&r->b->flow->tree, r->table, GP_TAG_TR);
	const struct gp_node *n;
	uint32_t column = 0, i;
	size_t k = 0;

	for (n = row->first; n; n = n->next) {
		while (column < r->n_taken && r->taken[column])
			column++;
		if (!take(r, column, span(n->columns), span(n->rows)))
			return;
		block->cells[k++] =
			make_cell(r, n, element, column, is_head(row));
		column += span(n->columns);
	}
	for (i = 0; i < r->n_taken; i++)
		if (r->taken[i])
			r->taken[i]--;
}

static void
add_row(struct rows *r, const struct gp_node *row)
{
	struct gp_flow *f = r->b->flow;
	struct gp_block block = gp_flow_block(f, GP_ROLE_TABLE);
	bool head = is_head(row) && r->head == GP_NONE;
	uint32_t index;

	block.n_cells = count_cells(row);
	if (block.n_cells == 0)
		return;
	block.cells = gp_flow_cells(f, block.n_cells);
	if (!block.cells)
		return;
	fill_row(r, row, &block);
	block.whole = true;
	block.keep = head;
	block.head = r->head;
	block.rules = GP_RULE_BELOW;
	block.rule_gap = block.leading / 4;
	block.before = block.after = 2 * block.rule_gap;
	index = gp_flow_add(f, &block);
	if (r->first == GP_NONE)
		r->first = index;
	if (head)
		r->head = index;
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
	block.keep = true;
	if (block.cells[0].para && block.cells[0].para->text.n)
		(void)gp_flow_add(f, &block);
}

/* Adds what was made to the tables, which get their columns later. */
static void
finish(struct rows *r)
{
	struct gp_flow *f = r->b->flow;
	struct gp_table *rows = gp_vec_room(f->arena, f->tables, f->n_tables,
	                                    &f->cap_tables, sizeof *rows);

	if (!rows || r->first == GP_NONE)
		return;
	f->blocks[r->first].rules |= GP_RULE_ABOVE;
	f->blocks[f->n_blocks - 1].after =
		f->style->roles[GP_ROLE_BODY].leading;
	f->tables = rows;
	rows[f->n_tables++] = (struct gp_table){
		.first = r->first,
		.count = (uint32_t)f->n_blocks - r->first,
		.columns = r->columns,
		.x = r->frame->indent,
		.width = gp_style_measure(f->style) - r->frame->indent,
	};
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
	const struct gp_node *kid;

	r.table =
		gp_tree_element(&b->flow->tree, r.frame->element, GP_TAG_TABLE);
	for (kid = n->first; kid; kid = kid->next)
		if (kid->kind == GP_CAPTION)
			add_caption(&r, kid);
	for (kid = n->first; kid; kid = kid->next)
		if (kid->kind == GP_ROW)
			add_row(&r, kid);
	finish(&r);
}
