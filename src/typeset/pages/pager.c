/* First come, first placed.  Headings stay with what follows, and no paragraph
   leaves a single line behind or takes one along.  It knows heights and wishes
   of blocks, and nothing of their words. */
#include "typeset/pages/pager.h"

#include "base/vec.h"

/* TOGETHER is what CSS begins with for widows and orphans (CSS Fragmentation
   3, 3.3); the others are judgements. */
enum {
	TOGETHER = 2,     /* lines of a paragraph that stay together */
	LONGEST_KEEP = 8, /* blocks that are kept together at most */
	SHORT_END = 4,    /* a quarter of a page goes to the next one whole */
	SHRINK = 4,       /* a picture gives a quarter before it moves */
};

gp_len
gp_pager_depth(const struct gp_pager *p)
{
	return gp_style_depth(p->l->flow->style);
}

void
gp_pager_new_column(struct gp_pager *p)
{
	p->y = p->band;
	p->gap = 0;
	p->top = true;
	p->fresh = true;
}

void
gp_pager_new_page(struct gp_pager *p, bool body)
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
	p->depth = gp_pager_depth(p);
	p->band = p->low = 0;
	p->column = 0;
	p->filled = 0;
	gp_pager_new_column(p);
}

static gp_len
column_x(const struct gp_pager *p)
{
	const struct gp_style *s = p->l->flow->style;

	return (gp_style_column(s) + s->gutter) * (gp_len)p->column;
}

static void
add_fragment(struct gp_pager *p, uint32_t block, size_t from, size_t to,
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

gp_len
gp_block_height(const struct gp_block *b, size_t lines)
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
first_lines(const struct gp_pager *p, const struct gp_block *b)
{
	size_t lines = TOGETHER;

	if ((b->whole || b->keep) &&
	    gp_block_height(b, b->n_lines) <= gp_pager_depth(p))
		return b->n_lines;
	while (lines < b->n_lines && !may_cut(b, lines))
		lines++;
	return lines < b->n_lines ? lines : b->n_lines;
}

/* Where a block of that leading may begin: on the grid if its lines are. */
gp_len
gp_pager_snapped(const struct gp_pager *p, const struct gp_block *b, gp_len y)
{
	if (p->grid == 0 || b->leading % p->grid != 0)
		return y;
	return (y + p->grid - 1) / p->grid * p->grid;
}

gp_len
gp_pager_start(const struct gp_pager *p, const struct gp_block *b)
{
	gp_len gap = b->before > p->gap ? b->before : p->gap;

	return p->top ? p->band : gp_pager_snapped(p, b, p->y + gap);
}

/* The least height of so many lines: a picture may give way. */
static gp_len
least_height(const struct gp_block *b, size_t lines)
{
	if (!b->image)
		return gp_block_height(b, lines);
	return b->tallest - b->tallest / SHRINK;
}

static bool
is_title(const struct gp_block *b)
{
	return b->n_cells && b->cells[0].para && b->cells[0].para->title;
}

/* Height from the start of the block to where the page may end.  A heading
   stays with two lines, of one block or of two. */
static int64_t
needed(const struct gp_pager *p, size_t i)
{
	const struct gp_flow *f = p->l->flow;
	const struct gp_block *b = &f->blocks[i];
	size_t lines = 0, last = i + LONGEST_KEEP;
	int64_t height = least_height(b, first_lines(p, b));
	bool heading = b->keep;
	size_t least = b->brief ? 1 : TOGETHER; /* of the last kept one */

	while (heading && (b->keep || lines < least) &&
	       first_lines(p, b) == b->n_lines && i + 1 < f->n_blocks &&
	       i < last) {
		const struct gp_block *next = &f->blocks[++i];
		size_t more = first_lines(p, next);
		int64_t add = least_height(next, more) + p->grid;

		add += b->after > next->before ? b->after : next->before;
		/* What no page has room for cannot be kept together. */
		if (next->new_page || next->opener ||
		    (!b->keep && next->wide != b->wide) ||
		    height + add > gp_pager_depth(p))
			break;
		height += add;
		lines = is_title(next) ? 0 : lines + more;
		b = next;
		if (b->keep)
			least = b->brief ? 1 : TOGETHER;
	}
	return height;
}

/* Where the block comes to lie is where links to it go. */
static void
set_places(struct gp_pager *p, uint32_t i)
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
lines_here(const struct gp_pager *p, const struct gp_block *b, size_t from)
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
	    p->depth == gp_pager_depth(p))
		return room ? room : 1;
	return 0;
}

/* The head of a table, all its rows, stands again on each of its pages. */
void
gp_pager_repeat_head(struct gp_pager *p, uint32_t i)
{
	const struct gp_block *b = p->l->flow->blocks;
	uint32_t head = b[i].head, end = head + b[i].heads, k;
	int64_t height = 0;

	if (head == GP_NONE || head == i)
		return;
	for (k = head; k < end; k++)
		height += gp_block_height(&b[k], b[k].n_lines) + b[k].after;
	if (height > p->depth / 2)
		return;
	for (k = head; k < end; k++) {
		add_fragment(p, k, 0, b[k].n_lines, true);
		p->y += gp_block_height(&b[k], b[k].n_lines) + b[k].after;
	}
	p->top = false;
}

struct gp_page_mark
gp_pager_mark(const struct gp_pager *p, bool turned)
{
	return (struct gp_page_mark){ *p, p->l->n_pages, p->l->n_fragments,
		                      turned };
}

