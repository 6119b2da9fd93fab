/*
 * Who the articles of a pack are: each one somebody who was released before, or
 * new.  Told by an id that is given, by address, by what its feed calls it, by
 * its text in the last edition, by its file within its pack, and by its text
 * among what was released in the last 31 days.  A name alone is not enough:
 * another text under it is another article.  What follows when somebody changed
 * or is missing is not decided here.  Private to series/.
 */
#ifndef GP_SERIES_KNOWN_RECOGNISE_H
#define GP_SERIES_KNOWN_RECOGNISE_H

#include "base/diag.h"
#include "series/known/article_facts.h"
#include "series/known/known.h"

/* For how long a text alone tells who an article is. */
enum { GP_TEXT_DAYS = 31 };

struct gp_recognising {
	struct gp_arena *arena;
	const struct gp_ledger *ledger;
	const struct gp_known_all *known;
	struct gp_str pack;                   /* the name of its folder */
	struct gp_date now;                   /* of the release */
	const struct gp_article_facts *facts; /* of its articles */
	size_t n;
	const char *folder; /* for messages */
	struct gp_diag *diag;
};

/* Who article i is in out[i]; NULL for a new one.  Nobody is two of them.
   A warning tells of each known name with another text.  The array is in the
   arena.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_recognise(const struct gp_recognising *how, struct gp_known ***out,
             struct gp_err *e);

#endif
