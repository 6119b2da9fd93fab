/*
 * What can be counted about each element and text of a page's body, and the
 * leaves it is cut into: the pieces of text that stand on lines of their own.
 * An item has the number of the parser's node that it is about.  What is
 * article and what is not is decided in html_body.c.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_PAGE_H
#define GP_IMPORT_HTML_HTML_PAGE_H

#include "base/buf.h"
#include "import/html/page/html_reading.h"
#include "import/html/page/html_tags.h"

#define GP_NO_ITEM GP_FLAT_NONE

/* How surely a part of a page is not of the article. */
enum gp_bad {
	GP_NOT_BAD,
	GP_BAD_WEAK,   /* by a word that also names parts of articles */
	GP_BAD_STRONG, /* by a word that does not */
	GP_BAD_NAV,    /* by its element */
};

/* How the style of an element has its text stand in the line. */
enum gp_html_look {
	GP_HTML_LOOK_NONE,
	GP_HTML_LOOK_RAISED,
	GP_HTML_LOOK_LOWERED,
	GP_HTML_LOOK_STRUCK,
};

struct gp_html_item {
	unsigned parent; /* GP_NO_ITEM for the first */
	unsigned end;    /* the item behind all that it holds */
	unsigned words;  /* all that it holds: words, bytes of text */
	unsigned bytes;
	unsigned prose;             /* words in texts of some length, no link */
	unsigned paragraphs;        /* <p> in it */
	unsigned links, link_words; /* <a> in it, and words in them */
	unsigned nth;               /* of its name, from 1 */
	unsigned lang;              /* the item that says its language */
	double value;               /* of the leaves in it */
	unsigned char el;           /* enum gp_el */
	unsigned char hints;        /* enum gp_hint */
	unsigned char look;         /* enum gp_html_look */
	bool is_text;
	bool is_link;    /* <a>, but no place that others lead to */
	bool is_skipped; /* hidden, unseen or a widget, with all in it */
	bool is_hidden;  /* ...by an attribute */
	bool is_apart;   /* its style sets it on a line of its own, or its role
	                    is that of a cell or an item */
	bool is_card;    /* one of a list of teasers */
	bool has_media;  /* it is or holds a picture, a film or a frame */
	bool has_leaf;
	/* what the cut hands down */
	unsigned char bad; /* enum gp_bad */
	bool in_list, in_link;
	bool in_code;    /* in a <pre>, where blocks are lines */
	bool in_figure;  /* beside a picture, in no table, quote or code */
	bool in_frame;   /* in a <figure>, whatever it is there */
	bool in_caption; /* of whatever there is */
	bool is_judged, has_figures; /* a table: whether it holds figures */
	bool is_counted, has_rows;   /* ...and rows enough to be one */
	bool is_weighed, is_wanted;  /* ...and more article than not */
};

struct gp_html_leaf {
	unsigned from, to; /* its texts are among these items */
	unsigned el;       /* the element it stands in */
	unsigned words, link_words;
	double value;
	unsigned char bad;
	bool in_list, in_caption, in_frame;
	bool ends;       /* in a stop */
	bool is_markup;  /* begins with '<': code that went astray */
	bool is_aside;   /* hidden or a widget: no part of the text */
	bool is_settled; /* of the article, whatever speaks against it */
	bool is_used;    /* stands in the block of a table or a picture */
	const char *why; /* not of the article: the reason, NULL: of it */
	const char *rule;
	int confidence;
	int likely; /* of the article, in hundredths; 0 also: nobody asked */
};

struct gp_html_page {
	struct gp_html *html;
	const struct gp_flat *flat;
	struct gp_arena *arena; /* scratch */
	struct gp_html_item *items;
	unsigned root;    /* the first of them: <body> */
	unsigned title;   /* the <title> that counts, or GP_NO_ITEM */
	unsigned n_items; /* behind the last */
	struct gp_html_leaf *leaves;
	unsigned n_leaves;
	size_t cap_leaves;
	unsigned best;     /* the item that holds the article */
	unsigned core;     /* ...most of it: the item of the highest value */
	unsigned from, to; /* the first and the last item of what stays,
	                      where some of it stands outside of the core */
	unsigned stories;  /* what holds other stories too, or GP_NO_ITEM */
	const struct gp_html_leaf *lead; /* the first of it, or NULL */
	bool is_all_text; /* a fragment, which has no furniture: a caption that
	                     no picture takes is text */
};

/* Makes the items of what is in p->flat from p->root on. */
bool
gp_html_page_index(struct gp_html_page *p, struct gp_err *e);

/* Marks as shown what a toggle controls, where it holds running text.  Cost:
   linear. */
void
gp_html_open_panels(struct gp_html_page *p);

/* Hides the numbers of lines beside code.  Cost: linear. */
void
gp_html_hide_gutters(struct gp_html_page *p);

