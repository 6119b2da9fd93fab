/*
 * The site of a series as it has to be: a function of ledger, records and
 * series.yaml, file by file, packs first and feeds last.  What becomes of a
 * file, whether it is written or compared, is the sink's matter.
 * Private to series/.
 */
#ifndef GP_SERIES_SITE_SITE_MAKE_H
#define GP_SERIES_SITE_SITE_MAKE_H

#include "series/site/site_sink.h"

/* Hands the files to the sink `to` in the order in which they may be replaced:
   no feed before what it names.  Then the paths of files that the site once had
   and has no more go to `stale`, NULL for nobody, without bytes.  Nothing for a
   ledger without an entry.
   Errors: GP_INPUT (records), GP_LIMIT, GP_NOMEM, the sink's. */
bool
gp_site_make(const struct gp_series_site *s, const struct gp_site_sink *to,
             const struct gp_site_sink *stale, struct gp_err *e);

#endif
