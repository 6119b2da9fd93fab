/*
 * An edition of a pack without any file, told from the ledger and the records
 * alone: its articles are who they were, those whose days are over show a
 * headline and a link in the feeds, and what was withdrawn or corrected in
 * another pack is so in it.  The folder of the pack is not looked at.
 * Private to series/release/.
 */
#ifndef GP_SERIES_RELEASE_WITHHELD_H
#define GP_SERIES_RELEASE_WITHHELD_H

#include "series/opened/series.h"

/* Releases such an edition of the pack `name`, which is out and has files.
   Counts go to `done`.  Errors: GP_OUTPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_release_withheld(struct gp_series *s, struct gp_str name,
                    struct gp_series_done *done, struct gp_err *e);

#endif
