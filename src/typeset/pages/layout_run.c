/* The order of the steps of a layout (lines, pages, places) and its failures,
   asked after each of them.  What a step does is known to its file alone. */
#include "typeset/pages/layout_steps.h"

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
