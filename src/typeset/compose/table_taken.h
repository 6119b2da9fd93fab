/*
 * A table taken out of the flow, the two ways to put other blocks in its
 * place, and what they share.  Which of them is taken is not known here.
 * Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_TABLE_TAKEN_H
#define GP_TYPESET_COMPOSE_TABLE_TAKEN_H

#include "typeset/compose/column_widths.h"

/* A measured table that is taken out of the flow. */
struct gp_taken_table {
	struct gp_flow *flow;
	const struct gp_table *table;
	struct gp_block *rows; /* table->count of them */
};

/* The blocks of the flow from `first` on are a table, or what a reader sees as
   one: it has a line above it and space round it. */
void
gp_table_frame(struct gp_flow *f, uint32_t first);

/* The element of a row that has cells. */
uint32_t
gp_table_row(const struct gp_flow *f, const struct gp_block *row);

/* Puts parts of some columns each, the first in all of them, at the end of the
   flow (table_parts.c); how many.  0, and nothing is done: not even two
   columns have room side by side. */
size_t
gp_table_parts(const struct gp_taken_table *t);

/* Puts each row as a list, "head: words", at the end of the flow
   (table_records.c).  False, and nothing is done: it has no rows but heads, or
   too many columns or too long heads to say them once a row. */
bool
gp_table_records(const struct gp_taken_table *t);

#endif
