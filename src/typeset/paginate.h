/*
 * Pagination for others: where the body pages of the PDF digest begin, so
 * that another format can carry the same numbers.  Composed, cut into lines
 * and into pages by the same code as the PDF; nothing is drawn.
 * Knows no other format.
 */
#ifndef GP_TYPESET_PAGINATE_H
#define GP_TYPESET_PAGINATE_H

#include "typeset/parts.h"

/* What a page begins in: what stands above the body of an article (source,
   title, standfirst, byline), the body, or what stands below it. */
enum gp_page_part { GP_PAGE_IN_HEAD, GP_PAGE_IN_BODY, GP_PAGE_IN_FOOT };

struct gp_page_start {
	unsigned number; /* as it is printed, from 1 */
	size_t entry;    /* article of the pack */
	enum gp_page_part part;
	/* In the body: the page begins before byte `at` of this text node, or
	   before this block when it has no words.  A word that is divided
	   between two pages belongs to the second; a page that begins within
	   a row of a table begins where the first of its cells goes on. */
	const struct gp_node *node;
	size_t at;
};

struct gp_page_starts {
	struct gp_page_start *rows; /* in their order, of every article */
	size_t count, cap;
};

/* Parts for a layout that is not written as a PDF: quicker to open.  As
   gp_parts_open(). */
struct gp_parts *
gp_paginate_open(const struct gp_write_job *job, struct gp_err *e);

/* Finds the first place of every page of the articles; rows in `keep`.  In
   memory there is one article at a time, but all in a design whose articles
   run on.  `p` may then lay out other things. */
bool
gp_paginate(struct gp_parts *p, struct gp_arena *keep,
            struct gp_page_starts *out, struct gp_err *e);

#endif
