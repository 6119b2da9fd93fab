/*
 * A folder under another name: a pack that was never out and holds what one
 * held whose folder is gone.  It is told, and released as what it is, a new
 * pack.  Private to series/release/.
 */
#ifndef GP_SERIES_RELEASE_RENAMED_H
#define GP_SERIES_RELEASE_RENAMED_H

#include "series/release/releasing.h"

/* Warns (`renamed`) when the pack, whose articles are recognised, looks like
   one of them.  Errors: GP_NOMEM. */
bool
gp_release_renamed(struct gp_releasing *r, struct gp_err *e);

#endif
