/*
 * Addresses in a page made absolute (RFC 3986, 5.2, by libxml2), and what the
 * end of a name says of them.  Nothing is ever fetched from one.
 */
#include "import/html/page/html_address.h"

#include "base/text/uri.h"

#include <libxml/uri.h>
#include <string.h>

enum { LONGEST = 4096 };

static bool
may_be_followed(struct gp_str s)
{
	return gp_web_scheme(s) || gp_uri_has(s, "mailto") ||
	       gp_uri_has(s, "tel");
}

/* Browsers take line ends and tabs out and escape the rest. */
static void
put_clean(struct gp_str s, struct gp_buf *out)
{
	struct gp_buf flat = { .max = LONGEST };
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!memchr("\n\r\t", s.p[i], 3))
			gp_buf_putc(&flat, s.p[i]);
	gp_uri_escape(gp_buf_view(&flat), out);
	gp_buf_inherit(out, &flat);
	gp_buf_free(&flat);
}

static struct gp_str
resolve(const struct gp_html *h, const struct gp_buf *target)
{
	struct gp_arena *a = h->draft->arena;
	xmlChar *whole;
	struct gp_str s;

	if (h->base.n == 0)
		return GP_STR("");
	whole = xmlBuildURI((const xmlChar *)target->data,
	                    (const xmlChar *)h->base.p);
	s = gp_str((const char *)whole);
	s = may_be_followed(s) ? gp_arena_str(a, s) : GP_STR("");
	xmlFree(whole);
	return s;
}

struct gp_str
gp_html_address(const struct gp_html *h, struct gp_str target)
{
	struct gp_str s = gp_str_trim(target), found = GP_STR("");
	struct gp_buf clean = { .max = 4 * LONGEST };

	if (s.n == 0 || s.n > LONGEST || s.p[0] == '#')
		return found;
	put_clean(s, &clean);
	s = gp_buf_view(&clean);
	if (clean.failed || s.n == 0)
		found = GP_STR("");
	else if (may_be_followed(s))
		found = gp_arena_str(h->draft->arena, s);
	else if (!gp_uri_scheme(s))
		found = resolve(h, &clean);
	gp_buf_free(&clean);
	return found;
}

bool
gp_html_is_picture_file(struct gp_str address)
{
	static const char *const endings[] = { ".jpg",  ".jpeg", ".png", ".gif",
		                               ".webp", ".avif", ".svg", NULL };
	struct gp_str path =
		gp_str_sub(address, 0, gp_str_find(address, GP_STR("?"), 0));
	size_t k, n;

	for (k = 0; endings[k]; k++) {
		n = gp_str(endings[k]).n;
		if (path.n > n &&
		    gp_str_eq_nocase(gp_str_sub(path, path.n - n, path.n),
		                     gp_str(endings[k])))
			return true;
	}
	return false;
}
