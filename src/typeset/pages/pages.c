/* Pagination: blocks to pages and columns.  Columns are made even, and a last
   page of a line or two is filled by trying again from where it began.  Where a
   block goes is not decided here. */
#include "typeset/pages/openers.h"

/* Judgements, weighed on the articles of content/: `tests/eval/weigh
   src/typeset/pages/pages.c NAME VALUE... -- tests/eval/lines` counts pages and
   lines. */
enum {
	LEAST_LAST = 6,  /* of a page at least stands on the last one of what
	                    a new page follows, a sixth, */
	FULL_ENOUGH = 2, /* unless less than a half would stand before it */
};

/* ---- columns ---- */

/* Columns begin under what stands across them, all at one height. */
static void
begin_columns(struct gp_pager *p, uint32_t i)
{
	const struct gp_block *b = &p->l->flow->blocks[i];

	if (b->new_page && (!p->top || b->body != p->body))
		gp_pager_new_page(p, b->body);
	p->columns = p->l->flow->style->columns;
	if (p->top)
		return;
	p->band = gp_pager_snapped(
		p, b, p->y + (b->before > p->gap ? b->before : p->gap));
	p->low = 0;
	p->filled = 0;
	gp_pager_new_column(p);
	if (!gp_pager_fits(p, i))
		gp_pager_new_page(p, p->body);
}

/* The blocks up to `end` from p->at on; false once more than `pages` are
   begun. */
static bool
place_run(struct gp_pager *p, uint32_t end, size_t pages)
{
	uint32_t i = p->at.block;

	if (p->at.from > 0)
		gp_pager_place_from(p, i++, p->at.from);
	while (i < end && p->l->n_pages <= pages && gp_layout_alive(p->l))
		gp_pager_place(p, i++);
	return p->l->n_pages <= pages;
}

/* Fills a page once more, its columns no longer than `depth`, and those after
   it; false once more than `pages` are begun. */
static bool
refill(struct gp_pager *p, const struct gp_page_mark *m, uint32_t end,
       gp_len depth, size_t pages)
{
	*p = m->pager;
	p->marks = NULL;
	p->l->n_pages = m->n_pages;
	p->l->n_fragments = m->n_fragments;
	p->depth = depth;
	if (m->turned)
		gp_pager_repeat_head(p, p->at.block);
	return place_run(p, end, pages);
}

/* The columns of a run's last page are made as short as they can be, so that
   they end at one height. */
static void
balance(struct gp_pager *p, const struct gp_page_mark *m, uint32_t end)
{
	gp_len full = gp_pager_depth(p), step = p->grid ? p->grid : GP_PT;
	int64_t height = p->filled + p->y - p->band;
	gp_len depth = p->band + (gp_len)(height / p->columns);

	for (; depth < full && gp_layout_alive(p->l); depth += step)
		if (refill(p, m, end, depth, m->n_pages))
			return;
	(void)refill(p, m, end, full, SIZE_MAX);
}

/* Blocks that stand in columns, from `i` to `end`. */
static void
place_columns(struct gp_pager *p, uint32_t i, uint32_t end)
{
	struct gp_page_marks m = { .count = 0 };

	begin_columns(p, i);
	p->at = (struct gp_position){ i, 0 };
	m.last = gp_pager_mark(p, false);
	p->marks = &m;
	(void)place_run(p, end, SIZE_MAX);
	balance(p, &m.last, end);
	if (p->low > p->y)
		p->y = p->low;
	p->marks = NULL;
	p->columns = 1;
	p->column = 0;
	p->band = 0;
	p->depth = gp_pager_depth(p);
	p->top = p->fresh = p->chained = false;
}

/* ---- pages of one column ---- */

/* Where what stands on the page before the last ends. */
static gp_len
end_before(const struct gp_layout *l)
{
	size_t i = l->n_fragments;
	const struct gp_fragment *f;

	while (i > 0 && l->fragments[i - 1].page + 1 == l->n_pages)
		i--;
	if (i == 0)
		return 0;
	f = &l->fragments[i - 1];
	return f->y +
	       gp_block_height(&l->flow->blocks[f->block], f->to - f->from);
}

/* Whether nothing goes on below block `end`: a page begins there. */
static bool
ends_page(const struct gp_flow *f, uint32_t end)
{
	return end == f->n_blocks || f->blocks[end].new_page;
}

/* A last page of a few lines takes some of the page before, which ends early
   then; all stays as it was where that would leave a hole. */
static void
fill_last(struct gp_pager *p, const struct gp_page_marks *m, uint32_t end)
{
	gp_len leading = p->l->flow->style->roles[GP_ROLE_BODY].leading;
	gp_len full = gp_pager_depth(p), least = full / LEAST_LAST;
	gp_len depth = full - (least - p->y);
	const struct gp_page_mark *before = &m->before;

	if (m->count == 0 || p->y >= least || !ends_page(p->l->flow, end))
		return;
	for (; depth >= full / FULL_ENOUGH && gp_layout_alive(p->l);
	     depth -= leading)
		if (refill(p, before, end, depth, before->n_pages + 1) &&
		    p->y >= least && end_before(p->l) >= full / FULL_ENOUGH)
			return;
	(void)refill(p, before, end, full, SIZE_MAX);
}

/* Blocks from `i` to `end` that stand across all columns; `i` begins a page or
   goes on under what is there. */
static void
place_pages(struct gp_pager *p, uint32_t i, uint32_t end)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	struct gp_page_marks m = { .count = 0 };

	if ((b->new_page && (!p->top || b->body != p->body)) ||
	    (b->opener && gp_opener_turns(p, i)))
		gp_pager_new_page(p, b->body);
	p->at = (struct gp_position){ i, 0 };
	m.last = gp_pager_mark(p, false);
	p->marks = &m;
	(void)place_run(p, end, SIZE_MAX);
	fill_last(p, &m, end);
	p->marks = NULL;
}

/* The end of the run that begins at `i`: blocks that stand in columns, or such
   as stand across them, up to a new page or what may begin one. */
static uint32_t
run_end(const struct gp_flow *f, uint32_t i)
{
	uint32_t most = gp_opener_end(f, i), end = i + 1;

	if (f->style->columns == 1)
		return most;
	while (end < most && f->blocks[end].wide == f->blocks[i].wide)
		end++;
	return end;
}

void
gp_layout_pages(struct gp_layout *l)
{
	const struct gp_flow *f = l->flow;
	struct gp_pager p = { .l = l, .grid = f->style->grid, .columns = 1 };
	uint32_t i = 0, end;

	gp_pager_new_page(&p, false);
	for (; i < f->n_blocks && gp_layout_alive(l); i = end) {
		end = run_end(f, i);
		if (f->style->columns > 1 && !f->blocks[i].wide)
			place_columns(&p, i, end);
		else
			place_pages(&p, i, end);
	}
}
