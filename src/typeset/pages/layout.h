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

struct gp_layout {
	struct gp_arena *arena;
	struct gp_flow *flow;
	struct gp_measure *measure;
	struct gp_breaker *breaker;
	struct gp_diag *diag;
	struct gp_bidi bidi;      /* of the last paragraph */
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

/* ---- between the files of the layout ---- */

/* Part of a block on a page. */
struct gp_fragment {
	uint32_t block, page;
	size_t from, to; /* lines */
	gp_len x;        /* of its column, from the left of the text area */
	gp_len y;        /* top, from the top of the text area */
	unsigned column; /* from 0; of a wide block 0 */
	bool again;      /* a table head that is repeated */
};

/* True while there is memory. */
bool
gp_layout_alive(const struct gp_layout *l);
/* Gives every table its columns (column_widths.c). */
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
	bool rtl;           /* words without a direction run so */
	bool artifact;
	enum gp_artifact kind; /* of the artifact */
};
void
gp_layout_line(struct gp_layout *l, const struct gp_line_at *at);

/* The leaf that goes on with words of this element, a new one where the last
   has another (setting.c). */
uint32_t
gp_layout_leaf(struct gp_layout *l, const struct gp_line_at *at,
               uint32_t element);
/* A filled box on the page that is set (page_marks.c). */
void
gp_layout_fill(struct gp_layout *l, const struct gp_fill *fill);
/* The drawing of a block where it begins (page_marks.c). */
void
gp_layout_marks(struct gp_layout *l, const struct gp_fragment *f,
                const struct gp_block *b);

/* A line while its words are set (setting.c). */
struct gp_setter {
	struct gp_layout *l;
	const struct gp_line_at *at;
	gp_len x;       /* of the next word */
	int64_t spaces; /* width of those to come */
	int64_t extra;  /* to share out among them */
};
/* What the spaces of a line take of its slack, when they are so wide in all;
   nothing when each would be wider than GP_SPACE_MOST: it stays ragged. */
int64_t
gp_set_extra(const struct gp_line_at *at, int64_t slack, int64_t spaces);

/* What cannot be drawn as it stands: a character that no face has, or a tower
   of marks, met in a paragraph; all of them as findings, one a source
   (missing.c). */
void
gp_missing_note(struct gp_layout *l, const struct gp_para *p,
                uint32_t code_point);
void
gp_missing_stack(struct gp_layout *l, const struct gp_para *p);
void
gp_missing_report(struct gp_layout *l);

/* Begins a piece in a voice; adds a word to it at s->x; reports glyphs that
   no face has; makes what stands from `from` to s->x a link of the voice's. */
void
gp_set_piece(struct gp_setter *s, const struct gp_voice *voice);
void
gp_set_word(struct gp_setter *s, const struct gp_run *run, bool space);
void
gp_set_missing(struct gp_setter *s, const struct gp_run *run);
void
gp_set_link(struct gp_setter *s, const struct gp_voice *voice, gp_len from);

/* One line of words that are known only now, flush with the right edge of
   `where` when its para is left-aligned and `right` is set.  `where` needs no
   para and no line; both are made here and nothing keeps them. */
void
gp_set_late(struct gp_layout *l, enum gp_role role,
            const struct gp_voice *voice, struct gp_str words, bool right,
            const struct gp_line_at *where);

/* What a page has around its text (furniture.c); `title`: that of its running
   head in the flow, GP_NONE: the pack's. */
struct gp_furniture {
	struct gp_layout *l;
	uint32_t page;
	unsigned body_pages;
};
void
gp_set_furniture(const struct gp_furniture *u, uint32_t title);

/* Sets the picture of a block (page_picture.c). */
void
gp_set_picture(struct gp_layout *l, const struct gp_fragment *f);

/* The printed number of a page: "12", "iv" (layout.c). */
void
gp_page_print(const struct gp_page *page, char out[32]);

#endif
