/*
 * Everybody who was released: each article of the ledger once, as it was last,
 * found by its id and by each of its names.  What a release took back counts no
 * more.  Whether an article is one of them is for others to conclude.
 * Private to series/.
 */
#ifndef GP_SERIES_KNOWN_KNOWN_H
#define GP_SERIES_KNOWN_KNOWN_H

#include "base/map.h"
#include "series/known/sketch.h"
#include "series/ledger/ledger.h"

struct gp_known {
	const struct gp_released_article *row; /* as it was last */
	const struct gp_release_entry *last;   /* that it was in */
	const struct gp_release_entry *first;
	const struct gp_release_entry *said; /* whose records have its words */
	bool is_taken; /* by an article of the pack at hand */
};

/* The last one of a name counts. */
struct gp_known_all {
	struct gp_map by_id, by_given, by_address, by_feed, by_text, by_sketch;
};

/* All of the ledger, which must live as long.  The result is in `a`.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_known_read(struct gp_arena *a, const struct gp_ledger *l,
              struct gp_known_all *out, struct gp_err *e);

/* How alike its text and another one are, in hundredths. */
unsigned
gp_known_likeness(const struct gp_known *who, const struct gp_sketch *text);

#endif
