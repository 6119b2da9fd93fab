/*
 * Where a preview may lie: a draft must not take the place of what is served,
 * nor lie among what a series reads.  It makes no folder.  Private to series/.
 */
#ifndef GP_SERIES_PREVIEW_PLACE_H
#define GP_SERIES_PREVIEW_PLACE_H

#include "base/err.h"

/* False, with GP_USAGE, for an `out` within the folder of the series, however
   it is written and whatever links lead there: only `preview` of it is free.
   `out` need not be there yet. */
bool
gp_preview_place_check(const char *out, const char *series, struct gp_err *e);

#endif
