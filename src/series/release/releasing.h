/*
 * One pack on its way to an edition: what its steps hand to each other.  In
 * what order they come, and whether anything goes out in the end, is not
 * decided here.  Private to series/.
 */
#ifndef GP_SERIES_RELEASING_H
#define GP_SERIES_RELEASING_H

#include "config/packfile.h"
#include "publish/outputs.h"
#include "series/known/edition_check.h"
#include "series/known/gone.h"
#include "series/opened/series.h"

#include <stdint.h>

struct gp_releasing {
	struct gp_series *s;
	struct gp_arena *arena; /* for the time of the release */
	struct gp_str name;
	struct gp_settings settings;
	int64_t day; /* of a pack that nothing gives one: seconds */
	struct gp_pack *sealed;
	struct gp_pack pack; /* a copy with who is who */
	struct gp_known_all known;
	struct gp_article_facts *facts; /* of those that are there to read */
	size_t n;                       /* how many they are */
	struct gp_known **who;
	struct gp_edition_check check;
	struct gp_recognising how;
	struct gp_gone gone; /* those that are not */
	struct gp_amendments amendments;
	struct gp_str moment; /* that the edition was approved and signed with;
	                         "": what the clock says is its */
	bool approving;       /* it does not go out now */
	bool again; /* only for what became of its articles elsewhere */
	const struct gp_release_entry *before; /* the last edition, or NULL */
	struct gp_release_entry entry;
	struct gp_outputs outputs;
	struct gp_str pieces; /* what feeds carry, as the records keep it */
};

/* Reads the pack in the folder `name` of the series and tells of each article
   who it is; gp_release_end() ends it, also after an error.  `again` as in the
   struct.  Errors: those of gp_pack_open(). */
bool
gp_release_begin(struct gp_releasing *r, struct gp_series *s,
                 struct gp_str name, bool again, struct gp_err *e);
void
gp_release_end(struct gp_releasing *r);

/* What keeps the pack back (release_gate.h), then the steps below in their
   order: then everything of the next edition is there, in memory.  `*is_new` as
   in gp_release_edition(). */
bool
gp_release_prepare(struct gp_releasing *r, bool *is_new, struct gp_err *e);

/* Tells of each article of the pack who it is.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_release_recognise(struct gp_releasing *r, struct gp_err *e);

/* Refuses what readers would not be told of, and puts the ids over `pack` and
   `entry`.  Errors: GP_INPUT (something is in the way), GP_SYNTAX, GP_NOMEM. */
bool
gp_release_articles(struct gp_releasing *r, struct gp_err *e);

/* Tells the pack which of its articles were withdrawn, by it or by an edition
   before, so that their addresses stay.  Errors: GP_NOMEM. */
bool
gp_release_gone(struct gp_releasing *r, struct gp_err *e);

/* Tells the pack what is new in it, as readers are to be shown it: as the
   edition that is out had it (`as_before`), or as a next one has it, and then
   `entry` keeps it, too.  It needs the states of the articles. */
void
gp_release_news(struct gp_releasing *r, bool as_before);

/* Gives the pack its place in the series and makes its outputs: as the edition
   that is out when they are the same (`*is_new` is false), else as the next
   one.  A pack of which nothing is left to read has none.
   Errors: those of gp_outputs_make(). */
bool
gp_release_edition(struct gp_releasing *r, bool *is_new, struct gp_err *e);

/* Makes the outputs of the prepared edition again, with DRAFT on every page and
   in every title; those of feeds, too.  Errors: those of gp_outputs_make(). */
bool
gp_release_draft(struct gp_releasing *r, struct gp_err *e);

#endif
