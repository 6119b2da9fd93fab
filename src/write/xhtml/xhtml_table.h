/*
 * Tables for screens of any width: the box that a table scrolls in, its
 * parts, and what each of its cells is called where they stand one under the
 * other.  Which width that is, the style sheet says.  Private to write/xhtml/.
 */
#ifndef GP_WRITE_XHTML_XHTML_TABLE_H
#define GP_WRITE_XHTML_XHTML_TABLE_H

#include "base/buf.h"
#include "model/labels.h"
#include "model/node.h"
#include "write/xml.h"

/* A column of the table that is written. */
struct gp_xhtml_column {
	size_t from, to; /* its heads, in `words` */
	unsigned taken;  /* rows for which a cell from above has it */
};

enum gp_xhtml_part { GP_XHTML_NO_PART, GP_XHTML_HEAD, GP_XHTML_BODY };

/* The table that is written: which part of it is open, where its next cell
   stands, the heads so far.  All zero at first; gp_xhtml_table_free() takes
   back what it holds.  Failures stay in `words`. */
struct gp_xhtml_table {
	enum gp_xhtml_part part;
	size_t number; /* of the table on its page, from 1 */
	struct gp_buf words;
	struct gp_xhtml_column *columns;
	size_t count, cap;
	size_t next;
};

/* A table begins.  With `boxed` it is put into <div class="table">, a region
   with the name of the caption, else "Table 2".  The box has the class "many"
   with four columns and more, and "stack" where its cells may stand under each
   other: it has heads, and no cell but of them is over rows. */
void
gp_xhtml_table_begin(struct gp_xml *x, const struct gp_node *table,
                     struct gp_xhtml_table *t, bool boxed,
                     const struct gp_labels *l);
/* A row begins, in <thead> or in <tbody>, which are opened and closed. */
void
gp_xhtml_table_row(struct gp_xml *x, const struct gp_node *row,
                   struct gp_xhtml_table *t);
/* After the start of a cell: `data-label` says what its column is called where
   something does and the cell is over one column only and no head. */
void
gp_xhtml_table_cell(struct gp_xml *x, const struct gp_node *cell,
                    struct gp_xhtml_table *t);
/* Closes the part, the table and the box. */
void
gp_xhtml_table_end(struct gp_xml *x, struct gp_xhtml_table *t, bool boxed);
void
gp_xhtml_table_free(struct gp_xhtml_table *t);

#endif
