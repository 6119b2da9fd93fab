/*
 * What feeds will carry of a release, as the records keep it: an entry for each
 * article that is new or corrected, and one that tells of each correction.  It
 * does not decide which those are.  Private to series/.
 */
#ifndef GP_SERIES_RELEASE_PIECES_H
#define GP_SERIES_RELEASE_PIECES_H

#include "base/diag.h"
#include "model/pack.h"
#include "series/known/article_facts.h"
#include "series/ledger/ledger.h"

struct gp_pieces_of {
	const struct gp_pack *pack;
	const struct gp_release_entry *entry;
	const struct gp_article_facts *facts; /* of its articles, but for those
	                                         that go with it */
	const struct gp_ledger *ledger;
	struct gp_date now;
	struct gp_diag *diag;
};

/* The text of the pieces, kept in `a`.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_release_pieces(struct gp_arena *a, const struct gp_pieces_of *what,
                  struct gp_str *out, struct gp_err *e);

#endif
