/*
 * How much of an article may be shown: told from whom a series is for, from
 * what it says of the article's source, and from its one switch.  It neither
 * reads nor changes an article.
 */
#ifndef GP_PACK_SHARE_H
#define GP_PACK_SHARE_H

#include "config/seriesfile.h"

struct gp_share_rules {
	const struct gp_seriesfile *series; /* NULL: all may be shown */
	enum gp_feed_rights switched; /* `rights_feed`, as it was last given */
	bool is_switched;             /* it was given at all */
};

struct gp_share_decision {
	enum gp_share share;
	const struct gp_series_source *row; /* of `sources`, or NULL */
	bool unlisted; /* the public gets a link, because nobody said more */
};

/* By which name the source of an article is looked for: the one that it names,
   else the host that it stands at; or "". */
struct gp_str
gp_share_source(const struct gp_doc *doc);

/* The row of `sources` that is about a source of this name, whatever its case,
   its signs and the article in front of it; a host is one with or without
   "www.".  Or NULL. */
const struct gp_series_source *
gp_share_row(const struct gp_seriesfile *series, struct gp_str source);

/* What holds for an article of the source, "" for one that names none:
   - the row's `use`, and never more than the switch when that is given;
   - without a `use`, what is switched; by itself that is links for the public
     and all for others;
   - for the public, a source that is neither listed nor the series' own
     organisation is a link, whatever is switched. */
struct gp_share_decision
gp_share_decide(const struct gp_share_rules *rules, struct gp_str source);

#endif
