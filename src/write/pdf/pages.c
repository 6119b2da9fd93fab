/* Pagination: blocks to pages.  Headings stay with what follows, no paragraph
   leaves a single line behind or takes one along. */
#include "write/pdf/layout.h"

#include "write/pdf/vec.h"

enum {
	TOGETHER = 2,     /* lines of a paragraph that stay together */
	LONGEST_KEEP = 8, /* blocks that are kept together at most */
};

/* Where to go on: lines of a block. */
struct position {
	uint32_t block;
	size_t from;
};

struct pager {
	struct gp_layout *l;
	gp_len depth; /* where columns end now */
	gp_len grid;
	gp_len y;         /* next free line of the text area */
	gp_len gap;       /* asked for by the last block */
	bool top;         /* nothing stands in the column yet */
	bool fresh;       /* nothing but a table head does */
	bool body;        /* kind of page */
	unsigned columns; /* side by side; 1 for what stands across all */
	unsigned column;  /* from 0 */
	gp_len band;      /* where the columns begin */
	gp_len low;       /* where the longest of those that ended ends */
	int64_t filled;   /* heights of those that ended */
	unsigned front_pages, body_pages;
	struct position at; /* where a new page goes on */
	struct mark *mark;  /* kept of each new page; NULL: not wanted */
};

/* What a page looked like when it began, to fill it once more. */
struct mark {
	struct pager pager;
	size_t n_pages, n_fragments;
	bool turned; /* the page began within the run */
};

static gp_len
full_depth(const struct pager *p)
{
	return gp_style_depth(p->l->flow->style);
}

static void
new_column(struct pager *p)
{
	p->y = p->band;
	p->gap = 0;
	p->top = true;
	p->fresh = true;
}

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
	p->depth = full_depth(p);
	p->band = p->low = 0;
	p->column = 0;
	p->filled = 0;
	new_column(p);
}

static gp_len
column_x(const struct pager *p)
{
	const struct gp_style *s = p->l->flow->style;

	return (gp_style_column(s) + s->gutter) * (gp_len)p->column;
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
		.x = column_x(p),
		.y = p->y,
		.column = p->column,
		.again = again,
	};
}

static gp_len
height_of(const struct gp_block *b, size_t lines)
{
	int64_t height = (int64_t)b->leading * (int64_t)lines;

	return height > INT32_MAX / 2 ? INT32_MAX / 2 : (gp_len)height;
}

/* A word is divided where the block is cut after so many lines. */
static bool
is_divided(const struct gp_block *b, size_t lines)
{
	size_t i;

	for (i = 0; i < b->n_cells; i++)
		if (lines <= b->cells[i].n_lines &&
		    b->cells[i].lines[lines - 1].hyphen)
			return true;
	return false;
}

/* Lines that must stand under each other where the block begins. */
static size_t
first_lines(const struct pager *p, const struct gp_block *b)
{
	if (b->keep || b->n_lines <= TOGETHER + 1)
		return b->n_lines;
	if (b->whole && height_of(b, b->n_lines) <= full_depth(p))
		return b->n_lines;
	if (!is_divided(b, TOGETHER))
		return TOGETHER;
	return b->n_lines < 2 * TOGETHER + 1 ? b->n_lines : TOGETHER + 1;
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

	return p->top ? p->band : snapped(p, b, p->y + gap);
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
	while (room > TOGETHER && is_divided(b, from + room))
		room--;
	/* A page holds something, however tall its lines are. */
	if (room == 0 && p->fresh && p->band == 0 && p->column == 0)
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

/* On to the next column, or page. */
static void
turn(struct pager *p, uint32_t i, size_t from)
{
	p->at = (struct position){ i, from };
	if (p->column + 1 < p->columns) {
		p->filled += p->y - p->band;
		if (p->y > p->low)
			p->low = p->y;
		p->column++;
		new_column(p);
	} else {
		new_page(p, p->body);
		if (p->mark)
			*p->mark = (struct mark){ *p, p->l->n_pages,
				                  p->l->n_fragments, true };
	}
	repeat_head(p, i);
}

/* The lines of a block from `from` on, which begins here when that is 0. */
static void
place_from(struct pager *p, uint32_t i, size_t from)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	size_t lines;

	if (from == 0) {
		p->y = start_of(p, b);
		place(p, b);
	}
	do {
		lines = lines_here(p, b, from);
		if (lines || b->n_lines == 0)
			add_fragment(p, i, from, from + lines, false);
		from += lines;
		p->y += height_of(b, lines);
		if (lines || b->n_lines == 0)
			p->top = p->fresh = false;
		if (from < b->n_lines)
			turn(p, i, from);
	} while (from < b->n_lines && gp_layout_alive(p->l));
	p->gap = b->after;
}

