/*
 * What has to leave a pack that is out leaves it, whatever its folder is like:
 * by an edition without it, or, where the folder is gone or its edition is
 * refused, with all files of the pack.  What has to leave is not known here.
 * Private to series/.
 */
#ifndef GP_SERIES_RELEASE_LEAVE_H
#define GP_SERIES_RELEASE_LEAVE_H

#include "series/opened/series.h"

/* Releases the pack `name`, which is out, as gp_release_again() does, else as
   gp_release_withheld(); then a warning tells why and what to do.  Counts go
   to `done`.  Errors: GP_OUTPUT, GP_NOMEM, GP_CANCELLED, GP_INTERNAL. */
bool
gp_release_leave(struct gp_series *s, struct gp_str name,
                 struct gp_series_done *done, struct gp_err *e);

#endif
