/*
 * The site brought up to date in its place: what changed is replaced file by
 * file, what did not keeps bytes and times, what is no more goes when no feed
 * names it any longer.  Files that govpub did not make are left alone.
 * Private to series/.
 */
#ifndef GP_SERIES_SITE_SITE_UPDATE_H
#define GP_SERIES_SITE_SITE_UPDATE_H

#include "series/site/site_make.h"

/* Adds to the counts of `done`.  Errors: those of gp_site_make(), GP_OUTPUT. */
bool
gp_site_update(const struct gp_series_site *s, struct gp_published *done,
               struct gp_err *e);

#endif
