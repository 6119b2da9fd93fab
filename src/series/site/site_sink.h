/*
 * A site in the making: what it is made of, and who takes its files.  How a
 * file is made is not known here.  Private to series/.
 */
#ifndef GP_SERIES_SITE_SITE_SINK_H
#define GP_SERIES_SITE_SITE_SINK_H

#include "series/site/feed_write.h"

/* Takes a file; `path` is below the site and ends in NUL. */
struct gp_site_sink {
	bool (*take)(void *user, struct gp_str path, struct gp_str bytes,
	             struct gp_err *e);
	void *user;
};

struct gp_series_site {
	const char *folder; /* of the series */
	const struct gp_ledger *ledger;
	const struct gp_seriesfile *series;
	struct gp_label_files *labels; /* words in its language and others */
	bool whole; /* every file; else what the last entry of the ledger may
	               have changed */
};

#endif
