/*
 * The entries that told of corrections of an article, by its id: what has to go
 * with it.  What they said is not known here.  Private to series/.
 */
#ifndef GP_SERIES_KNOWN_NOTICES_H
#define GP_SERIES_KNOWN_NOTICES_H

#include "base/map.h"
#include "series/ledger/ledger.h"

struct gp_notice {
	struct gp_str id;
	struct gp_notice *next; /* of the same article */
};

/* Notes the notice of `row`, if it has one; in the arena of the map, whose
   failures are kept there. */
void
gp_notices_add(struct gp_map *by_article,
               const struct gp_released_article *row);

/* All that a ledger has, of releases that were taken back too. */
void
gp_notices_read(struct gp_map *by_article, const struct gp_ledger *l);

#endif
