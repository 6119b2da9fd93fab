/*
 * A prepared edition signed before it goes out: the list of its files, and the
 * list of the site as it will be.  Which keys sign is not known here.
 * Private to series/.
 */
#ifndef GP_SERIES_RELEASE_RELEASE_SIGN_H
#define GP_SERIES_RELEASE_RELEASE_SIGN_H

#include "series/release/releasing.h"

/* Nothing is done for a series without keys, and nothing again.
   Errors: those of gp_sign_list(). */
bool
gp_release_sign(struct gp_releasing *r, struct gp_err *e);

#endif
