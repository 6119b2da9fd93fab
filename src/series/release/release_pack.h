/*
 * One pack released: read, its articles recognised, its outputs made, recorded,
 * written into the ledger and put on the site.  Which packs there are is not
 * known here.  Private to series/.
 */
#ifndef GP_SERIES_RELEASE_PACK_H
#define GP_SERIES_RELEASE_PACK_H

#include "series/opened/series.h"

/* Releases the pack in the folder `name` of the series; counts go to `done`.
   Errors: those of gp_series_release(). */
bool
gp_release_pack(struct gp_series *s, struct gp_str name,
                struct gp_series_done *done, struct gp_err *e);

/* The same for a pack that is out, only for what became of its articles in
   other packs or with time: what is new in its folder stays where it is, and
   nobody has to approve what is left. */
bool
gp_release_again(struct gp_series *s, struct gp_str name,
                 struct gp_series_done *done, struct gp_err *e);

/* True when `why` is about the pack alone and nothing of it is out: `before` is
   how many releases the ledger had. */
bool
gp_release_is_refused(const struct gp_series *s, size_t before,
                      const struct gp_err *why);

#endif
