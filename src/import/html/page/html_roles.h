/*
 * What an element without a meaning of its own says that it is: role=heading,
 * table, row, cell, list and listitem (WAI-ARIA 1.2, 5.3).  Elements that have
 * a meaning keep it, and what is done with one is not known here.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_ROLES_H
#define GP_IMPORT_HTML_HTML_ROLES_H

#include "import/html/page/html_tags.h"

/* The element that node i is, by its tag `el`, its role, and the element
   `outer` that was found for what holds it.  Cost: linear over a page, as a
   table or a list is looked through where it begins. */
enum gp_el
gp_el_by_role(const struct gp_flat *d, uint32_t i, enum gp_el el,
              enum gp_el outer);

/* True for the role of a cell, a row or an item: its words are none of its
   neighbour's, whatever holds them both. */
bool
gp_role_is_part(struct gp_str role);

#endif
