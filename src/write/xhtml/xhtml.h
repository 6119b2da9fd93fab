/*
 * A document as XHTML elements, shared by the EPUB, the feed and `normalise
 * --format html`: the body (xhtml.c), and what stands round it
 * (xhtml_article.c).  The elements are the same in HTML syntax.  Knows no page
 * and no style.
 */
#ifndef GP_WRITE_XHTML_XHTML_H
#define GP_WRITE_XHTML_XHTML_H

#include "model/doc.h"
#include "model/labels.h"
#include "write/xml.h"

/* A place where a page of the printed digest begins: before byte `at` of the
   text node, or before the block. */
struct gp_xhtml_mark {
	const struct gp_node *node;
	size_t at;
	unsigned number; /* of the page: it gets the id "page7" */
};

struct gp_xhtml_options {
	int heading_shift;  /* added to heading levels: 0 makes level 2 h2 */
	const char *prefix; /* of the ids of headings, numbered from 1 in
	                       their order: "a1-h" gives "a1-h1"; NULL: no
	                       ids */
	bool anchors;       /* links within the document, and ids for them,
	                       "n7": for one document a file.  Without it
	                       they are words */
	bool boxes;         /* tables stand in boxes that scroll, and their
	                       cells have names (xhtml_table.h) */
	bool plain;         /* no class, id or ARIA attributes: for feeds.
	                       Pictures with an absolute address are shown;
	                       else their words stand for them */
	const struct gp_xhtml_mark *marks; /* in the order of the nodes */
	size_t n_marks;
	/* The address of the file of a figure's picture, "" when there is
	   none; NULL: none has any. */
	struct gp_str (*picture)(const void *user,
	                         const struct gp_node *figure);
	const void *user;               /* handed to picture() */
	const struct gp_labels *labels; /* for pictures and tables without
	                                   words of their own */
};

/* Writes the children of doc->body. */
void
gp_xhtml_body(struct gp_xml *x, const struct gp_doc *doc,
              const struct gp_xhtml_options *o);

/* Writes the inline children of `n`. */
void
gp_xhtml_inline(struct gp_xml *x, const struct gp_node *n,
                const struct gp_xhtml_options *o);

/* The <header> of an article: source, title as <h1 id="title">, standfirst,
   byline, date, reading time; each when there is one.  Words of ours are those
   of `l` here and below; NULL: English. */
void
gp_xhtml_header(struct gp_xml *x, const struct gp_doc *doc,
                const struct gp_labels *l);

/* The <footer>: the address of the original, when there is one. */
void
gp_xhtml_footer(struct gp_xml *x, const struct gp_doc *doc,
                const struct gp_labels *l);

/* <time datetime="2015-09">September 2015</time>: what was given, no more.
   Where the line runs from right to left it stands in a <bdi>, as do the counts
   below. */
void
gp_xhtml_date(struct gp_xml *x, const struct gp_date *d,
              const struct gp_labels *l);

/* What is counted, as text: "3 min read". */
void
gp_xhtml_count(struct gp_xml *x, const struct gp_labels *l, enum gp_word word,
               size_t n);

/* The attributes lang, xml:lang and, where it runs from right to left or what
   is round it does, dir, when `lang` is well-formed. */
void
gp_xhtml_lang(struct gp_xml *x, struct gp_str lang);

/* Of an element with words of our own: their language and direction, where
   those of the text round it, in the language `around`, are others. */
void
gp_xhtml_own_words(struct gp_xml *x, const struct gp_labels *l,
                   struct gp_str around);

#endif
