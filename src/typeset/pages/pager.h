/*
 * Blocks placed one after the other, into columns and pages, each where there
 * is room for it.  What is a run of them, and whether its pages please, is not
 * decided here.  Private to typeset/pages/.
 */
#ifndef GP_TYPESET_PAGES_PAGER_H
#define GP_TYPESET_PAGES_PAGER_H

#include "typeset/pages/layout_steps.h"

/* Where to go on: lines of a block. */
struct gp_position {
	uint32_t block;
	size_t from;
};

struct gp_pager {
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
	struct gp_position at; /* where a new page goes on */
	struct gp_page_marks
		*marks; /* kept of each new page; NULL: not wanted */
};

/* What a page looked like when it began, to fill it once more. */
struct gp_page_mark {
	struct gp_pager pager;
	size_t n_pages, n_fragments;
	bool turned; /* the page began within the run */
};

/* Of the last page of a run, and of the one before. */
struct gp_page_marks {
	struct gp_page_mark last, before;
	size_t count; /* pages begun within the run */
};

/* How deep the columns of a whole page are. */
gp_len
gp_pager_depth(const struct gp_pager *p);
/* So many lines of a block; no more than a length may be. */
gp_len
gp_block_height(const struct gp_block *b, size_t lines);
/* `y`, on the grid where the lines of the block are. */
gp_len
gp_pager_snapped(const struct gp_pager *p, const struct gp_block *b, gp_len y);

/* Where a block would begin, below what was placed last. */
gp_len
gp_pager_start(const struct gp_pager *p, const struct gp_block *b);

/* Begins a column where the band begins; begins a page. */
void
gp_pager_new_column(struct gp_pager *p);
void
gp_pager_new_page(struct gp_pager *p, bool body);
/* The page as it is now; `turned`: it was begun for what goes on. */
struct gp_page_mark
gp_pager_mark(const struct gp_pager *p, bool turned);
/* The head of the table that block `i` is a row of. */
void
gp_pager_repeat_head(struct gp_pager *p, uint32_t i);

/* Whether block `i` and what it is kept with have room where it would be. */
bool
gp_pager_fits(const struct gp_pager *p, uint32_t i);
/* Places block `i`, on another page if it has to be; its lines from `from` on,
   wherever they fall. */
void
gp_pager_place(struct gp_pager *p, uint32_t i);
void
gp_pager_place_from(struct gp_pager *p, uint32_t i, size_t from);

#endif
