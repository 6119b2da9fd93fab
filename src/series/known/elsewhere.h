/*
 * Where an article is served as it was before: packs whose last edition holds
 * it with a text that was corrected, or at all when it was withdrawn.  It
 * tells, and mends nothing.  Private to series/.
 */
#ifndef GP_SERIES_KNOWN_ELSEWHERE_H
#define GP_SERIES_KNOWN_ELSEWHERE_H

#include "base/diag.h"
#include "series/ledger/ledger.h"

/* A pack, and the first such article of it. */
struct gp_elsewhere {
	const struct gp_release_entry *in;
	const struct gp_released_article *article;
	bool is_withdrawn;
};

/* All such packs in the order of the ledger, each once; the rows are in `a`.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_elsewhere_find(struct gp_arena *a, const struct gp_ledger *l,
                  struct gp_elsewhere **rows, size_t *n, struct gp_err *e);

/* A warning of one; `why` says what stands in the way of mending it, or "". */
void
gp_elsewhere_tell(const struct gp_elsewhere *row, const char *why,
                  struct gp_diag *d);

#endif
