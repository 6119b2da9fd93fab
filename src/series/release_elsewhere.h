/*
 * What was corrected or withdrawn in one pack goes through to every other one
 * that serves it.  Which packs a person asked for is not known here.
 * Private to series/.
 */
#ifndef GP_SERIES_RELEASE_ELSEWHERE_H
#define GP_SERIES_RELEASE_ELSEWHERE_H

#include "series/opened/series.h"

/* Releases each such pack again, as far as its folder allows; a warning tells
   of the others.  Counts go to `done`.  Errors: GP_OUTPUT, GP_NOMEM,
   GP_CANCELLED. */
bool
gp_release_elsewhere(struct gp_series *s, struct gp_series_done *done,
                     struct gp_err *e);

#endif
