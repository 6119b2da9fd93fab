/*
 * What an editor wants to know of an article before choosing it: what it says,
 * where it ran, whether it may go out, what is doubtful about it.  Nothing is
 * chosen here.  Private to series/.
 */
#ifndef GP_SERIES_PICK_FACTS_H
#define GP_SERIES_PICK_FACTS_H

#include "base/map.h"
#include "model/pack.h"
#include "series/opened/series.h"

struct gp_pick_fact {
	struct gp_str name; /* of the article: "FILE" or "FILE#PART" */
	struct gp_str title, source, section;
	struct gp_str remarks; /* what else there is, parted by " | " */
	size_t words;
	bool chosen; /* the pack has it already, or pack.yaml names it */
};

struct gp_pick_facts {
	struct gp_arena *arena;
	struct gp_pick_fact *rows; /* in the pack's order, those that are one
	                              text together; then what cannot be read */
	size_t n;
	struct gp_map by_name;
};

/* `s` has its ledger and its file read, or is NULL for a pack of none; `pack`
   is what gp_pack_candidates() gave and `found` what it found; `now` in seconds
   since 1970.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_pick_facts(struct gp_pick_facts *out, struct gp_series *s,
              const struct gp_pack *pack, struct gp_str name,
              const struct gp_diag *found, int64_t now, struct gp_err *e);

#endif
