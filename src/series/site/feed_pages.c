/* The name that the web edition gives the article, looked for among the files
   of the pack that it was first in.  No file is opened. */
#include "series/site/feed_pages.h"

#include "write/web/web_names.h"

static bool
has_file(const struct gp_release_entry *r, struct gp_str name)
{
	size_t i;

	for (i = 0; i < r->n_files; i++)
		if (gp_str_eq(r->files[i].file, name))
			return true;
	return false;
}

struct gp_str
gp_feed_article_page(struct gp_arena *a, const struct gp_feed_head *h,
                     const struct gp_feed_item *item)
{
	char name[GP_WEB_NAME];

	if (h->series->info.base_url.n == 0 || !item->pack)
		return GP_STR("");
	gp_web_page_name(item->id, name);
	if (!has_file(item->pack, gp_str(name)))
		return GP_STR("");
	return gp_feed_address(
		a, h, 0,
		gp_arena_printf(a, "%.*s/%s", GP_ARG(item->pack->pack), name));
}
