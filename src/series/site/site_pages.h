/*
 * The pages of a site that are of no single pack: index.html with its packs by
 * month, and one in the folder `latest` that leads on to the newest.  They are
 * made of the ledger alone; where they are put is the sink's matter.  Private
 * to series/.
 */
#ifndef GP_SERIES_SITE_SITE_PAGES_H
#define GP_SERIES_SITE_SITE_PAGES_H

#include "series/site/site_sink.h"

/* Hands both to the sink; without bytes, as files that are no more, when no
   pack has pages.  Errors: GP_NOMEM, the sink's. */
bool
gp_site_pages(const struct gp_series_site *s, const struct gp_feed_items *packs,
              const struct gp_site_sink *to, struct gp_err *e);

/* True when some pack has pages. */
bool
gp_site_has_pages(const struct gp_feed_items *packs);

#endif
