/*
 * What an editor put into the folder of a pack after its last release, under an
 * embargo that is over by now: no ledger knows of it.  It releases nothing.
 * Private to series/.
 */
#ifndef GP_SERIES_LATE_ITEMS_H
#define GP_SERIES_LATE_ITEMS_H

#include "series/opened/series.h"

/* Whether the pack of `r`, its last edition, has such an article.  A folder
   that was not written to since is not opened, one that cannot be read has
   none.  Errors: GP_NOMEM. */
bool
gp_late_items(struct gp_series *s, const struct gp_release_entry *r, bool *any,
              struct gp_err *e);

#endif
