/*
 * The tree of a document: nodes and their kinds; walk.h goes over them.
 * One row a kind in kinds.def says what may hold what; gp_node_append()
 * keeps to it, so that every writer meets valid trees only.
 */
#ifndef GP_MODEL_NODE_H
#define GP_MODEL_NODE_H

#include "base/arena.h"

#include <stdint.h>

enum gp_group {
	GP_IS_ROOT = 1 << 0,
	GP_IS_BLOCK = 1 << 1,
	GP_IS_INLINE = 1 << 2,
	GP_IS_ITEM = 1 << 3,
	GP_IS_ROW = 1 << 4,
	GP_IS_CELL = 1 << 5,
	GP_IS_CAPTION = 1 << 6,
	GP_IS_READING = 1 << 7, /* how what it stands behind is said */
	GP_IS_TERM = 1 << 8,    /* a term, or what the terms before it mean */
};

enum gp_kind {
#define GP_KIND(kind, name, group, holds) kind,
#include "model/kinds.def"
#undef GP_KIND
	GP_KIND_COUNT,
};

/* Where in the source something stood: lines from 1, both included; 0: the
   source has no lines for it. */
struct gp_span {
	unsigned first, last;
};

/* A speech that runs over several paragraphs: each opens a quotation mark,
   only the last closes it. */
enum gp_speech { GP_NO_SPEECH, GP_SPEECH_OPEN, GP_SPEECH_CONTINUED };

/* What a kind carries of its own. */

/* Hints for styling, never words. */
struct gp_node_paragraph {
	size_t run_in; /* bytes of the label that it opens with */
	enum gp_speech speech;
	bool leads_to_sections; /* announces numbered headings */
};

struct gp_node_heading {
	int level;           /* 2 to 6 */
	struct gp_str label; /* "1)", kept apart from the words */
};

struct gp_node_list {
	bool ordered;        /* numbered */
	bool own_labels;     /* its labels are more than what counting gives
	                        with a stop behind it: "(b)", "§ 3" */
	struct gp_str start; /* the label of its first item, where a source
	                        gives the list one; "" else */
	bool notes;          /* holds notes: its place is the end */
};

struct gp_node_item {
	struct gp_str label; /* "1)", kept apart from the words */
};

/* Where the words of a cell stand; figures are read by their right ends. */
enum gp_cell_side { GP_CELL_START, GP_CELL_CENTRE, GP_CELL_RIGHT };

struct gp_node_cell {
	bool header; /* a head of its row or column */
	enum gp_cell_side side;
	/* Of a figure that stands to the right: the digits behind the point
	   that others of its column have, and the point itself. */
	unsigned char lacks_digits;
	bool lacks_point;
	int columns, rows; /* spans, 0 means 1 */
};

/* A picture with its caption, or the line for what nobody can print.  What else
   has a caption (code, a list, several pictures) stands with it in a
   GP_EXHIBIT, which carries nothing: the caption is its first child or its
   last. */
struct gp_node_figure {
	struct gp_str image;  /* its name in the pack; else its address */
	struct gp_str origin; /* its address on the web, or "" */
	struct gp_str alt;    /* words for who cannot see it; its title */
	struct gp_str link;   /* an address that it leads to, or "" */
};

/* Where a link leads within its document. */
enum gp_jump {
	GP_NO_JUMP, /* out of it */
	GP_JUMP,
	GP_JUMP_TO_NOTE, /* the mark of a note */
	GP_JUMP_BACK,    /* from a note to one of its marks */
};

struct gp_node_link {
	struct gp_str target; /* an address; "#" and the id of a node of the
	                         document; "": nowhere */
	enum gp_jump jump;    /* of a draft: a mark, where its source says so;
	                         no jump else */
};

struct gp_node_abbreviation {
	struct gp_str expansion; /* its long form */
};

/*
 * Whoever makes a node fills what its kind carries, `n->as.cell.rows = 2`.
 * Whoever reads asks by the functions below, gp_node_cell(n)->rows, which
 * answer for a node of another kind, and for NULL, with what carries nothing.
 */
struct gp_node {
	enum gp_kind kind;
	uint16_t marks;  /* of the text that lead to it: it is a note.  Those
	                    of "n7" have the ids "n7-1", "n7-2" ... */
	bool leads_back; /* a note: links in it lead to its marks */
	bool is_other; /* a figure of what nobody can print, a film or a frame:
	                  it has no image */
	struct gp_node *parent, *first, *last, *prev, *next;
	struct gp_span at;
	struct gp_str path; /* provenance in a tree source; "" else */
	struct gp_str id;   /* by which links of the document name it, "n7";
	                       "": none does */
	struct gp_str lang; /* BCP 47 when it differs from the document's */
	union {
		struct gp_str text; /* the words themselves */
		struct gp_node_paragraph paragraph;
		struct gp_node_heading heading;
		struct gp_node_list list;
		struct gp_node_item item;
		struct gp_node_cell cell;
		struct gp_node_figure figure;
		struct gp_node_link link;
		struct gp_node_abbreviation abbreviation;
	} as;
};

/* "paragraph" and so on. */
const char *
gp_kind_name(enum gp_kind kind);
enum gp_group
gp_kind_group(enum gp_kind kind);
/* True for what stands within a line: it holds or is a part of its words. */
bool
gp_kind_in_line(enum gp_kind kind);
/* True when words before it and behind it are not of one run: a line break, and
   all that stands in no line. */
bool
gp_kind_parts_words(enum gp_kind kind);
/* True when `outer` may hold `inner`. */
bool
gp_kind_holds(enum gp_kind outer, enum gp_kind inner);

/* A new node in `a`, NULL after a failure of the arena (appending NULL does
   nothing, so one gp_arena_ok() at the end is enough). */
struct gp_node *
gp_node_new(struct gp_arena *a, enum gp_kind kind, struct gp_span at);
/* A text node that holds `text` (not copied). */
struct gp_node *
gp_node_new_text(struct gp_arena *a, struct gp_str text, struct gp_span at);

/* A copy of `n` alone, with its strings, in `a`: it stands in no tree and holds
   nothing.  NULL after a failure of the arena. */
struct gp_node *
gp_node_copy(struct gp_arena *a, const struct gp_node *n);

/* Appends `child` to `parent`; false, and nothing done, when the content
   model forbids it or either is NULL. */
bool
gp_node_append(struct gp_node *parent, struct gp_node *child);

/* The words of a text; "" else: those of all that a node holds are a matter of
   gp_node_words(). */
struct gp_str
gp_node_text(const struct gp_node *n);
/* The label of a heading or an item; "" else. */
struct gp_str
gp_node_label(const struct gp_node *n);
/* What else a kind carries; never NULL. */
const struct gp_node_paragraph *
gp_node_paragraph(const struct gp_node *n);
const struct gp_node_heading *
gp_node_heading(const struct gp_node *n);
const struct gp_node_list *
gp_node_list(const struct gp_node *n);
const struct gp_node_cell *
gp_node_cell(const struct gp_node *n);
const struct gp_node_figure *
gp_node_figure(const struct gp_node *n);
const struct gp_node_link *
gp_node_link(const struct gp_node *n);
const struct gp_node_abbreviation *
gp_node_abbreviation(const struct gp_node *n);

/* True for a row that has cells and all of them are headers. */
bool
gp_row_is_head(const struct gp_node *row);

#endif
