/* Addresses and ids of feeds, made comparable by leaving out what sites change
   without meaning anything by it.  Nothing is asked of the web, and no name is
   judged by what stands in it. */
#include "pack/names/article_names.h"

#include "base/text/uri.h"

/* Of an address what stays when a site moves to https, drops "www." or adds a
   place within the page.  "" for the front page of a site. */
static struct gp_str
address_key(struct gp_str url)
{
	static const struct gp_str www = { "www.", 4 };
	struct gp_str key = gp_str_sub(url, gp_web_scheme(url), url.n);

	key = gp_str_sub(key, 0, gp_str_find(key, GP_STR("#"), 0));
	while (gp_str_ends(key, GP_STR("/")))
		key.n--;
	if (gp_str_starts(key, www))
		key = gp_str_sub(key, www.n, key.n);
	return gp_str_find(key, GP_STR("/"), 0) < key.n ||
	                       gp_str_find(key, GP_STR("?"), 0) < key.n
	               ? key
	               : GP_STR("");
}

struct gp_str
gp_article_address(struct gp_arena *a, const struct gp_doc *doc)
{
	struct gp_buf url = { .max = 0 };
	struct gp_str key = GP_STR("");

	if (gp_url(doc->url.text, &url) && gp_web_scheme(gp_buf_view(&url)))
		key = gp_arena_str(a, address_key(gp_buf_view(&url)));
	gp_buf_free(&url);
	return key;
}

struct gp_str
gp_article_feed_name(struct gp_arena *a, const struct gp_doc *doc)
{
	if (doc->feed_id.n == 0 || gp_uri_scheme(doc->feed_id))
		return gp_arena_str(a, doc->feed_id);
	return gp_arena_printf(a, "%.*s\n%.*s", GP_ARG(doc->source.name),
	                       GP_ARG(doc->feed_id));
}
