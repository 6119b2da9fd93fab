/* Names are compared letter by letter as they are folded for comparing.  Days
   are not counted: since when an article is out is for a series to know. */
#include "pack/editor/share.h"

#include "base/text/fold.h"

/* True for "The  Daily News" and "the daily news". */
static bool
is_same_name(struct gp_str a, struct gp_str b)
{
	size_t i = 0, k = 0;
	uint32_t c, d;

	a = gp_str_trim(a);
	b = gp_str_trim(b);
	do {
		c = gp_fold_next(a, &i);
		d = gp_fold_next(b, &k);
	} while (c && c == d);
	return c == d && a.n && b.n;
}

const struct gp_series_source *
gp_share_row(const struct gp_seriesfile *series, struct gp_str source)
{
	size_t i;

	for (i = 0; i < series->n_sources; i++)
		if (is_same_name(series->sources[i].name, source))
			return &series->sources[i];
	return NULL;
}

static enum gp_share
stricter(enum gp_share a, enum gp_share b)
{
	return a > b ? a : b;
}

static enum gp_share
share_of_row(const struct gp_share_rules *rules,
             const struct gp_series_source *row)
{
	enum gp_share switched = (enum gp_share)rules->switched, own;

	if (!row || row->use == GP_USE_UNSAID)
		return switched;
	own = (enum gp_share)(row->use - GP_USE_FULL);
	return rules->is_switched ? stricter(own, switched) : own;
}

struct gp_share_decision
gp_share_decide(const struct gp_share_rules *rules, struct gp_str source)
{
	const struct gp_seriesfile *series = rules->series;
	struct gp_share_decision is = { GP_SHARE_FULL, NULL, false };

	if (!series)
		return is;
	is.row = gp_share_row(series, source);
	is.share = share_of_row(rules, is.row);
	if (series->audience != GP_AUDIENCE_PUBLIC || is.row ||
	    is_same_name(series->info.organisation, source))
		return is;
	is.unlisted = true;
	is.share = GP_SHARE_LINK;
	return is;
}

_Static_assert((int)GP_SHARE_EXTRACT == (int)GP_FEED_EXTRACT &&
                       (int)GP_SHARE_LINK == (int)GP_FEED_LINKS &&
                       (int)GP_SHARE_LINK == GP_USE_LINK - GP_USE_FULL,
               "what is switched, used and shared is told in one order");
