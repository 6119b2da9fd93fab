/* Setting: every page with its furniture first, then its fragments in the
   order of reading: bars and rules, drawings, pictures, cells.  Where lines
   and pages end was decided before; nothing is moved to another. */
#include "typeset/pages/layout_steps.h"

#include "typeset/pages/missing.h"

/* ---- a fragment ---- */

/* The baseline in a line of that leading: capitals stand in its middle. */
static gp_len
baseline(gp_len leading, gp_len size)
{
	return (leading + size * 7 / 10) / 2;
}

/* Where in its block something that wide stands: from right to left as in a
   mirror. */
static gp_len
placed(const struct gp_layout *l, const struct gp_block *b, gp_len x,
       gp_len width)
{
	const struct gp_style *s = l->flow->style;

	if (!b->rtl)
		return x;
	return (b->wide ? gp_style_measure(s) : gp_style_column(s)) - x - width;
}

static void
set_cell(struct gp_layout *l, const struct gp_fragment *f,
         const struct gp_block *b, const struct gp_cell *cell)
{
	const struct gp_style *style = l->flow->style;
	gp_len top = style->top + f->y + cell->down;
	bool again = f->again || cell->again;
	size_t i, to = cell->n_lines < f->to ? cell->n_lines : f->to;

	if (cell->element != GP_NONE && !again)
		gp_tree_attach(&l->flow->tree, cell->element);
	for (i = f->from; i < to; i++)
		gp_layout_line(
			l,
			&(struct gp_line_at){
				.para = cell->para,
				.line = &cell->lines[i],
				.page = f->page,
				.x = style->left + f->x +
		                     placed(l, b, cell->x, cell->width),
				.y = top + b->leading * (gp_len)(i - f->from) +
		                     baseline(b->leading, cell->para->size),
				.width = cell->width,
				.rtl = b->rtl,
				.artifact = again,
				.kind = GP_ARTIFACT_LAYOUT });
}

/* How far a bar reaches: to the next block of the same quotation, when that
   stands on the same page. */
static gp_len
bar_height(const struct gp_layout *l, const struct gp_fragment *f,
           const struct gp_block *b, gp_len height)
{
	const struct gp_fragment *next = f + 1;

	if (next == l->fragments + l->n_fragments || next->page != f->page ||
	    next->column != f->column ||
	    l->flow->blocks[next->block].bar != b->bar)
		return height;
	return next->y - f->y;
}

static void
set_fills(struct gp_layout *l, const struct gp_fragment *f,
          const struct gp_block *b)
{
	const struct gp_style *s = l->flow->style;
	gp_len top = s->top + f->y;
	gp_len height = b->leading * (gp_len)(f->to - f->from);
	gp_len left = s->left + f->x;
	gp_len measure = b->wide ? gp_style_measure(s) : gp_style_column(s);
	gp_len width = measure - b->cells[0].x;
	struct gp_fill line = { left + placed(l, b, b->cells[0].x, width),
		                top - b->rule_gap - b->rule,
		                width,
		                b->rule,
		                b->colour,
		                0 };

	/* Nothing is above it that a bar would part it from. */
	bool above = f->from == 0 && !(b->opener && f->y == 0);

	if ((b->rules & GP_RULE_ABOVE) && above)
		gp_layout_fill(l, &line);
	line.y = top + height + b->rule_gap;
	if ((b->rules & GP_RULE_BELOW) && f->to == b->n_lines)
		gp_layout_fill(l, &line);
	if (b->bar >= 0)
		gp_layout_fill(l,
		               &(struct gp_fill){
				       left + placed(l, b, b->bar, s->bar), top,
				       s->bar, bar_height(l, f, b, height),
				       b->colour, 0 });
}