/* Of formulas that a page has twice, shows what is read aloud and hides what is
   drawn for the eye alone: beside a <math>, what says that readers are not to
   be told of it.  Cost: linear. */
void
gp_html_show_formulas(struct gp_html_page *p);

/* True for a picture of a formula, by what it is called, that has words and
   stands among others. */
bool
gp_html_is_formula_picture(const struct gp_html_page *p, unsigned i);

/* Marks as shown what is hidden and holds most of the page's words: it is so
   only until a script shows it.  So is a dialogue, a button or a field that
   holds most of its sentences: it is the text.  Cost: linear. */
void
gp_html_show_the_page(struct gp_html_page *p);

/* Sums up what each item holds, when it is known what is shown. */
bool
gp_html_page_sum(struct gp_html_page *p, struct gp_err *e);

/* Marks teasers: three or more like-built neighbours, each with a linked
   heading or a picture and little text. */
void
gp_html_page_mark_cards(struct gp_html_page *p);

/* True for a block that holds a picture and under it a line that says what it
   shows, in small print or short and no sentence. */
bool
gp_html_has_line_under(const struct gp_html_page *p, unsigned i);

/* Cuts the page into leaves; `weak`: weak words count too. */
bool
gp_html_page_cut(struct gp_html_page *p, bool weak, struct gp_err *e);

/* Appends the visible text of items `from` to before `to`, white space
   collapsed, nothing at its ends. */
void
gp_html_page_text(const struct gp_html_page *p, unsigned from, unsigned to,
                  struct gp_buf *out);
/* Appends `s` with its white space collapsed and without controls. */
void
gp_collapse(struct gp_str s, struct gp_buf *out);
/* The <math> that item `i` stands in, or `i` itself. */
unsigned
gp_html_formula_round(const struct gp_html_page *p, unsigned i);
/* True for a text that is neither blank nor a script: what a <noscript> holds
   may be one, and has no words that count. */
bool
gp_html_page_says(const struct gp_html_page *p, unsigned i);
/* True for what a reader sees between the words before it and those behind it:
   a block, a line break, a button, a film; a sign (<svg>) may end a line. */
bool
gp_html_page_parts_words(const struct gp_html_item *item);
/* True for a text that begins a word though no white space stands before it:
   behind what counts the paragraphs of a law, behind a mark that ends in a
   digit, in a part with a name behind another, whatever is hidden between
   them, on a line of its own. */
bool
gp_html_page_words_meet(const struct gp_html_page *p, unsigned i);
/* The text of one leaf; what is put aside is read although it is skipped. */
void
gp_html_leaf_text(const struct gp_html_page *p, const struct gp_html_leaf *l,
                  struct gp_buf *out);

/* True for a table of figures; one that holds paragraphs is a way of laying
   out a page.  Each table is looked through once. */
bool
gp_html_page_has_figures(struct gp_html_page *p, unsigned table);

/* True in a cell of a table with three rows of three cells, or with a head and
   two rows of two.  Each table is looked through once. */
bool
gp_html_page_in_rows(struct gp_html_page *p, unsigned i);

/* Words as scorers count them: runs of letters and digits; scripts without
   spaces count by characters, 1.8 a word. */
unsigned
gp_count_words(struct gp_str s);

/* The same of mark-up: what stands outside its tags. */
unsigned
gp_count_shown(struct gp_str markup);

/* What a node says its language is: lang, else xml:lang; or "". */
struct gp_str
gp_html_page_lang(const struct gp_flat *d, uint32_t i);

/* True when item `i` lies in item `outer`, or is it. */
static inline bool
gp_html_item_in(const struct gp_html_page *p, unsigned i, unsigned outer)
{
	return i >= outer && i < p->items[outer].end;
}

static inline bool
gp_html_is_heading(enum gp_el el)
{
	return el >= GP_EL_H1 && el <= GP_EL_H6;
}

/* True for an element that begins a line of its own. */
static inline bool
gp_html_is_block(const struct gp_html_item *item)
{
	return (gp_el_is((enum gp_el)item->el) & GP_EL_BLOCK) != 0;
}

/* The text of item `i` without the white space at its ends. */
static inline struct gp_str
gp_html_text_of(const struct gp_html_page *p, unsigned i)
{
	return gp_str_trim(gp_flat_text(p->flat, i));
}

/* True for a sign that ends a sentence or a label. */
bool
gp_html_is_stop(uint32_t c);

/* True for a leaf that was found to be the caption of something. */
static inline bool
gp_html_is_caption(const struct gp_html_leaf *l)
{
	return l->why && !l->is_aside &&
	       gp_str_eq(gp_str(l->why), GP_STR("caption"));
}

/* Puts a leaf aside; both strings are literals. */
static inline void
gp_html_put_aside(struct gp_html_leaf *l, const char *why, const char *rule,
                  int confidence)
{
	l->why = why;
	l->rule = rule;
	l->confidence = confidence;
}

#endif
