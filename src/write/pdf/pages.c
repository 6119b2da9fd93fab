/* Pagination: blocks to pages.  Headings stay with what follows, no paragraph
   leaves a single line behind or takes one along. */
#include "write/pdf/layout.h"

#include "write/pdf/vec.h"

enum {
	TOGETHER = 2,     /* lines of a paragraph that stay together */
	LONGEST_KEEP = 8, /* blocks that are kept together at most */
};

struct pager {
	struct gp_layout *l;
	gp_len depth, grid;
	gp_len y;   /* next free line of the text area */
	gp_len gap; /* asked for by the last block */
	bool top;   /* nothing stands on the page yet */
	bool fresh; /* nothing but a table head does */
	bool body;  /* kind of page */
	unsigned front_pages, body_pages;
};

static void
new_page(struct pager *p, bool body)
{
	struct gp_layout *l = p->l;
	struct gp_page *rows = gp_vec_room(l->arena, l->pages, l->n_pages,
	                                   &l->cap_pages, sizeof *rows);

	if (!rows)
		return;
	l->pages = rows;
	rows[l->n_pages++] = (struct gp_page){
		.body = body,
		.number = body ? ++p->body_pages : ++p->front_pages,
	};
	p->body = body;
	p->y = 0;
	p->gap = 0;
	p->top = true;
	p->fresh = true;
}

static void
add_fragment(struct pager *p, uint32_t block, size_t from, size_t to,
             bool again)
{
	struct gp_layout *l = p->l;
	struct gp_fragment *rows =
		gp_vec_room(l->arena, l->fragments, l->n_fragments,
	                    &l->cap_fragments, sizeof *rows);

	if (!rows)
		return;
	l->fragments = rows;
	rows[l->n_fragments++] = (struct gp_fragment){
		.block = block,
		.page = (uint32_t)(l->n_pages - 1),
		.from = from,
		.to = to,
		.y = p->y,
		.again = again,
	};
}

static gp_len
height_of(const struct gp_block *b, size_t lines)
{
	int64_t height = (int64_t)b->leading * (int64_t)lines;

	return height > INT32_MAX / 2 ? INT32_MAX / 2 : (gp_len)height;
}

/* Lines that must stand under each other where the block begins. */
static size_t
first_lines(const struct pager *p, const struct gp_block *b)
{
	if (b->keep || b->n_lines <= TOGETHER + 1)
		return b->n_lines;
	if (b->whole && height_of(b, b->n_lines) <= p->depth)
		return b->n_lines;
	return TOGETHER;
}

/* Where a block of that leading may begin: on the grid if its lines are. */
static gp_len
snapped(const struct pager *p, const struct gp_block *b, gp_len y)
{
	if (p->grid == 0 || b->leading % p->grid != 0)
		return y;
	return (y + p->grid - 1) / p->grid * p->grid;
}

static gp_len
start_of(const struct pager *p, const struct gp_block *b)
{
	gp_len gap = b->before > p->gap ? b->before : p->gap;

	return p->top ? 0 : snapped(p, b, p->y + gap);
}

/* Height from the start of the block to where the page may end. */
static int64_t
needed(const struct pager *p, size_t i)
{
	const struct gp_flow *f = p->l->flow;
	const struct gp_block *b = &f->blocks[i];
	int64_t height = height_of(b, first_lines(p, b));
	size_t last = i + LONGEST_KEEP;

	while (b->keep && i + 1 < f->n_blocks && i < last) {
		const struct gp_block *next = &f->blocks[++i];

		if (next->new_page)
			break;
		height += b->after > next->before ? b->after : next->before;
		height += height_of(next, first_lines(p, next)) + p->grid;
		b = next;
	}
	return height;
}

/* Where the block comes to lie is where links to it go. */
static void
place(struct pager *p, const struct gp_block *b)
{
	struct gp_place *place;

	if (b->place == GP_NONE)
		return;
	place = &p->l->flow->tree.places[b->place];
	place->page = (uint32_t)(p->l->n_pages - 1);
	place->y = p->l->flow->style->top + p->y;
}

/* How many of the lines from `from` go on this page; 0: none. */
static size_t
lines_here(const struct pager *p, const struct gp_block *b, size_t from)
{
	size_t left = b->n_lines - from;
	size_t room =
		p->y < p->depth ? (size_t)((p->depth - p->y) / b->leading) : 0;

	if (room >= left)
		return left;
	if (left - room < TOGETHER)
		room = left > TOGETHER ? left - TOGETHER : 0;
	if (room < TOGETHER)
		room = 0;
	/* A page holds something, however tall its lines are. */
	if (room == 0 && p->fresh)
		room = 1;
	return room;
}

/* The head of a table stands again on each of its pages. */
static void
repeat_head(struct pager *p, uint32_t i)
{
	const struct gp_flow *f = p->l->flow;
	uint32_t head = f->blocks[i].head;
	gp_len height;

	if (head == GP_NONE || head == i)
		return;
	height = height_of(&f->blocks[head], f->blocks[head].n_lines);
	if (height > p->depth / 2)
		return;
	add_fragment(p, head, 0, f->blocks[head].n_lines, true);
	p->y += height + f->blocks[head].after;
	p->top = false;
}

static void
turn_page(struct pager *p, uint32_t i)
{
	new_page(p, p->body);
	repeat_head(p, i);
}

static void
place_block(struct pager *p, uint32_t i)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	size_t from = 0, lines;

	if (b->new_page && (!p->top || b->body != p->body))
		new_page(p, b->body);
	if (!p->top && start_of(p, b) + needed(p, i) > p->depth)
		turn_page(p, i);
	p->y = start_of(p, b);
	place(p, b);
	do {
		lines = lines_here(p, b, from);
		if (lines || b->n_lines == 0)
			add_fragment(p, i, from, from + lines, false);
		from += lines;
		p->y += height_of(b, lines);
		p->top = false;
		p->fresh = false;
		if (from < b->n_lines)
			turn_page(p, i);
	} while (from < b->n_lines && gp_layout_alive(p->l));
	p->gap = b->after;
}

void
gp_layout_pages(struct gp_layout *l)
{
	const struct gp_flow *f = l->flow;
	struct pager p = {
		.l = l,
		.depth = gp_style_depth(f->style),
		.grid = f->style->grid,
	};
	uint32_t i;

	new_page(&p, false);
	for (i = 0; i < f->n_blocks && gp_layout_alive(l); i++)
		place_block(&p, i);
}
