/*
 * The catalogue of a series: which of its files there are and which of them a
 * release changed.  What stands in them is not known here.  Private to series/.
 */
#ifndef GP_SERIES_SITE_OPDS_MAKE_H
#define GP_SERIES_SITE_OPDS_MAKE_H

#include "series/site/feed_head.h"
#include "series/site/site_shelves.h"
#include "series/site/site_sink.h"

struct gp_opds_making {
	const struct gp_feed_head *head;
	const struct gp_shelves *now, *before;
	bool whole; /* every file; else what differs from before */
};

/* Hands its files to the sink, those that others lead to first.  None where the
   site has no address: readers of catalogues want whole ones.
   Errors: GP_NOMEM, the sink's. */
bool
gp_opds_make(const struct gp_opds_making *m, const struct gp_site_sink *to,
             struct gp_err *e);

/* Hands over, without bytes, what was there before and is no more. */
bool
gp_opds_drop(const struct gp_opds_making *m, const struct gp_site_sink *to,
             struct gp_err *e);

#endif
