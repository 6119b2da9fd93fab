/* A table in which the catalogues stand last, so that the first rows are there
   without them.  Whether a file is made is decided elsewhere. */
#include "series/site/site_subscriptions.h"

enum { FEEDS = 2 };

static const struct subscription {
	const char *path; /* from a folder of the site */
	const char *type;
	enum gp_word title;
} all[GP_SUBSCRIPTIONS] = {
	{ "../feed.xml", "application/atom+xml", GP_W_ALL_ARTICLES },
	{ "../packs.xml", "application/atom+xml", GP_W_ALL_PACKS },
	{ "../opds/new.json", "application/opds+json", GP_W_CATALOGUE },
	{ "../opds/new.xml",
	  "application/atom+xml;profile=opds-catalog;kind=acquisition",
	  GP_W_OLD_CATALOGUE },
};

size_t
gp_site_subscriptions(const struct gp_seriesfile *s, const struct gp_labels *l,
                      bool deep, struct gp_made rows[GP_SUBSCRIPTIONS])
{
	static const size_t up = sizeof "../" - 1;
	size_t n = s->info.base_url.n > 0 ? GP_SUBSCRIPTIONS : FEEDS, i;

	for (i = 0; i < n; i++)
		rows[i] = (struct gp_made){
			.path = gp_str(all[i].path + (deep ? 0 : up)),
			.type = all[i].type,
			.title = gp_word(l, all[i].title),
		};
	return n;
}
