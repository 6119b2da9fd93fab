/*
 * Warnings of drops that a reader would want to know of: of a table, of a
 * sentence with a number in it, of more than a tenth of the words.  It finds
 * nothing that `dropped[]` does not list; whether the drop was right is not
 * known to it.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_BUILD_BIG_DROPS_H
#define GP_NORMALISE_BUILD_BIG_DROPS_H

#include "normalise/work.h"

/* When all fates are decided: at most one warning of each of the three kinds,
   "dropped-table", "dropped-number", "dropped-much".  Failure is the
   document's arena's, or that of the scratch memory. */
void
gp_warn_big_drops(struct gp_work *w);

#endif
