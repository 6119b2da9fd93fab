/*
 * A table fitted into the room for it, so that no word and no number of it is
 * parted.  Where the columns are too wide for that, in this order: smaller
 * type, less space between them, parts of some columns each, one under the
 * other, or each row as a list.  Knows neither lines nor pages.
 * Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_TABLE_FIT_H
#define GP_TYPESET_COMPOSE_TABLE_FIT_H

#include "typeset/compose/column_widths.h"

/* Gives the last blocks of the flow, a table, their columns, or puts others in
   their place.  What was done is a finding, "table-smaller", "table-parted" or
   "table-listed".  Failures stay in the flow's arena. */
void
gp_table_fit(struct gp_flow *f, const struct gp_table *t);

#endif
