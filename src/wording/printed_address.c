/* A scheme says nothing to who reads paper, and a parameter that tells where a
   reader came from leads to the same page without it.  Host and path stay as
   they are written; nothing is shortened. */
#include "wording/printed_address.h"

#include "base/text/uri.h"

/* Appends the parameters of `query`, without its "?", that say what a page
   is. */
static void
put_query(struct gp_str query, struct gp_buf *out)
{
	char before = '?';
	size_t at = 0;

	while (at < query.n) {
		size_t end = gp_str_find(query, GP_STR("&"), at);
		struct gp_str pair = gp_str_sub(query, at, end);
		size_t name = gp_str_find(pair, GP_STR("="), 0);

		at = end + 1;
		if (pair.n == 0 ||
		    gp_uri_is_tracking(gp_str_sub(pair, 0, name)))
			continue;
		gp_buf_putc(out, before);
		gp_buf_str(out, pair);
		before = '&';
	}
}

static void
put_web(struct gp_str rest, struct gp_buf *out)
{
	size_t fragment = gp_str_find(rest, GP_STR("#"), 0);
	size_t query = gp_str_find(rest, GP_STR("?"), 0);
	struct gp_str path;

	if (query > fragment)
		query = fragment;
	path = gp_str_sub(rest, 0, query);
	if (gp_str_find(path, GP_STR("/"), 0) + 1 == path.n)
		path.n--;
	gp_buf_str(out, path);
	put_query(gp_str_sub(rest, query + 1, fragment), out);
	gp_buf_str(out, gp_str_sub(rest, fragment, rest.n));
}

struct gp_str
gp_printed_address(struct gp_str address, struct gp_arena *a)
{
	size_t web = gp_web_scheme(address), scheme = gp_uri_scheme(address);
	struct gp_buf out = { .max = 0 };

	if (web) {
		put_web(gp_str_sub(address, web, address.n), &out);
		return gp_arena_buf(a, &out);
	}
	if (gp_uri_has(address, "mailto") || gp_uri_has(address, "tel"))
		return gp_str_sub(address, scheme + 1, address.n);
	return address;
}
