/*
 * What was corrected or withdrawn in one pack goes through to every other one
 * that serves it.  Which packs a person asked for is not known here.
 * Private to series/.
 */
#ifndef GP_SERIES_RELEASE_ELSEWHERE_H
#define GP_SERIES_RELEASE_ELSEWHERE_H

#include "series/opened/series.h"

/* Releases each such pack again, without what has to leave it, as
   gp_release_leave() does.  `ok` and `e` are what was released before it: packs
   that were refused keep nothing back, and their error stays.  Counts go to
   `done`.  Errors: GP_OUTPUT, GP_NOMEM, GP_CANCELLED. */
bool
gp_release_elsewhere(struct gp_series *s, bool ok, struct gp_series_done *done,
                     struct gp_err *e);

#endif
