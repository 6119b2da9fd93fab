/*
 * Trees of blocks: inline text, tables, figures, and what they stand in.
 * Everything built here keeps to the content model of model/kinds.def,
 * whatever the markup was; nothing is chosen.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_TREE_H
#define GP_IMPORT_HTML_HTML_TREE_H

#include "import/html/page/html_page.h"

/* What a <figure> with a caption is: one picture, film or table; several things
   with one caption; most of the article, which stands in it for its looks. */
enum gp_html_figure {
	GP_HTML_FIGURE_PLAIN,
	GP_HTML_FIGURE_EXHIBIT,
	GP_HTML_FIGURE_LAYOUT,
};

struct gp_html_tree {
	struct gp_html_page *page;
	struct gp_draft *draft;
	struct gp_arena *arena;         /* the draft's */
	struct gp_draft_frame **frames; /* by item, made as they are met */
	struct gp_str *labels;          /* by item, once its list was met */
	struct gp_node **at;            /* by item, the block that it is in */
	unsigned char *terms; /* by item, enum gp_html_terms of a list */
	unsigned *captioned; /* by item, the <figure> with a caption round it */
	unsigned char *figures; /* by item, enum gp_html_figure of a <figure>;
	                           both NULL: the page has none */
	struct gp_buf text;
	struct gp_str lang; /* of the page */
	unsigned scanned;   /* items that were looked at for pictures */
	unsigned leaf;      /* the one at hand */
};

/* Appends the texts among items `from` to before `to` to `parent`, with their
   emphasis, links and the like. */
void
gp_html_tree_inline(struct gp_html_tree *t, struct gp_node *parent,
                    unsigned from, unsigned to);
/* The same as it stands, line ends too: for code. */
void
gp_html_tree_verbatim(struct gp_html_tree *t, struct gp_node *parent,
                      unsigned from, unsigned to);

/* What item `i` stands in. */
const struct gp_draft_frame *
gp_html_tree_frame(struct gp_html_tree *t, unsigned i);

/* True for what stands in a term, and not in something else in it. */
bool
gp_html_tree_in_term(struct gp_html_tree *t, unsigned i);

/* The table of figures round item `i`, GP_NO_ITEM when there is none. */
unsigned
gp_html_tree_table_of(const struct gp_html_tree *t, unsigned i);
/* Its tree, under `caption` (or NULL). */
struct gp_node *
gp_html_tree_table(struct gp_html_tree *t, unsigned table,
                   struct gp_node *caption);
/* True for a table with a <caption> in which there is something. */
bool
gp_html_tree_has_caption(const struct gp_html_tree *t, unsigned table);

/* Adds a block for each picture, for each film or frame that is left out and
   for each rule before item `to`. */
void
gp_html_tree_scan(struct gp_html_tree *t, unsigned to);

/* True for a picture, a film or a frame of which a block is made, but for what
   is hidden in another such item. */
bool
gp_html_tree_shows(struct gp_html_tree *t, unsigned i);
/* The item behind `i` in a look through the page that sees what stands in a
   picture or in what is skipped as a part of it. */
unsigned
gp_html_tree_behind(const struct gp_html_page *p, unsigned i);

/* An element that shows something, in the page or in a <noscript> of it. */
struct gp_html_shown {
	const struct gp_flat *flat;
	uint32_t node;
	struct gp_str address; /* as it stands there; "" when it has none */
};

/* What item `i` shows, if it is a picture, also one that loads late; the
   strings live as long as the page. */
struct gp_html_shown
gp_html_tree_picture(const struct gp_html_tree *t, unsigned i);

/* The leaves of a caption of `figure` (a <figure>, or what holds a picture and
   its caption) from the one at hand on, but for those of figures in it, and
   in an exhibit but for those behind something else: their words go into a
   node, which is returned, and to `raw`, and they are used up.  NULL when there
   is none. */
struct gp_node *
gp_html_tree_caption(struct gp_html_tree *t, unsigned figure,
                     struct gp_buf *raw);
/* The <figure> that item `i` stands in, or GP_NO_ITEM. */
unsigned
gp_html_tree_figure(const struct gp_html_tree *t, unsigned i);
/* The drawing at item `i` as an address that holds it ("data:image/svg+xml,");
   "" when it is none, a sign, or drawn by the style of its page. */
struct gp_str
gp_html_tree_drawing(const struct gp_html_tree *t, unsigned i);
/* A line for what cannot be taken: a film, a frame, a drawing or nothing at
   all at item `i`, with its title, its address and the caption of `figure`
   (GP_NO_ITEM: none). */
void
gp_html_tree_left_out(struct gp_html_tree *t, unsigned i, unsigned figure);

/* The <figure> with a caption round item `i` or at it, GP_NO_ITEM when there is
   none. */
unsigned
gp_html_captioned(const struct gp_html_tree *t, unsigned i);

/* What such a figure is.  GP_NO_ITEM is plain. */
enum gp_html_figure
gp_html_figure_kind(const struct gp_html_tree *t, unsigned figure);

/* The language of item `i` when it is not the page's, else "". */
struct gp_str
gp_html_tree_lang(const struct gp_html_tree *t, unsigned i);

/* A new block of one line `raw`, at item `i`. */
struct gp_draft_block *
gp_html_tree_block(struct gp_html_tree *t, struct gp_str raw, unsigned i);
/* The same with its node, which is returned. */
struct gp_node *
gp_html_tree_hint(struct gp_html_tree *t, struct gp_draft_block *b,
                  enum gp_kind kind, unsigned i);

#endif
