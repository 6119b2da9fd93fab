/*
 * The cells of a table: what each is and what it reaches over.  Knows no row
 * and no words.  Private to write/xhtml/.
 */
#ifndef GP_WRITE_XHTML_XHTML_CELL_H
#define GP_WRITE_XHTML_XHTML_CELL_H

#include "model/node.h"
#include "write/xml.h"

/* "th" for a head with words, else "td". */
const char *
gp_xhtml_cell_element(const struct gp_node *cell);

/* The attributes of a cell, which is in the head of its table or not: what it
   is a head of, what it spans (as far as HTML has it), where its words stand:
   by the classes "right" and "center", or by a style of its own where it is
   `plain`. */
void
gp_xhtml_cell(struct gp_xml *x, const struct gp_node *cell, bool in_head,
              bool plain);

#endif
