/*
 * Labels of lists as HTML counts them: "(c)" is the third of type "a".  Knows
 * nodes and no markup.
 */
#ifndef GP_WRITE_XHTML_LABELS_H
#define GP_WRITE_XHTML_LABELS_H

#include "model/node.h"

/* The number that an item's label stands for: 7 for "7." and 3 for "(c)"; 0
   when it is neither. */
long
gp_label_number(const struct gp_node *item);

/* The type of a list as HTML names it, by its first label; NULL: numbers. */
const char *
gp_list_type(const struct gp_node *list);
bool
gp_list_is_roman(const struct gp_node *list);

#endif
