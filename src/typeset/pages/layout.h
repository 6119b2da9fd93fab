/*
 * Layout: a flow cut into lines and pages, every glyph given its place.  All
 * page numbers are known when it is done; painting adds nothing.
 */
#ifndef GP_TYPESET_PAGES_LAYOUT_H
#define GP_TYPESET_PAGES_LAYOUT_H

#include "typeset/compose/flow.h"

/* A word in its place. */
struct gp_word_at {
	const struct gp_run *run;
	gp_len x;   /* from the page's left */
	bool space; /* a space follows, in the same face */
};

/* A picture in its place. */
struct gp_picture_at {
	const struct gp_image *image;
	gp_len x, y, width, height; /* from the page's top left */
};

/* Words of one voice on one line, or a picture. */
struct gp_piece {
	size_t first, count; /* words */
	gp_len y;            /* of the baseline, from the page's top */
	gp_len size;
	unsigned face;
	uint32_t colour;
	uint32_t picture; /* index into pictures; GP_NONE: words */
	uint32_t leaf;    /* the marked piece it belongs to: pieces of one leaf
	                  follow each other */
};

/* A filled box: a rule or a bar. */
struct gp_fill {
	gp_len x, y, width, height;
	uint32_t colour;
	uint32_t owner; /* the leaf that it is part of + 1; 0: none */
};

struct gp_page {
	size_t first_piece, n_pieces;
	size_t first_fill, n_fills;
	size_t first_leaf, n_leaves;
	bool drawing;    /* some of its fills are part of a leaf */
	bool body;       /* numbered 1, 2, 3; else i, ii, iii */
	unsigned number; /* within its kind, from 1 */
};

/* The levels of a paragraph by the Unicode bidirectional algorithm. */
struct gp_bidi {
	const struct gp_para *para;
	signed char *levels; /* of each byte; NULL: all runs left to right */
	bool rtl;            /* the paragraph runs from right to left */
};

/* Room that finding levels and turning lines uses again and again. */
struct gp_bidi_room {
	struct gp_bidi_letter *letters;
	struct gp_bidi_item *items;
	size_t cap_letters, cap_items;
};

/* Part of a block on a page. */
struct gp_fragment {
	uint32_t block, page;
	size_t from, to; /* lines */
	gp_len x;        /* of its column, from the left of the text area */
	gp_len y;        /* top, from the top of the text area */
	unsigned column; /* from 0; of a wide block 0 */
	bool again;      /* a table head that is repeated */
	bool carries;    /* what reaches into this row from above it stands in
	                    it again */
};

struct gp_layout {
	struct gp_arena *arena;
	struct gp_flow *flow;
	struct gp_measure *measure;
	struct gp_breaker *breaker;
	struct gp_diag *diag;
	struct gp_map bidi_of; /* paragraphs, by where they lie */
	struct gp_bidi *bidi;  /* of the last paragraph; NULL: none yet */
	struct gp_bidi_room bidi_room;
	struct gp_map missing_in; /* characters no face has, by source */
	struct gp_missing *first_missing, *last_missing;

	struct gp_page *pages;
	size_t n_pages, cap_pages;
	struct gp_piece *pieces;
	size_t n_pieces, cap_pieces;
	struct gp_word_at *words;
	size_t n_words, cap_words;
	struct gp_picture_at *pictures;
	size_t n_pictures, cap_pictures;
	struct gp_fill *fills;
	size_t n_fills, cap_fills;
	struct gp_fragment *fragments;
	size_t n_fragments, cap_fragments;
};

/* Lays out l->flow; arena, flow, measure, breaker and diag are set by the
   caller, the rest is zero.  Places, leaves and links of the flow's tree are
   filled in.  Errors: GP_NOMEM, GP_LIMIT, and what loading a face gives. */
bool
gp_layout_run(struct gp_layout *l, struct gp_err *e);
/* The first half of it, for those who ask where pages begin and draw nothing:
   lines, fragments and pages, but no words in their places. */
bool
gp_layout_cut(struct gp_layout *l, struct gp_err *e);

/* After painting: gives back what only painting needs; pages, and the flow's
   tree, stay. */
void
gp_layout_drop(struct gp_layout *l);

/* ---- what its steps ask ---- */

/* True while there is memory. */
bool
gp_layout_alive(const struct gp_layout *l);
/* Breaks the paragraph of a cell. */
void
gp_layout_cell(struct gp_layout *l, struct gp_cell *cell);

/* Calls `each` with the cells of rows above that reach into the row of a
   block, from the top, and with `user`.  Rows more than 200 above it are not
   asked. */
void
gp_layout_above(const struct gp_layout *l, uint32_t block,
                void (*each)(void *user, const struct gp_cell *cell),
                void *user);

/* The printed number of a page: "12", "iv". */
void
gp_page_print(const struct gp_page *page, char out[32]);

#endif
