/*
 * What stands in the place of a figure that cannot be shown.  It asks nothing
 * but the figure: whether it can be shown is known to who calls.
 */
#ifndef GP_WORDING_LEFT_OUT_WORDS_H
#define GP_WORDING_LEFT_OUT_WORDS_H

#include "base/buf.h"
#include "model/labels.h"
#include "model/node.h"

/* Appends "Picture not included: WORDS", or for what is no picture (a film, a
   frame) "Not included: TITLE (ADDRESS)"; plain text.  `l` may be NULL:
   English. */
void
gp_missing_put(const struct gp_node *figure, const struct gp_labels *l,
               struct gp_buf *out);

#endif
