/*
 * Where else an article is served as it was before: other packs whose last
 * edition holds it with another text.  It tells, and mends nothing.
 * Private to series/.
 */
#ifndef GP_SERIES_KNOWN_ELSEWHERE_H
#define GP_SERIES_KNOWN_ELSEWHERE_H

#include "base/diag.h"
#include "series/ledger/ledger.h"

/* A warning for each such pack and article of `r`, which is in the ledger. */
void
gp_tell_elsewhere(const struct gp_ledger *l, const struct gp_release_entry *r,
                  struct gp_diag *d);

#endif
