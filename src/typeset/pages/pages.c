/* Pagination: blocks to pages and columns, first come, first placed.
   Headings stay with what follows, no paragraph leaves a single line behind
   or takes one along; columns are made even and a last page of a line or two
   is filled by trying again from where it began.  It knows heights and
   wishes of blocks, and nothing of their words. */
#include "typeset/pages/layout_steps.h"

#include "base/vec.h"

/* TOGETHER is what CSS begins with for widows and orphans (CSS Fragmentation
   3, 3.3).  The others are judgements, weighed on the articles of content/:
   `tests/eval/weigh src/typeset/pages/pages.c NAME VALUE... --
   tests/eval/lines` counts pages and lines. */
enum {
	TOGETHER = 2,     /* lines of a paragraph that stay together */
	LONGEST_KEEP = 8, /* blocks that are kept together at most */
	LEAST_LAST = 5,   /* lines on the last page of an article, */
	FULL_ENOUGH = 2,  /* unless less than a half would stand before it */
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
	bool chained;     /* the last block stays with the next */
	bool body;        /* kind of page */
	unsigned columns; /* side by side; 1 for what stands across all */
	unsigned column;  /* from 0 */
	gp_len band;      /* where the columns begin */
	gp_len low;       /* where the longest of those that ended ends */
	int64_t filled;   /* heights of those that ended */
	unsigned front_pages, body_pages;
	struct position at;  /* where a new page goes on */
	struct marks *marks; /* kept of each new page; NULL: not wanted */
};

/* What a page looked like when it began, to fill it once more. */
struct page_mark {
	struct pager pager;
	size_t n_pages, n_fragments;
	bool turned; /* the page began within the run */
};

/* Of the last page of a run, and of the one before. */
struct marks {
	struct page_mark last, before;
	size_t count; /* pages begun within the run */
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
	struct gp_page *row =
		GP_VEC_ADD(l->arena, l->pages, l->n_pages, l->cap_pages);

