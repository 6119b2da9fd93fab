/*
 * The lists of a series signed, those of its packs and that of its site, before
 * anything of a change is under way: a key that does not sign leaves all as it
 * was.  Nothing is done for a series without keys.  Private to series/.
 */
#ifndef GP_SERIES_OPENED_SERIES_SIGN_H
#define GP_SERIES_OPENED_SERIES_SIGN_H

#include "series/opened/series.h"

/* The list of a pack's files.  Errors: those of gp_sign_list(). */
bool
gp_series_sign(struct gp_series *s, struct gp_str list, struct gp_err *e);

/* The list of the site as it will be with `next` in the ledger, or is now
   (NULL).  Errors: the same. */
bool
gp_series_sign_site(struct gp_series *s, const struct gp_release_entry *next,
                    struct gp_err *e);

/* Whatever is served now and is not signed.
   Errors: the same, those of gp_record_read(). */
bool
gp_series_sign_all(struct gp_series *s, struct gp_err *e);

#endif
