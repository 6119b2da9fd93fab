/* The look that all blocks in place of a table have, and how its rows are found
   in the tree.  Knows no column. */
#include "typeset/compose/table_taken.h"

void
gp_table_frame(struct gp_flow *f, uint32_t first)
{
	gp_len leading = f->style->roles[GP_ROLE_BODY].leading;

	if (first >= f->n_blocks)
		return;
	f->blocks[first].rules |= GP_RULE_ABOVE;
	f->blocks[first].before = leading * 3 / 4;
	f->blocks[f->n_blocks - 1].after = leading;
}

uint32_t
gp_table_row(const struct gp_flow *f, const struct gp_block *row)
{
	uint32_t element = row->cells[0].element;

	while (element != GP_NONE && f->tree.elements[element].tag != GP_TAG_TR)
		element = f->tree.elements[element].parent;
	return element;
}
