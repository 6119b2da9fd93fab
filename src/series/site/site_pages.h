/*
 * The pages of a site that are of no single pack: index.html with the newest
 * packs, one for each month, and one in the folder `latest` that leads on to
 * the newest.  They are made of the ledger alone; where they are put is the
 * sink's matter.  Private to series/.
 */
#ifndef GP_SERIES_SITE_SITE_PAGES_H
#define GP_SERIES_SITE_SITE_PAGES_H

#include "series/site/site_shelves.h"
#include "series/site/site_sink.h"

struct gp_site_pages {
	const struct gp_series_site *site;
	const struct gp_labels *labels; /* words in its language, or NULL */
	const struct gp_shelves *now, *before;
	bool whole; /* every page; else what differs from before */
};

/* Hands them to the sink, months first.  None when no pack has pages.
   Errors: GP_NOMEM, the sink's. */
bool
gp_site_pages_make(const struct gp_site_pages *p, const struct gp_site_sink *to,
                   struct gp_err *e);

/* Hands over, without bytes, those that were there before and are no more. */
bool
gp_site_pages_drop(const struct gp_site_pages *p, const struct gp_site_sink *to,
                   struct gp_err *e);

#endif