static bool
fits(const struct pager *p, uint32_t i)
{
	return start_of(p, &p->l->flow->blocks[i]) + needed(p, i) <= p->depth;
}

/* A page that has nothing on it yet takes what does not fit. */
static bool
is_empty(const struct pager *p)
{
	return p->top && p->band == 0 && p->column == 0;
}

static void
place_block(struct pager *p, uint32_t i)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	unsigned tries = p->columns + 1;

	if (b->new_page && (!p->top || b->body != p->body))
		new_page(p, b->body);
	while (!is_empty(p) && !fits(p, i) && tries-- > 0) {
		size_t page = p->l->n_pages;

		turn(p, i, 0);
		if (p->l->n_pages != page || p->columns == 1)
			break;
	}
	place_from(p, i, 0);
}

/* ---- columns ---- */

/* Columns begin under what stands across them, all at one height. */
static void
begin_columns(struct pager *p, uint32_t i)
{
	const struct gp_block *b = &p->l->flow->blocks[i];

	if (b->new_page && (!p->top || b->body != p->body))
		new_page(p, b->body);
	p->columns = p->l->flow->style->columns;
	if (p->top)
		return;
	p->band =
		snapped(p, b, p->y + (b->before > p->gap ? b->before : p->gap));
	p->low = 0;
	p->filled = 0;
	new_column(p);
	if (!fits(p, i))
		new_page(p, p->body);
}

/* The blocks up to `end` from p->at on; false once more than `pages` are
   begun. */
static bool
place_run(struct pager *p, uint32_t end, size_t pages)
{
	uint32_t i = p->at.block;

	if (p->at.from > 0)
		place_from(p, i++, p->at.from);
	while (i < end && p->l->n_pages <= pages && gp_layout_alive(p->l))
		place_block(p, i++);
	return p->l->n_pages <= pages;
}

/* Fills the last page of a run once more, its columns no longer than
   `depth`. */
static bool
refill(struct pager *p, const struct mark *m, uint32_t end, gp_len depth)
{
	*p = m->pager;
	p->mark = NULL;
	p->l->n_pages = m->n_pages;
	p->l->n_fragments = m->n_fragments;
	p->depth = depth;
	if (m->turned)
		repeat_head(p, p->at.block);
	return place_run(p, end, m->n_pages);
}

/* The columns of a run's last page are made as short as they can be, so that
   they end at one height. */
static void
balance(struct pager *p, const struct mark *m, uint32_t end)
{
	gp_len full = full_depth(p), step = p->grid ? p->grid : GP_PT;
	int64_t height = p->filled + p->y - p->band;
	gp_len depth = p->band + (gp_len)(height / p->columns);

	for (; depth < full && gp_layout_alive(p->l); depth += step)
		if (refill(p, m, end, depth))
			return;
	(void)refill(p, m, end, full);
}

/* Blocks that stand in columns, from `i` to `end`. */
static void
place_columns(struct pager *p, uint32_t i, uint32_t end)
{
	struct mark m;

	begin_columns(p, i);
	p->at = (struct position){ i, 0 };
	m = (struct mark){ *p, p->l->n_pages, p->l->n_fragments, false };
	p->mark = &m;
	(void)place_run(p, end, SIZE_MAX);
	balance(p, &m, end);
	if (p->low > p->y)
		p->y = p->low;
	p->mark = NULL;
	p->columns = 1;
	p->column = 0;
	p->band = 0;
	p->depth = full_depth(p);
	p->top = p->fresh = false;
}

static uint32_t
run_end(const struct gp_flow *f, uint32_t i)
{
	do
		i++;
	while (i < f->n_blocks && !f->blocks[i].wide && !f->blocks[i].new_page);
	return i;
}

void
gp_layout_pages(struct gp_layout *l)
{
	const struct gp_flow *f = l->flow;
	struct pager p = { .l = l, .grid = f->style->grid, .columns = 1 };
	uint32_t i = 0, end;

	new_page(&p, false);
	while (i < f->n_blocks && gp_layout_alive(l)) {
		end = i + 1;
		if (f->style->columns > 1 && !f->blocks[i].wide) {
			end = run_end(f, i);
			place_columns(&p, i, end);
		} else {
			place_block(&p, i);
		}
		i = end;
	}
}