/* On to the next column, or page. */
static void
turn_page(struct gp_pager *p, uint32_t i, size_t from)
{
	p->at = (struct gp_position){ i, from };
	if (p->column + 1 < p->columns) {
		p->filled += p->y - p->band;
		if (p->y > p->low)
			p->low = p->y;
		p->column++;
		gp_pager_new_column(p);
	} else {
		gp_pager_new_page(p, p->body);
		if (p->marks) {
			p->marks->before = p->marks->last;
			p->marks->last = gp_pager_mark(p, true);
			p->marks->count++;
		}
	}
	gp_pager_repeat_head(p, i);
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
carry(struct gp_pager *p, uint32_t i)
{
	struct gp_layout *l = p->l;
	struct gp_fragment *f = &l->fragments[l->n_fragments - 1];
	const struct gp_block *b = &l->flow->blocks[i];
	size_t lines = 0;

	if (f->block != i || b->under == 0)
		return;
	gp_layout_above(l, i, count_lines, &lines);
	if (gp_block_height(b, lines) > p->depth / 2)
		return;
	f->carries = true;
	if (p->y < f->y + gp_block_height(b, lines))
		p->y = f->y + gp_block_height(b, lines);
}

/* The lines of a block from `from` on, which begins here when that is 0. */
void
gp_pager_place_from(struct gp_pager *p, uint32_t i, size_t from)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	bool first = from == 0 && p->fresh;
	size_t lines;

	if (from == 0) {
		p->y = gp_pager_start(p, b);
		set_places(p, b->place);
		set_places(p, b->anchors);
	}
	do {
		lines = lines_here(p, b, from);
		if (lines || b->n_lines == 0)
			add_fragment(p, i, from, from + lines, false);
		from += lines;
		p->y += gp_block_height(b, lines);
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
bool
gp_pager_fits(const struct gp_pager *p, uint32_t i)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	int64_t height =
		p->chained ? least_height(b, first_lines(p, b)) : needed(p, i);

	return gp_pager_start(p, b) + height <= p->depth;
}

/* A page that has nothing on it yet takes what does not fit. */
static bool
is_empty(const struct gp_pager *p)
{
	return p->top && p->band == 0 && p->column == 0 &&
	       p->depth == gp_pager_depth(p);
}

/* A short block may go as a whole, unless a heading would lose what it stands
   over. */
static bool
may_go(const struct gp_pager *p, const struct gp_fragment *f)
{
	const struct gp_block *b = &p->l->flow->blocks[f->block];

	return f->block > 0 && f->from == 0 && f->y != p->band && !b[-1].keep &&
	       b[-1].n_lines >= TOGETHER &&
	       gp_block_height(b, b->n_lines) <= p->depth / SHORT_END;
}

/* After how many lines a block that was placed last is to be cut, so that its
   end goes to the next page; 0: it goes as a whole; SIZE_MAX: it stays. */
static size_t
cut_back(const struct gp_pager *p, const struct gp_fragment *f)
{
	const struct gp_block *b = &p->l->flow->blocks[f->block];
	size_t to = b->n_lines > TOGETHER ? b->n_lines - TOGETHER : 0;

	if (f->again || f->carries || b->head != GP_NONE || b->image ||
	    b->n_cells != 1)
		return SIZE_MAX;
	for (; !b->whole && to >= f->from + TOGETHER; to--)
		if (may_cut(b, to))
			return to;
	return may_go(p, f) ? 0 : SIZE_MAX;
}

/* What ends an article begins no page: the last lines of the block before come
   along. */
static void
bring_along(struct gp_pager *p, uint32_t i)
{
	struct gp_layout *l = p->l;
	struct gp_fragment *f;
	const struct gp_block *b;
	size_t to;

	if (i == 0 || l->n_fragments == 0)
		return;
	f = &l->fragments[l->n_fragments - 1];
	b = &l->flow->blocks[i - 1];
	to = f->block == i - 1 ? cut_back(p, f) : SIZE_MAX;
	if (to == SIZE_MAX ||
	    needed(p, i) + gp_block_height(b, b->n_lines - to) + b->after >
	            gp_pager_depth(p))
		return;
	p->y = f->y + (to ? gp_block_height(b, to - f->from) : 0);
	f->to = to;
	l->n_fragments -= to == 0;
	turn_page(p, i - 1, to);
	gp_pager_place_from(p, i - 1, to);
}

/* A picture is as large as it can be here together with what it is kept with;
   one that was made smaller where it does not stand any more grows again. */
static void
fit_picture(const struct gp_pager *p, uint32_t i)
{
	struct gp_block *b = &p->l->flow->blocks[i];
	int64_t under = needed(p, i) - least_height(b, 1);
	int64_t room = p->depth - gp_pager_start(p, b) - under;
	gp_len least = least_height(b, 1);

	b->leading = b->tallest;
	b->cells[0].width = b->widest;
	if (room >= b->tallest)
		return;
	b->leading = room > least ? (gp_len)room : least;
	b->cells[0].width =
		(gp_len)((int64_t)b->widest * b->leading / b->tallest);
}

void
gp_pager_place(struct gp_pager *p, uint32_t i)
{
	const struct gp_block *b = &p->l->flow->blocks[i];
	unsigned tries = p->columns + 1;

	if (b->new_page && (!p->top || b->body != p->body))
		gp_pager_new_page(p, b->body);
	if (b->trails && !p->top && !gp_pager_fits(p, i))
		bring_along(p, i);
	while (!is_empty(p) && !gp_pager_fits(p, i) && tries-- > 0) {
		size_t page = p->l->n_pages;

		turn_page(p, i, 0);
		if (p->l->n_pages != page || p->columns == 1)
			break;
	}
	if (b->image)
		fit_picture(p, i);
	gp_pager_place_from(p, i, 0);
}
