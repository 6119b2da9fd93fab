/*
 * What pages of a site tell readers to subscribe to: its feeds and, where the
 * site has an address, its catalogues.  Knows no page and no entry.  Private to
 * series/.
 */
#ifndef GP_SERIES_SITE_SITE_SUBSCRIPTIONS_H
#define GP_SERIES_SITE_SITE_SUBSCRIPTIONS_H

#include "config/seriesfile.h"
#include "pack/job.h"

enum { GP_SUBSCRIPTIONS = 4 };

/* Fills the rows, in the words of `l`, and returns how many there are; paths go
   from a page that lies in the folder of the site, or with `deep` in one of its
   folders. */
size_t
gp_site_subscriptions(const struct gp_seriesfile *s, const struct gp_labels *l,
                      bool deep, struct gp_made rows[GP_SUBSCRIPTIONS]);

#endif
