/*
 * What an erasure takes out of one release: names, titles, digests and pieces
 * of articles, and the outputs that had their words.  Whether it may be erased
 * was decided before.  Private to series/.
 */
#ifndef GP_SERIES_ERASING_H
#define GP_SERIES_ERASING_H

#include "base/map.h"
#include "series/opened/series.h"

/* The articles by their ids, and all that told of their corrections. */
struct gp_erased {
	struct gp_map ids, notices;
};

/* Erases what the release has of them; nothing when it has none.
   Errors: GP_INPUT (records), GP_OUTPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_erase_release(struct gp_series *s, const struct gp_release_entry *r,
                 const struct gp_erased *what, struct gp_err *e);

/* Does what is left of erasures that were killed when they had happened.
   Errors: GP_OUTPUT, GP_NOMEM. */
bool
gp_end_erasures(const struct gp_series *s, struct gp_err *e);

#endif
