/*
 * The records of an edition that is about to be released, and the note that it
 * is under way: gp_series_commit() ends what is begun here.  What is in them is
 * not known here.  Private to series/release/.
 */
#ifndef GP_SERIES_RELEASE_RECORD_H
#define GP_SERIES_RELEASE_RECORD_H

#include "series/ledger/record.h"
#include "series/opened/series.h"

/* Begins the journal and writes the records; after an error nothing of either
   is left.  Errors: GP_OUTPUT, GP_NOMEM. */
bool
gp_release_record(struct gp_series *s, const struct gp_record *record,
                  struct gp_err *e);

#endif
