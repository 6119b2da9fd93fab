/* The picture of a figure in its place: where it stands on the page, and the
   leaf and the box that tell it to a reader who cannot see it.  How large it
   is was settled when it was composed; its file is not looked into. */
#include "typeset/pages/layout_steps.h"

#include "base/vec.h"

/* The place of the figure on its page. */
static void
set_box(struct gp_element *e, const struct gp_picture_at *at)
{
	e->left = at->x;
	e->top = at->y;
	e->right = at->x + at->width;
	e->bottom = at->y + at->height;
}

/* All of it can be pressed. */
static void
set_lead(struct gp_tree *t, const struct gp_block *b,
         const struct gp_picture_at *at, uint32_t page)
{
	gp_tree_link(t,
	             &(struct gp_link_box){
			     .page = page,
			     .element = t->elements[b->cells[0].element].parent,
			     .target = b->lead,
			     .left = at->x,
			     .right = at->x + at->width,
			     .top = at->y,
			     .bottom = at->y + at->height,
		     });
}

void
gp_set_picture(struct gp_layout *l, const struct gp_fragment *f)
{
	const struct gp_block *b = &l->flow->blocks[f->block];
	const struct gp_style *s = l->flow->style;
	struct gp_tree *t = &l->flow->tree;
	struct gp_picture_at *at;

	if (!GP_VEC_FIT(l->arena, l->pictures, l->n_pictures + 1,
	                l->cap_pictures) ||
	    !GP_VEC_FIT(l->arena, l->pieces, l->n_pieces + 1, l->cap_pieces))
		return;
	gp_tree_leaf(t, f->page, b->cells[0].element);
	if (t->n_leaves == 0)
		return;
	/* What is drawn line by line is marked as words are. */
	t->leaves[t->n_leaves - 1].picture = b->image->type != GP_IMAGE_SVG;
	l->pieces[l->n_pieces++] = (struct gp_piece){
		.first = l->n_words,
		.picture = (uint32_t)l->n_pictures,
		.leaf = (uint32_t)(t->n_leaves - 1),
	};
	at = &l->pictures[l->n_pictures++];
	*at = (struct gp_picture_at){
		.image = b->image,
		.x = s->left + f->x + b->cells[0].x,
		.y = s->top + f->y,
		.width = b->cells[0].width,
		.height = b->leading,
	};
	set_box(&t->elements[b->cells[0].element], at);
	if (b->lead != GP_NONE)
		set_lead(t, b, at, f->page);
}
