/*
 * The flow: the digest as one column of blocks in reading order, before it is
 * cut into lines and pages.  What composes it (compose.h) knows the pack and
 * no page; what lays it out (layout.h) knows no pack.
 */
#ifndef GP_TYPESET_COMPOSE_FLOW_H
#define GP_TYPESET_COMPOSE_FLOW_H

#include "base/map.h"
#include "model/pack.h"
#include "typeset/lines/lines.h"
#include "typeset/compose/logical_tree.h"

/* A column of a block: a paragraph, a label, a table cell. */
struct gp_cell {
	const struct gp_para *para; /* NULL: see page_of */
	uint32_t page_of; /* with no para: the page number of this place, on
	                      the block's last line, flush right */
	const struct gp_node *node; /* whose words these are; NULL: words
	                               that are not of a body */
	struct gp_voice voice;      /* of that number */
	const struct gp_labels *page_words; /* it is said in these, "page 7";
	                                       NULL: it stands alone */
	uint32_t element;         /* table: in the tree even when it is empty */
	uint32_t column, columns; /* table: where it starts, how wide, */
	uint32_t rows;            /* how high; 0: 1 */
	gp_len least, need;       /* table: what its words ask for */
	int64_t best;             /* (column_widths.h) */
	bool hopeless;
	bool again;      /* stands elsewhere too, where it is read */
	gp_len x, width; /* from the left of its column */
	gp_len down;     /* below the top of its block */
	struct gp_line *lines;
	size_t n_lines;
};

/* A filled box of a drawing, from the top left of its block. */
struct gp_filled_box {
	gp_len x, y, width, height;
};

enum gp_rule_lines { GP_NO_RULE = 0, GP_RULE_ABOVE = 1, GP_RULE_BELOW = 2 };

/* Lines of one height, side by side in cells. */
struct gp_block {
	struct gp_cell *cells;
	size_t n_cells;
	size_t n_lines; /* of the longest cell, or more where that is asked
	                   for */
	gp_len leading, before, after;
	enum gp_rule_lines rules;
	gp_len rule;     /* thickness of its rules */
	gp_len rule_gap; /* between its rules and its lines */
	gp_len bar;      /* x of an accent bar at its left; below 0: none */
	uint32_t colour; /* of rules, bar and marks */
	const struct gp_filled_box
		*marks; /* a drawing, whose owner owns the words
	                                in the cells too */
	size_t n_marks;
	uint32_t mark_owner;
	const struct gp_image *image; /* in the first cell, as high as the
	                                 leading; NULL: none */
	gp_len widest, tallest;       /* a picture where there is room for it */
	uint32_t lead;    /* target of the picture, whose element stands in a
	                  link; GP_NONE: it leads nowhere */
	bool new_page;    /* begins a page */
	bool opener;      /* may begin one: an article or the back, which else
	                     stands under a bar */
	bool keep;        /* stays with the next block */
	bool brief;       /* kept with the next block, were that a line only */
	bool trails;      /* begins no page: the end of what is before it comes
	                     along */
	bool whole;       /* is not divided unless longer than a page */
	bool body;        /* its page is numbered 1, 2, 3; else i, ii, iii */
	bool wide;        /* stands across all columns */
	bool rtl;         /* from right to left: its cells and its bar stand as
	                   in a mirror */
	uint32_t head;    /* table row: the first of the blocks repeated after a
	                     page break; GP_NONE: none */
	uint32_t heads;   /* how many they are */
	uint32_t under;   /* table row: how far above it the first row stands
	                     that has a cell reaching into it; 0: none has */
	uint32_t place;   /* comes to lie where this block begins; GP_NONE */
	uint32_t anchors; /* the first of other places that do, by their
	                     `next`; GP_NONE */
	uint32_t title;   /* running head; GP_NONE: none */
};

/* Blocks that share columns; at first they are the last of the flow. */
struct gp_table {
	uint32_t first, count; /* blocks */
	uint32_t heads;        /* the first of them that are its head */
	uint32_t captions;     /* blocks before the first: as wide as it is */
	uint32_t columns;
	gp_len x, width; /* room for it */
	unsigned line;   /* in the source */
};

/* What a running head says. */
struct gp_head {
	struct gp_str title;
	struct gp_str section; /* that it stands in, or "" */
};

/* An address that the article's words link to. */
struct gp_note {
	struct gp_str address;
	size_t number;
	uint32_t place;
	struct gp_note *next;
};

/* Those of the article that is composed now: notes.h. */
struct gp_notes {
	struct gp_note *first, *last;
	size_t count;
	struct gp_map seen; /* by address */
};

struct gp_flow {
	struct gp_arena *arena;
	const struct gp_style *style;
	const struct gp_pack *pack; /* for its pictures */
	struct gp_diag *diag;
	struct gp_tree tree;
	struct gp_para_builder text; /* shared by all that compose */
	struct gp_boxes *boxes;      /* measures the words of tables */
	struct gp_block *blocks;
	size_t n_blocks, cap_blocks;
	struct gp_head *titles; /* for running heads */
	size_t n_titles, cap_titles;
	struct gp_str pack_title, marking;
	uint32_t marking_element; /* the cover's marking is read, the rest is
	                             furniture */
	struct gp_notes notes;
	struct gp_map
		jumps;      /* places by id, of what is composed now: jumps.h */
	bool narrow;        /* composed now: for one column */
	struct gp_str lang; /* of what is composed now */
	const struct gp_labels *labels; /* words of ours for it */
	const char *file;               /* the same, for findings */
};

/* The width that is composed for: of a column, or of the whole text. */
gp_len
gp_flow_measure(const struct gp_flow *f);

/* A block with one empty cell as wide as the text, set as a role says. */
struct gp_block
gp_flow_block(struct gp_flow *f, enum gp_role role);
/* Appends a block (its cells are not copied); its index, or GP_NONE. */
uint32_t
gp_flow_add(struct gp_flow *f, const struct gp_block *block);

/* Begins the text of a role; f->text takes the words. */
void
gp_flow_begin(struct gp_flow *f, enum gp_role role, unsigned line);
/* Ends it: the paragraph in a cell at `x` that reaches to the right edge. */
struct gp_cell
gp_flow_cell(struct gp_flow *f, gp_len x);

/* A block with one text in one voice, appended; its index, or GP_NONE.
   Nothing, and GP_NONE, for an empty text. */
uint32_t
gp_flow_words(struct gp_flow *f, enum gp_role role, uint32_t element,
              struct gp_str words);

/* The title of a list behind an article, with the space above of a heading. */
void
gp_flow_end_title(struct gp_flow *f, uint32_t element, struct gp_str title);

/* A title for running heads, and the section that it stands in or ""; its
   index. */
uint32_t
gp_flow_title(struct gp_flow *f, struct gp_str title, struct gp_str section);

/* Room for `count` cells, empty. */
struct gp_cell *
gp_flow_cells(struct gp_flow *f, size_t count);

/* A voice that links to an address, owned by a new element under the voice's;
   unchanged when the address may not be linked to. */
struct gp_voice
gp_flow_link(struct gp_flow *f, const struct gp_voice *voice,
             struct gp_str address);

#endif
