/*
 * The columns of a table: how wide its cells ask them to be, and how the room
 * is shared out among them.  Knows nothing of what is done where there is not
 * enough of it.
 * Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_COLUMN_WIDTHS_H
#define GP_TYPESET_COMPOSE_COLUMN_WIDTHS_H

#include "typeset/compose/flow.h"

struct gp_column {
	int64_t least; /* its widest piece that nothing may part */
	int64_t need;  /* as wide as the breaker wants it for that, without
	                  pieces that no column could hold */
	int64_t best;  /* its widest cell in one line */
	int64_t width, x;
	bool hopeless; /* has a piece that no column could hold */
};

struct gp_columns {
	struct gp_flow *flow;
	gp_len x, room; /* where they stand, all together */
	gp_len gap;     /* between two of them */
	size_t count;
	struct gp_column *rows;
};

/* Columns that ask for nothing yet, in the flow's arena; false when it is out
   of memory or there is no column.  The gap is that of the style, or less
   where there are many. */
bool
gp_columns_open(struct gp_columns *c, struct gp_flow *f,
                const struct gp_table *t, size_t count);

/* Fills least, need and best of a cell: what its words ask for.  A piece wider
   than `most` is none that a column is held to. */
void
gp_cell_measure(struct gp_flow *f, struct gp_cell *cell, gp_len most);

/* Has the columns of a measured cell ask for what it does. */
void
gp_columns_ask(struct gp_columns *c, const struct gp_cell *cell);

/* The least that they ask for with the gaps between them: as `least`, and as
   `need` with type of `percent` of its size. */
int64_t
gp_columns_least(const struct gp_columns *c);
int64_t
gp_columns_need(const struct gp_columns *c, unsigned percent);

/* Shares out the room: each gets its best where there is room for all, else
   what is left beside the least goes to those who would like more. */
void
gp_columns_share(struct gp_columns *c);
/* The same, and none is under its need, for which there has to be room. */
void
gp_columns_share_need(struct gp_columns *c);

/* Each is as wide as it needs to be. */
bool
gp_columns_hold(const struct gp_columns *c);

/* Gives a cell the place and width of the columns it spans. */
void
gp_columns_give(const struct gp_columns *c, struct gp_cell *cell);

#endif