static void
set_number(struct gp_layout *l, const struct gp_fragment *f,
           const struct gp_block *b, const struct gp_cell *cell)
{
	const struct gp_style *style = l->flow->style;
	const struct gp_place *place;
	char number[32];
	struct gp_line_at at = {
		.page = f->page,
		.x = style->left + f->x + placed(l, b, cell->x, cell->width),
		.y = style->top + f->y +
		     b->leading * (gp_len)(f->to - f->from - 1) +
		     baseline(b->leading, cell->voice.size),
		.width = cell->width,
	};

	place = &l->flow->tree.places[cell->page_of];
	if (place->page == GP_NONE || f->to != b->n_lines || f->to == f->from)
		return;
	gp_page_print(&l->pages[place->page], number);
	/* Read aloud or copied, the number is a word of its own. */
	if (l->n_words)
		l->words[l->n_words - 1].space = true;
	gp_set_late(l, GP_ROLE_CONTENTS_TITLE, &cell->voice,
	            cell->page_words
	                    ? gp_word_with(cell->page_words, GP_W_PAGE_NUMBER,
	                                   "n", gp_str(number), l->arena)
	                    : gp_str(number),
	            b->rtl ? GP_LATE_LEFT : GP_LATE_RIGHT, &at);
}

/* A row that something reaches into from above. */
struct carrying {
	struct gp_layout *l;
	const struct gp_fragment *row;
};

/* That once more, beside the row: it was read where it began. */
static void
set_carried(void *user, const struct gp_cell *cell)
{
	const struct carrying *c = user;
	struct gp_cell again = *cell;
	struct gp_fragment f = *c->row;

	again.again = true;
	f.from = 0;
	f.to = cell->n_lines;
	if (cell->para)
		set_cell(c->l, &f, &c->l->flow->blocks[f.block], &again);
}

static void
set_fragment(struct gp_layout *l, const struct gp_fragment *f)
{
	const struct gp_block *b = &l->flow->blocks[f->block];
	size_t i;

	set_fills(l, f, b);
	gp_layout_marks(l, f, b);
	if (b->image)
		gp_set_picture(l, f);
	if (f->carries)
		gp_layout_above(l, f->block, set_carried,
		                &(struct carrying){ l, f });
	for (i = 0; i < b->n_cells; i++) {
		if (b->cells[i].page_of != GP_NONE)
			set_number(l, f, b, &b->cells[i]);
		else if (b->cells[i].para)
			set_cell(l, f, b, &b->cells[i]);
		else if (b->cells[i].element != GP_NONE && !f->again &&
		         !b->cells[i].again)
			gp_tree_attach(&l->flow->tree, b->cells[i].element);
	}
}

/* ---- a page ---- */

/* A page whose first fragment begins an article or a part needs no head. */
static bool
is_opening(const struct gp_layout *l, size_t fragment)
{
	const struct gp_fragment *f = &l->fragments[fragment];
	const struct gp_block *b;

	if (fragment >= l->n_fragments)
		return false;
	b = &l->flow->blocks[f->block];
	return f->from == 0 && !f->again && (b->new_page || b->opener);
}

/* The running head of a page is that of its first fragment. */
static uint32_t
title_of(const struct gp_layout *l, size_t fragment)
{
	if (fragment >= l->n_fragments)
		return GP_NONE;
	return l->flow->blocks[l->fragments[fragment].block].title;
}

static unsigned
count_body_pages(const struct gp_layout *l)
{
	unsigned count = 0;
	size_t i;

	for (i = 0; i < l->n_pages; i++)
		count += l->pages[i].body;
	return count;
}

static void
set_page(const struct gp_furniture *u, size_t *fragment)
{
	struct gp_layout *l = u->l;
	struct gp_page *page = &l->pages[u->page];

	page->first_piece = l->n_pieces;
	page->first_fill = l->n_fills;
	page->first_leaf = l->flow->tree.n_leaves;
	gp_set_furniture(u, title_of(l, *fragment), is_opening(l, *fragment));
	while (*fragment < l->n_fragments &&
	       l->fragments[*fragment].page == u->page)
		set_fragment(l, &l->fragments[(*fragment)++]);
	page->n_pieces = l->n_pieces - page->first_piece;
	page->n_fills = l->n_fills - page->first_fill;
	page->n_leaves = l->flow->tree.n_leaves - page->first_leaf;
}

void
gp_layout_set(struct gp_layout *l)
{
	struct gp_furniture u = { .l = l, .body_pages = count_body_pages(l) };
	size_t fragment = 0;

	for (u.page = 0; u.page < l->n_pages; u.page++) {
		set_page(&u, &fragment);
		if (!gp_layout_alive(l))
			return;
	}
	gp_missing_report(l);
}
