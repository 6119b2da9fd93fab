/*
 * What the series knows better than the folder of a pack: articles that are
 * withdrawn whatever stands there, and such as are to stay out.  It reads no
 * file.  Private to series/release/.
 */
#ifndef GP_SERIES_AMENDING_H
#define GP_SERIES_AMENDING_H

#include "series/release/releasing.h"

/* Adds to `r->amendments` what the articles of the pack as it was read, and who
   they are, ask for; *amended tells that there is more of it than before, so
   that the pack has to be read again.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_release_amend(struct gp_releasing *r, bool *amended, struct gp_err *e);

#endif
