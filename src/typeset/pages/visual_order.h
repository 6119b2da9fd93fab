/*
 * Lines with text that runs from right to left (UAX #9): words keep the order
 * of reading in the file and get the places of their visual order.  Lines
 * without such text are not its business.  Private to typeset/pages/.
 */
#ifndef GP_TYPESET_PAGES_VISUAL_ORDER_H
#define GP_TYPESET_PAGES_VISUAL_ORDER_H

#include "typeset/pages/placing.h"

/* Sets the line when its paragraph holds text that runs from right to left;
   false when it does not. */
bool
gp_bidi_line(struct gp_layout *l, const struct gp_line_at *at);

#endif