	if (!row)
		return;
	*row = (struct gp_page){
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
	struct gp_fragment *row = GP_VEC_ADD(l->arena, l->fragments,
	                                     l->n_fragments, l->cap_fragments);

	if (!row)
		return;
	*row = (struct gp_fragment){
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

/* A block may be cut after so many lines: two at least stand on each side, and
   no word is divided by the cut. */
static bool
may_cut(const struct gp_block *b, size_t lines)
{
	return lines >= TOGETHER && lines + TOGETHER <= b->n_lines &&
	       !is_divided(b, lines);
}

/* Lines that must stand under each other where the block begins. */
static size_t
first_lines(const struct pager *p, const struct gp_block *b)
{
	size_t lines = TOGETHER;

	if ((b->whole || b->keep) && height_of(b, b->n_lines) <= full_depth(p))
		return b->n_lines;
	while (lines < b->n_lines && !may_cut(b, lines))
		lines++;
	return lines < b->n_lines ? lines : b->n_lines;
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

static bool
is_title(const struct gp_block *b)
{
	return b->n_cells && b->cells[0].para && b->cells[0].para->title;
}

/* Height from the start of the block to where the page may end.  A heading
   stays with two lines, of one block or of two. */
static int64_t
needed(const struct pager *p, size_t i)
{
	const struct gp_flow *f = p->l->flow;
	const struct gp_block *b = &f->blocks[i];
	size_t lines = 0, last = i + LONGEST_KEEP;
	int64_t height = height_of(b, first_lines(p, b));
	bool heading = b->keep;
	size_t least = b->brief ? 1 : TOGETHER;

	while (heading && (b->keep || lines < least) &&
	       first_lines(p, b) == b->n_lines && i + 1 < f->n_blocks &&
	       i < last) {
		const struct gp_block *next = &f->blocks[++i];
		size_t more = first_lines(p, next);
		int64_t add = height_of(next, more) + p->grid;

		add += b->after > next->before ? b->after : next->before;
		/* What no page has room for cannot be kept together. */
		if (next->new_page || (!b->keep && next->wide != b->wide) ||
		    height + add > full_depth(p))
			break;
		height += add;
		lines = is_title(next) ? 0 : lines + more;
		b = next;
	}
	return height;
}

/* Where the block comes to lie is where links to it go. */
static void
set_places(struct pager *p, uint32_t i)
{
	while (i != GP_NONE) {
		struct gp_place *place = &p->l->flow->tree.places[i];

		place->page = (uint32_t)(p->l->n_pages - 1);
		place->y = p->l->flow->style->top + p->y;
		i = place->next;
	}
}

/* How many of the lines from `from` go on this page; 0: none. */
static size_t
lines_here(const struct pager *p, const struct gp_block *b, size_t from)
{
	size_t left = b->n_lines - from, lines;
	size_t room =
		p->y < p->depth ? (size_t)((p->depth - p->y) / b->leading) : 0;

	if (room >= left)
		return left;
	for (lines = room; lines >= TOGETHER; lines--)
		if (may_cut(b, from + lines))
			return lines;
	/* A page holds something, however tall its lines are. */
	if (p->fresh && p->band == 0 && p->column == 0 &&
	    p->depth == full_depth(p))
		return room ? room : 1;
	return 0;
}

/* The head of a table, all its rows, stands again on each of its pages. */
static void
repeat_head(struct pager *p, uint32_t i)
{
	const struct gp_block *b = p->l->flow->blocks;
	uint32_t head = b[i].head, end = head + b[i].heads, k;
	int64_t height = 0;

	if (head == GP_NONE || head == i)
		return;
	for (k = head; k < end; k++)
		height += height_of(&b[k], b[k].n_lines) + b[k].after;
	if (height > p->depth / 2)
		return;
	for (k = head; k < end; k++) {
		add_fragment(p, k, 0, b[k].n_lines, true);
		p->y += height_of(&b[k], b[k].n_lines) + b[k].after;
	}
	p->top = false;
}

static struct page_mark
mark_of(const struct pager *p, bool turned)
{
	return (struct page_mark){ *p, p->l->n_pages, p->l->n_fragments,
		                   turned };
}

/* On to the next column, or page. */
static void
turn_page(struct pager *p, uint32_t i, size_t from)
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
		if (p->marks) {
			p->marks->before = p->marks->last;
			p->marks->last = mark_of(p, true);
			p->marks->count++;
		}
	}
	repeat_head(p, i);
}

static void
count_lines(void *most, const struct gp_cell *cell)
{
	size_t *lines = most;

	if (cell->n_lines > *lines)
		*lines = cell->n_lines;
}

/* The first row on a page has what reaches into it from above once more, and
   is as high as that. */
static void
carry(struct pager *p, uint32_t i)
{
	struct gp_layout *l = p->l;
	struct gp_fragment *f = &l->fragments[l->n_fragments - 1];
	const struct gp_block *b = &l->flow->blocks[i];
	size_t lines = 0;

	if (f->block != i || b->under == 0)
		return;
	gp_layout_above(l, i, count_lines, &lines);
	if (height_of(b, lines) > p->depth / 2)
		return;
	f->carries = true;
	if (p->y < f->y + height_of(b, lines))
		p->y = f->y + height_of(b, lines);
}

/* The lines of a block from `from` on, which begins here when that is 0. */
static void
place_from(struct pager *p, uint32_t i, size_t from)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	bool first = from == 0 && p->fresh;
	size_t lines;

	if (from == 0) {
		p->y = start_of(p, b);
		set_places(p, b->place);
		set_places(p, b->anchors);
	}
	do {
		lines = lines_here(p, b, from);
		if (lines || b->n_lines == 0)
			add_fragment(p, i, from, from + lines, false);
		from += lines;
		p->y += height_of(b, lines);
		if (first && p->l->n_fragments)
			carry(p, i);
		first = false;
		if (lines || b->n_lines == 0)
			p->top = p->fresh = false;
		if (from < b->n_lines)
			turn_page(p, i, from);
	} while (from < b->n_lines && gp_layout_alive(p->l));
	p->gap = b->after;
	p->chained = b->keep;
}

/* What hangs on a heading was looked at with it. */
static bool
block_fits(const struct pager *p, uint32_t i)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	int64_t height =
		p->chained ? height_of(b, first_lines(p, b)) : needed(p, i);

	return start_of(p, b) + height <= p->depth;
}

/* A page that has nothing on it yet takes what does not fit. */
static bool
is_empty(const struct pager *p)
{
	return p->top && p->band == 0 && p->column == 0 &&
	       p->depth == full_depth(p);
}

