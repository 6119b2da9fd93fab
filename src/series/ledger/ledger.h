/*
 * The ledger of a series: every release in its order, one small JSON file
 * each, written once and never changed.  Beside them lies `index`, the same
 * entries in one file that is read quickly; it is a cache, which anybody may
 * delete.  What an entry means for feeds, ids and
 * files is for others to say.  Private to series/.
 */
#ifndef GP_SERIES_LEDGER_LEDGER_H
#define GP_SERIES_LEDGER_LEDGER_H

#include "series/ledger/release_entry.h"

struct gp_ledger {
	struct gp_arena *arena;
	struct gp_str folder; /* ledger/ of the series */
	struct gp_release_entry *rows;
	size_t n, room;        /* rows[i].number is i + 1 */
	size_t indexed;        /* rows that the file `index` has */
	struct gp_bytes index; /* what strings of its rows are in */
};

/* Reads the ledger in `folder` of a series; a folder that is not there is an
   empty one.  `whole`: by its files, the cache is not trusted.  `l` is zeroed;
   gp_ledger_free() ends it, also after an error.
   Errors: GP_INPUT for an entry that is missing or none, GP_LIMIT, GP_NOMEM. */
bool
gp_ledger_open(struct gp_ledger *l, const char *series, bool whole,
               struct gp_err *e);
void
gp_ledger_free(struct gp_ledger *l);

/* Writes what the cache lacks, while the lock of the series is held; a failure
   costs nothing but time. */
void
gp_ledger_cache(struct gp_ledger *l);

/* Takes the cache away, before entries change that it has. */
bool
gp_ledger_forget(struct gp_ledger *l, struct gp_err *e);

/* Writes the next entry, whose number is n + 1, and takes a copy among the
   rows.  When its file is there the release has happened; an entry that could
   not be read again is not written.  Errors: GP_OUTPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_ledger_append(struct gp_ledger *l, const struct gp_release_entry *r,
                 struct gp_err *e);

/* Whether it is a release that nothing took back. */
bool
gp_release_counts(const struct gp_release_entry *r);

/* Whether it took all of its pack out.  One that has no files and tells of an
   article still is of a pack that could not be made when something had to leave
   it: that comes back. */
bool
gp_release_is_withdrawal(const struct gp_release_entry *r);

/* The last edition of a pack that was not undone, or NULL. */
const struct gp_release_entry *
gp_ledger_last_of(const struct gp_ledger *l, struct gp_str pack);

/* The last release of any pack that was not undone, or NULL. */
const struct gp_release_entry *
gp_ledger_last(const struct gp_ledger *l);

/* How many editions of a pack there ever were, undone ones too. */
unsigned
gp_ledger_editions(const struct gp_ledger *l, struct gp_str pack);

/* "000012.json" in `folder`, kept in `a`. */
struct gp_str
gp_ledger_path(struct gp_arena *a, struct gp_str folder, unsigned number);

#endif
