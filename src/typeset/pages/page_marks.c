/* Drawings: the marks of a block to fills on its page.  The marks
   and the words that follow them are one leaf.  It knows places and colours,
   not what a drawing means. */
#include "typeset/pages/layout_steps.h"

void
gp_layout_marks(struct gp_layout *l, const struct gp_fragment *f,
                const struct gp_block *b)
{
	const struct gp_style *s = l->flow->style;
	struct gp_line_at at = { .page = f->page };
	struct gp_element *e;
	uint32_t leaf;
	size_t i;

	if (b->n_marks == 0 || f->from > 0)
		return;
	e = &l->flow->tree.elements[b->mark_owner];
	leaf = gp_layout_leaf(l, &at, b->mark_owner);
	e->left = s->left;
	e->top = s->top + f->y;
	e->right = s->width - s->right;
	e->bottom = e->top + b->leading * (gp_len)b->n_lines;
	l->pages[f->page].drawing = true;
	for (i = 0; i < b->n_marks; i++)
		gp_layout_fill(l,
		               &(struct gp_fill){ .x = e->left + b->marks[i].x,
		                                  .y = e->top + b->marks[i].y,
		                                  .width = b->marks[i].width,
		                                  .height = b->marks[i].height,
		                                  .colour = b->colour,
		                                  .owner = leaf + 1 });
}
