/*
 * Labels of lists as HTML counts them: "(c)" is the third of type "a".  Knows
 * nodes and no markup.
 */
#ifndef GP_WRITE_XHTML_LABELS_H
#define GP_WRITE_XHTML_LABELS_H

#include "base/text/ordinals.h"
#include "model/node.h"

/* How a list counts, told by its first two labels: of "i" the second says
   whether it is a letter. */
enum gp_ordinal
gp_list_counting(const struct gp_node *list);
/* The same as HTML names it; NULL: numbers. */
const char *
gp_list_type(const struct gp_node *list);

/* The number that an item's label stands for as its list counts, 7 for "7."
   and 3 for "(c)"; false when it is none. */
bool
gp_label_number(const struct gp_node *item, long *number);

#endif