static void
place_block(struct pager *p, uint32_t i)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	unsigned tries = p->columns + 1;

	if (b->new_page && (!p->top || b->body != p->body))
		new_page(p, b->body);
	while (!is_empty(p) && !block_fits(p, i) && tries-- > 0) {
		size_t page = p->l->n_pages;

		turn_page(p, i, 0);
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
	if (!block_fits(p, i))
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

/* Fills a page once more, its columns no longer than `depth`, and those after
   it; false once more than `pages` are begun. */
static bool
refill(struct pager *p, const struct page_mark *m, uint32_t end, gp_len depth,
       size_t pages)
{
	*p = m->pager;
	p->marks = NULL;
	p->l->n_pages = m->n_pages;
	p->l->n_fragments = m->n_fragments;
	p->depth = depth;
	if (m->turned)
		repeat_head(p, p->at.block);
	return place_run(p, end, pages);
}

/* The columns of a run's last page are made as short as they can be, so that
   they end at one height. */
static void
balance(struct pager *p, const struct page_mark *m, uint32_t end)
{
	gp_len full = full_depth(p), step = p->grid ? p->grid : GP_PT;
	int64_t height = p->filled + p->y - p->band;
	gp_len depth = p->band + (gp_len)(height / p->columns);

	for (; depth < full && gp_layout_alive(p->l); depth += step)
		if (refill(p, m, end, depth, m->n_pages))
			return;
	(void)refill(p, m, end, full, SIZE_MAX);
}

/* Blocks that stand in columns, from `i` to `end`. */
static void
place_columns(struct pager *p, uint32_t i, uint32_t end)
{
	struct marks m = { .count = 0 };

	begin_columns(p, i);
	p->at = (struct position){ i, 0 };
	m.last = mark_of(p, false);
	p->marks = &m;
	(void)place_run(p, end, SIZE_MAX);
	balance(p, &m.last, end);
	if (p->low > p->y)
		p->y = p->low;
	p->marks = NULL;
	p->columns = 1;
	p->column = 0;
	p->band = 0;
	p->depth = full_depth(p);
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
	return f->y + height_of(&l->flow->blocks[f->block], f->to - f->from);
}

/* A last page of a line or two takes some of the page before, which ends early
   then; all stays as it was where that would leave a hole. */
static void
fill_last(struct pager *p, const struct marks *m, uint32_t end)
{
	gp_len leading = p->l->flow->style->roles[GP_ROLE_BODY].leading;
	gp_len least = LEAST_LAST * leading, full = full_depth(p);
	gp_len depth = full - (least - p->y);
	const struct page_mark *before = &m->before;

	if (m->count == 0 || p->y >= least || full / FULL_ENOUGH <= least)
		return;
	for (; depth >= full / FULL_ENOUGH && gp_layout_alive(p->l);
	     depth -= leading)
		if (refill(p, before, end, depth, before->n_pages + 1) &&
		    p->y >= least && end_before(p->l) >= full / FULL_ENOUGH)
			return;
	(void)refill(p, before, end, full, SIZE_MAX);
}

/* Blocks from `i` to `end`, where a page begins. */
static void
place_pages(struct pager *p, uint32_t i, uint32_t end)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	struct marks m = { .count = 0 };

	if (b->new_page && (!p->top || b->body != p->body))
		new_page(p, b->body);
	p->at = (struct position){ i, 0 };
	m.last = mark_of(p, false);
	p->marks = &m;
	(void)place_run(p, end, SIZE_MAX);
	fill_last(p, &m, end);
	p->marks = NULL;
}

/* The end of the run that begins at `i`: blocks in columns, or where there is
   one column those up to a new page. */
static uint32_t
run_end(const struct gp_flow *f, uint32_t i)
{
	bool columns = f->style->columns > 1;

	do
		i++;
	while (i < f->n_blocks && !f->blocks[i].new_page &&
	       !(columns && f->blocks[i].wide));
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
		if (f->style->columns == 1)
			place_pages(&p, i, end = run_end(f, i));
		else if (!f->blocks[i].wide)
			place_columns(&p, i, end = run_end(f, i));
		else
			place_block(&p, i);
		i = end;
	}
}
