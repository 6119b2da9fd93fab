/*
 * Withdrawn articles of one pack by the names that its pack.yaml can call them:
 * those whose place stays in its books, and who they were.  Whether one goes
 * now or went before is told; why is not known here.  Private to series/.
 */
#ifndef GP_SERIES_KNOWN_GONE_H
#define GP_SERIES_KNOWN_GONE_H

#include "base/map.h"
#include "model/pack.h"
#include "series/ledger/ledger.h"

struct gp_gone {
	struct gp_map names;  /* of what every edition had: to its last row */
	struct gp_map places; /* names that the pack withdraws now */
	const struct gp_withdrawal *whole; /* all of it; or NULL */
};

/* From the editions of `pack`, whose folder is `name`, all in `a`.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_gone_read(struct gp_arena *a, const struct gp_ledger *l, struct gp_str name,
             const struct gp_pack *pack, struct gp_gone *out, struct gp_err *e);

/* Who stood in the place of a withdrawn entry; NULL: nobody that was out. */
const struct gp_released_article *
gp_gone_find(const struct gp_gone *gone, const struct gp_entry *entry);

/* What withdraws the article of one of the editions; NULL: it stays. */
const struct gp_withdrawal *
gp_gone_has(const struct gp_gone *gone, const struct gp_released_article *row);

#endif
