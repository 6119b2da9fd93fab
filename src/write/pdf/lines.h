/*
 * Line breaking: the breaks that make the whole paragraph look best, by the
 * method of Knuth and Plass (Software: Practice and Experience 11, 1981), in
 * integers only.  Knows boxes; nothing of pages.
 */
#ifndef GP_WRITE_PDF_LINES_H
#define GP_WRITE_PDF_LINES_H

#include "write/pdf/boxes.h"

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
   breaker's arena.  No line is wider (a box that was was cut).  False when out
   of memory. */
bool
gp_lines_break(struct gp_breaker *k, const struct gp_para *p, gp_len measure,
               struct gp_line **lines, size_t *count);

void
gp_breaker_free(struct gp_breaker *k);

#endif
