/*
 * Entries and records of a release written anew when something of it is erased:
 * the one exception to what is written once.  At each moment the ledger has the
 * digest of pieces that are there, so that a run that was killed leaves nothing
 * broken and the next one goes on.  What is erased is not known here.
 * Private to series/.
 */
#ifndef GP_SERIES_LEDGER_RECORD_ERASE_H
#define GP_SERIES_LEDGER_RECORD_ERASE_H

#include "series/ledger/ledger.h"

/* Puts `r` in the place of the ledger's entry of its number and of that in the
   records, whose pieces become `pieces`; outputs that `r` does not list go from
   the records.  The rows of `l` stay as they were read.
   Errors: GP_OUTPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_record_erase(const char *series, const struct gp_ledger *l,
                const struct gp_release_entry *r, struct gp_str pieces,
                struct gp_err *e);

/* Does what is left of an erasure that was killed once the ledger had the entry
   `r`; where there was none, or none so far, nothing changes.
   Errors: GP_OUTPUT, GP_NOMEM. */
bool
gp_record_erase_end(const char *series, const struct gp_release_entry *r,
                    struct gp_err *e);

#endif
