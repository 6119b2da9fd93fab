/*
 * What an article of a pack can be recognised by, taken from the pack: its
 * names and its text, as the ledger keeps them.  Who it is, is not known here.
 * Private to series/.
 */
#ifndef GP_SERIES_KNOWN_ARTICLE_FACTS_H
#define GP_SERIES_KNOWN_ARTICLE_FACTS_H

#include "model/pack.h"
#include "series/known/sketch.h"
#include "series/ledger/release_entry.h"

struct gp_article_facts {
	struct gp_released_article row; /* without id, state and `updated` */
	size_t at;                      /* of the entries of the pack */
	struct gp_sketch sketch;
	struct gp_str words; /* title, standfirst and body, to compare */
};

/* The facts of every entry of the pack that is not withdrawn, in its order; all
   of it in `a`.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_article_facts(struct gp_arena *a, const struct gp_pack *pack,
                 struct gp_article_facts **out, size_t *n, struct gp_err *e);

#endif
