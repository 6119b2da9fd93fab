/*
 * The tree of a Markdown text while it grows: what stands open, words that
 * are no node yet, pictures that wait for a place.  Knows no md4c; md_tags.c
 * reads raw HTML tags, md_lines.c knows lines, md_blocks.c makes blocks of the
 * finished tree.  Private to import/markdown/.
 */
#ifndef GP_IMPORT_MARKDOWN_MD_TREE_H
#define GP_IMPORT_MARKDOWN_MD_TREE_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "import/markdown/md_notes.h"
#include "import/markdown/md_terms.h"
#include "model/draft.h"

struct gp_md_frame {
	struct gp_node *before; /* what stood open outside */
	struct gp_node *loose;  /* the paragraph without a mark of its own */
	size_t tags;            /* raw tags that stood open outside */
	bool hidden;            /* inside <script> and the like, outside */
	bool span;              /* no block */
};

/* A block of HTML: the blocks it became, where `place` stands in the tree. */
struct gp_md_piece {
	const struct gp_node *place;
	struct gp_draft_block *first;
	struct gp_md_piece *next;
};

struct gp_md {
	struct gp_draft *draft;
	struct gp_arena *arena; /* the draft's */
	const char *name;
	struct gp_diag *diag;
	struct gp_err *e;

	struct gp_str text;   /* what md4c reads */
	unsigned first;       /* its first line */
	size_t *ends, n_ends; /* offsets of its line ends */

	struct gp_node *body, *open;
	struct gp_node *loose; /* open paragraph of a tight list, or NULL */
	struct gp_md_frame frames[2 * GP_MAX_MARKDOWN_DEPTH];
	size_t depth, over; /* frames; levels beyond them */
	struct gp_node *tags[GP_MAX_MARKDOWN_DEPTH]; /* open raw tags */
	size_t n_tags;
	struct gp_str langs[GP_MAX_MARKDOWN_DEPTH]; /* of open raw <span> */
	size_t n_langs;  /* open ones; those beyond the room have no own */
	unsigned quotes; /* open raw <q> */
	bool hidden;     /* inside raw <script> and the like */

	struct gp_buf words;     /* not yet a node */
	struct gp_buf html, alt; /* a block of HTML; words of a picture */
	bool in_html;            /* a block of it */
	size_t in_alt;           /* how deep in a picture's words */
	unsigned line;           /* of the last words */
	struct gp_span html_at;  /* lines of the block of HTML */
	unsigned last_line;      /* that a block of the draft has */
	struct gp_node *figures; /* last one first */
	struct gp_str last_attribute;
	struct gp_node *picture; /* whose words are being read */
	struct gp_md_piece *pieces, *last_piece; /* in the order of the text */
	bool left_script;                        /* said once */
	struct gp_md_notes notes;                /* of the text */
	struct gp_md_terms terms;
};

/* ---- md_tree.c ---- */

/* A new node without a line; NULL after a failure of the arena. */
struct gp_node *
gp_md_node(struct gp_md *m, enum gp_kind kind);

/* The language of the words at hand, by the raw <span> round them; "" when none
   says. */
struct gp_str
gp_md_lang(const struct gp_md *m);

/* Makes a text node of the words so far. */
void
gp_md_flush(struct gp_md *m);

/* Opens an inline node; false when it cannot stand here. */
bool
gp_md_open(struct gp_md *m, struct gp_node *n);

/* In a tight list words stand in the item itself: opens the paragraph that
   they are put in.  Closing it again does nothing where there is none. */
void
gp_md_need_inline(struct gp_md *m);
void
gp_md_close_loose(struct gp_md *m);

/* Notes what stands open now, for gp_md_pop() to come back to.  False beyond
   the depth limit: what is inside belongs to what is open. */
bool
gp_md_push(struct gp_md *m, bool span);
/* md4c has been seen to end links that never began, and the other way round:
   a span ends no block, and a block ends its spans. */
void
gp_md_pop(struct gp_md *m, bool span);

/* A picture: its figure gets a place behind the block it stands in. */
void
gp_md_picture(struct gp_md *m, struct gp_str target, struct gp_str alt,
              struct gp_str title);
/* Puts those that wait behind the block they stood in; one that held nothing
   else gives way to them. */
void
gp_md_place_figures(struct gp_md *m);

/* An address as browsers send it: what no URI holds is escaped. */
struct gp_str
gp_md_address(struct gp_md *m, struct gp_str s);
/* An attribute's value in the arena; `out` is freed.  One definition may serve
   thousands of links: its address is kept once. */
struct gp_str
gp_md_keep_attribute(struct gp_md *m, struct gp_buf *out);

/* ---- md_lines.c ---- */

/* False, with GP_LIMIT, for a text that would take md4c minutes. */
bool
gp_md_check(struct gp_str s, struct gp_err *e);

/* The same text, or a copy as long in which "[note]: word", which would define
   an address that is none and so be seen nowhere, has a space for its colon and
   is a line like any other. */
struct gp_str
gp_md_show_notes(struct gp_arena *a, struct gp_str text);

/* Finds the line ends; false when out of memory. */
bool
gp_md_find_ends(struct gp_md *m);

/* Notes the line of a piece of the text, for all that stands open. */
void
gp_md_note_line(struct gp_md *m, const char *p);

/* ---- md_tags.c ---- */

/* A tag, a comment or the like in running text. */
void
gp_md_tag(struct gp_md *m, struct gp_str tag);

/* The characters that "&name;" or "&#123;" stand for as HTML has it; what has
   no such name stays as it is, and what XML forbids becomes U+FFFD. */
void
gp_md_entity(struct gp_buf *out, struct gp_str entity);

/* ---- md_note_items.c ---- */

/* Makes lists of notes of the items that they were written as, in the finished
   tree.  Cost: the tree. */
void
gp_md_note_items(struct gp_md *m);

/* ---- md_term_items.c ---- */

/* Makes terms and meanings of the items that they were written as.  Cost: the
   tree. */
void
gp_md_term_items(struct gp_md *m);

/* ---- md_blocks.c ---- */

/* Appends the blocks of the finished tree to the draft. */
void
gp_md_blocks(struct gp_md *m);

#endif
