/*
 * What is under way: a note in ledger/journal from before a change begins until
 * it is whole, so that the next command knows what a killed one left and can
 * finish it or take it back.  What finishing means is for others to know.
 * Private to series/.
 */
#ifndef GP_SERIES_LEDGER_JOURNAL_H
#define GP_SERIES_LEDGER_JOURNAL_H

#include "base/arena.h"

struct gp_journal {
	unsigned release; /* the entry that the change writes; 0: none is
	                     under way */
	struct gp_str pack;
	unsigned edition; /* 0: no records are written */
};

/* Writes the note; the strings of `j` are plain names.  Errors: GP_OUTPUT. */
bool
gp_journal_begin(const char *series, const struct gp_journal *j,
                 struct gp_err *e);
/* The change is whole, or was never begun; of a note that was being written
   nothing is left. */
bool
gp_journal_end(const char *series, struct gp_err *e);

/* What is under way; its strings are kept in `a`.  A note that cannot be read
   is of release 0, and *is_broken tells so.  Errors: GP_OUTPUT, GP_NOMEM. */
bool
gp_journal_read(struct gp_arena *a, const char *series, struct gp_journal *out,
                bool *is_broken, struct gp_err *e);

#endif
