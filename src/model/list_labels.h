/*
 * Labels of lists as HTML counts them: "(c)" is the third of type "a".  Knows
 * nodes and no markup.
 */
#ifndef GP_MODEL_LIST_LABELS_H
#define GP_MODEL_LIST_LABELS_H

#include "base/text/ordinals.h"
#include "model/node.h"

/* How a list counts, told by its first two labels: of "i" the second says
   whether it is a letter. */
enum gp_ordinal
gp_list_counting(const struct gp_node *list);
/* True when all labels of its items are what it counts with a stop behind it,
   "b.", or none: then counting gives them again.  Cost: the items. */
bool
gp_list_is_counted(const struct gp_node *list);
/* How it counts as HTML names it; NULL: numbers. */
const char *
gp_list_type(const struct gp_node *list);

/* The number that an item's label stands for as its list counts, 7 for "7."
   and 3 for "(c)"; false when it is none. */
bool
gp_label_number(const struct gp_node *item, long *number);

#endif
