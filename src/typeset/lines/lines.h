/*
 * Line breaking: the breaks that make the whole paragraph look best, by the
 * method of Knuth and Plass (Software: Practice and Experience 11, 1981), in
 * integers only.  Knows boxes; nothing of pages.
 */
#ifndef GP_TYPESET_LINES_LINES_H
#define GP_TYPESET_LINES_LINES_H

#include "typeset/lines/boxes.h"

/* How wide justification makes a space at most, and how narrow at least, in
   hundredths of its own width.  A line that would need more stays ragged.
   TeX's spaces end at 166 by its usual tolerance (The TeXbook, chapter 12);
   columns of fifty letters need more than that now and then. */
enum { GP_SPACE_MOST = 200, GP_SPACE_LEAST = 66 };

struct gp_line {
	uint32_t from, to; /* bytes of the paragraph; no space at the end */
	bool hyphen;       /* ends in a soft hyphen */
	bool forced;       /* the last of its paragraph or before a break */
};

struct gp_breaker {
	struct gp_boxes boxes;
	struct gp_arena *arena; /* of the lines */
	struct gp_break_node *nodes;
	size_t n_nodes, cap_nodes;
	bool failed; /* out of memory */
};

/* Breaks a paragraph into lines as wide as `measure`; `*count` of them, in the
   breaker's arena.  No line is wider (a box that was was cut), none that ends
   in a space needs a wider one than GP_SPACE_MOST while there is another way,
   and no more than two in a row end in a hyphen while there is one.  False
   when out of memory. */
bool
gp_lines_break(struct gp_breaker *k, const struct gp_para *p, gp_len measure,
               struct gp_line **lines, size_t *count);

void
gp_breaker_free(struct gp_breaker *k);

#endif
