/*
 * Layout: a flow cut into lines and pages, every glyph given its place.  All
 * page numbers are known when it is done; painting adds nothing.
 */
#ifndef GP_WRITE_PDF_LAYOUT_H
#define GP_WRITE_PDF_LAYOUT_H

#include "write/pdf/flow.h"

/* A word in its place. */
struct gp_word_at {
	const struct gp_run *run;
	gp_len x;   /* from the page's left */
	bool space; /* a space follows, in the same face */
};

/* Words of one voice on one line. */
struct gp_piece {
	size_t first, count; /* words */
	gp_len y;            /* of the baseline, from the page's top */
	gp_len size;
	unsigned face;
	uint32_t colour;
	uint32_t leaf; /* the marked piece it belongs to: pieces of one leaf
	                  follow each other */
};

/* A filled box: a rule or a bar. */
struct gp_fill {
	gp_len x, y, width, height;
	uint32_t colour;
};

struct gp_page {
	size_t first_piece, n_pieces;
	size_t first_fill, n_fills;
	size_t first_leaf, n_leaves;
	bool body;       /* numbered 1, 2, 3; else i, ii, iii */
	unsigned number; /* within its kind, from 1 */
};

/* A character that no face has, in a source. */
struct gp_missing {
	const char *file;
	uint32_t code_point;
};

struct gp_layout {
	struct gp_arena *arena;
	struct gp_flow *flow;
	struct gp_measure *measure;
	struct gp_breaker *breaker;
	struct gp_diag *diag;
	struct gp_missing *missing; /* reported so far */
	size_t n_missing, cap_missing;

	struct gp_page *pages;
	size_t n_pages, cap_pages;
	struct gp_piece *pieces;
	size_t n_pieces, cap_pieces;
	struct gp_word_at *words;
	size_t n_words, cap_words;
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

/* ---- between the files of the layout ---- */

/* Part of a block on a page. */
struct gp_fragment {
	uint32_t block, page;
	size_t from, to; /* lines */
	gp_len y;        /* top, from the top of the text area */
	bool again;      /* a table head that is repeated */
};

/* True while there is memory. */
bool
gp_layout_alive(const struct gp_layout *l);
/* Gives every table its columns (table.c). */
void
gp_layout_tables(struct gp_layout *l);
/* Cuts blocks into pages: fills fragments, pages and places (pages.c). */
void
gp_layout_pages(struct gp_layout *l);
/* Sets every page: furniture and fragments (setting.c). */
void
gp_layout_set(struct gp_layout *l);
/* Breaks the paragraph of a cell (layout.c). */
void
gp_layout_cell(struct gp_layout *l, struct gp_cell *cell);

/* A line in its place (setting.c). */
struct gp_line_at {
	const struct gp_para *para;
	const struct gp_line *line;
	uint32_t page;
	gp_len x, y, width; /* of the room for it; y: the baseline */
	bool artifact;
	enum gp_artifact kind; /* of the artifact */
};
void
gp_layout_line(struct gp_layout *l, const struct gp_line_at *at);

#endif
