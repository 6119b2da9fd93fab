/*
 * A warning where only the beginning of an article came: by what the words end
 * in, and by what the page says.  Whether there is more is not known to it.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_BUILD_CUT_SHORT_H
#define GP_NORMALISE_BUILD_CUT_SHORT_H

#include "normalise/work.h"

/* When the tree is made.  Failure is the document's arena's. */
void
gp_warn_cut_short(struct gp_work *w);

#endif
