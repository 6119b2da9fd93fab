/* The order of the steps of a layout (lines, pages, places) and its failures,
   asked after each of them.  What a step does is known to its file alone. */
#include "typeset/lines/faces.h"
#include "typeset/pages/layout_steps.h"

/* Bold from end to end and no longer than a question is: it stands over what
   follows, as a heading does. */
static bool
stands_over(const struct gp_block *b)
{
	enum { MOST_LINES = 4 };
	const struct gp_cell *c = b->cells;
	size_t i;

	if (b->n_cells != 1 || b->n_lines > MOST_LINES || !c->para ||
	    !c->node || c->node->kind != GP_PARAGRAPH)
		return false;
	for (i = 0; i < c->para->n_spans; i++)
		if (!gp_face_is_bold(c->para->spans[i].voice.face))
			return false;
	return c->para->n_spans > 0;
}

static void
break_block(struct gp_layout *l, struct gp_block *block)
{
	size_t i;

	for (i = 0; i < block->n_cells; i++) {
		gp_layout_cell(l, &block->cells[i]);
		if (block->cells[i].n_lines > block->n_lines)
			block->n_lines = block->cells[i].n_lines;
	}
	/* A block with nothing in it, such as an empty row, is one line. */
	if (block->n_lines == 0 && !block->rules && block->n_cells)
		block->n_lines = 1;
	if (!block->keep)
		block->keep = stands_over(block);
}

/* First failure of what the steps share. */
static bool
all_well(struct gp_layout *l, struct gp_err *e)
{
	if (!gp_arena_ok(l->arena, e) || e->code != GP_OK)
		return false;
	if (l->breaker->failed || l->breaker->boxes.failed)
		return gp_fail(e, GP_NOMEM, "out of memory");
	return gp_buf_ok(&l->flow->text.text, e);
}

bool
gp_layout_cut(struct gp_layout *l, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < l->flow->n_blocks; i++)
		break_block(l, &l->flow->blocks[i]);
	if (!all_well(l, e))
		return false;
	gp_layout_pages(l);
	return all_well(l, e);
}

bool
gp_layout_run(struct gp_layout *l, struct gp_err *e)
{
	if (!gp_layout_cut(l, e))
		return false;
	l->flow->file = "";
	gp_layout_set(l);
	return all_well(l, e);
}
