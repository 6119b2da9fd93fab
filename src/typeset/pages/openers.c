/* Weighs the hole at the foot of a page against an article that is torn: a
   short one is torn rather than leave one, a long one, which is torn anyway,
   begins a page where little is lost by it.  It measures blocks and places
   none. */
#include "typeset/pages/openers.h"

/* Judgements, weighed on the articles of content/ and on pages like real ones
   with tests/conform/fill.test. */
enum {
	LINES_UNDER = 4,  /* of the body stand under a head */
	NEARLY_FULL = 70, /* percent of a page that a long article leaves
	                     behind */
};

uint32_t
gp_opener_end(const struct gp_flow *f, uint32_t i)
{
	do
		i++;
	while (i < f->n_blocks && !f->blocks[i].new_page &&
	       !f->blocks[i].opener);
	return i;
}

/* A block with the space above it; nothing is above the first. */
static int64_t
height_with_gap(const struct gp_block *b, bool first)
{
	gp_len gap = 0;

	if (!first)
		gap = b[-1].after > b->before ? b[-1].after : b->before;
	return (int64_t)gap + gp_block_height(b, b->n_lines);
}

/* About how much of a page all of it takes: what stands in columns is shared
   out among them. */
static int64_t
height_of_all(const struct gp_flow *f, uint32_t i, uint32_t end)
{
	int64_t across = 0, along = 0;
	uint32_t k;

	for (k = i; k < end; k++)
		*(f->blocks[k].wide ? &across : &along) +=
			height_with_gap(&f->blocks[k], k == i);
	return across + along / f->style->columns;
}

/* Of the head, which ends with the first block that need not stay with the
   next one, and of the first lines under it. */
static int64_t
height_of_head(const struct gp_flow *f, uint32_t i, uint32_t end)
{
	int64_t height = 0;
	size_t lines = 0;
	uint32_t k = i;

	for (; k < end && f->blocks[k].keep; k++)
		height += height_with_gap(&f->blocks[k], k == i);
	for (; k < end && lines < LINES_UNDER; k++) {
		const struct gp_block *b = &f->blocks[k];
		size_t more = LINES_UNDER - lines;

		if (more > b->n_lines)
			more = b->n_lines;
		height += height_with_gap(b, k == i) -
		          gp_block_height(b, b->n_lines) +
		          gp_block_height(b, more);
		lines += more;
	}
	return height;
}

bool
gp_opener_turns(const struct gp_pager *p, uint32_t i)
{
	const struct gp_flow *f = p->l->flow;
	uint32_t end = gp_opener_end(f, i);
	gp_len depth = gp_pager_depth(p);
	int64_t room = (int64_t)depth - gp_pager_start(p, &f->blocks[i]);

	if (p->top)
		return false;
	if (height_of_head(f, i, end) > room)
		return true;
	return height_of_all(f, i, end) > depth &&
	       p->y > depth / 100 * NEARLY_FULL;
}
