/* Addresses, identifiers, tag authorities and language tags that an editor
   writes, each refused with the reason and the place.  Syntax only (RFC
   3986, RFC 4151, RFC 5646): nothing is looked up, and nothing is put right. */
#include "config/packvalue.h"

#include "base/date.h"
#include "base/text/lang.h"
#include "base/text/uri.h"

static bool
is_one_of(char c, const char *set)
{
	for (; *set; set++)
		if (c == *set)
			return true;
	return false;
}

static bool
bad(struct gp_taker *t, const struct gp_yaml *v, const char *why)
{
	return gp_taker_fault(t, v, "`%.*s` %s", GP_ARG(gp_shown(v->text)),
	                      why);
}

bool
gp_take_url(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str *out = field, url, host;

	if (!gp_take_line(t, v, &url))
		return false;
	if (!gp_web_scheme(url))
		return bad(t, v,
		           "is not a web address; it must begin with https:// "
		           "or http://");
	if (!gp_uri_ok(url))
		return bad(t, v,
		           "is not a web address: it holds a blank or another "
		           "character that must be written as %XX");
	host = gp_web_authority(url);
	if (gp_str_find(host, GP_STR("@"), 0) < host.n)
		return bad(t, v, "holds a user name; take it out");
	if (host.n == 0 || is_one_of(host.p[0], ".:"))
		return bad(t, v, "is not a web address: it names no host");
	*out = url;
	return true;
}

bool
gp_take_base_url(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str *out = field, url;
	size_t i;

	if (!gp_take_url(t, v, &url))
		return false;
	for (i = 0; i < url.n; i++)
		if (is_one_of(url.p[i], "?#"))
			return bad(t, v,
			           "must be the address of a folder, without "
			           "`?` and `#`");
	if (url.p[url.n - 1] != '/')
		url = gp_arena_printf(t->arena, "%.*s/", GP_ARG(url));
	*out = url;
	return gp_arena_ok(t->arena, t->e);
}

bool
gp_take_uri(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str *out = field, uri;
	size_t scheme;

	if (!gp_take_line(t, v, &uri))
		return false;
	scheme = gp_uri_scheme(uri);
	if (scheme < 2 || scheme + 1 >= uri.n || !gp_uri_ok(uri))
		return bad(t, v,
		           "is not an absolute URI, such as "
		           "tag:example.gov.uk,2015:briefing or urn:uuid:...");
	*out = uri;
	return true;
}

/* "example.gov.uk" or "press@example.gov.uk". */
static bool
is_tag_host(struct gp_str s)
{
	size_t i, at = 0;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == '@')
			at++;
		else if (!gp_is_lower(s.p[i]) && !gp_is_digit(s.p[i]) &&
		         !is_one_of(s.p[i], ".-_"))
			return false;
	}
	return s.n > 0 && at <= 1 && !is_one_of(s.p[0], ".-@") &&
	       !is_one_of(s.p[s.n - 1], ".-@");
}

bool
gp_take_authority(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str *out = field, s, host;
	struct gp_date date;
	size_t comma;

	if (!gp_take_line(t, v, &s))
		return false;
	if (gp_str_starts(s, GP_STR("tag:")))
		s = gp_str_sub(s, 4, s.n);
	if (gp_str_ends(s, GP_STR(":")))
		s = gp_str_sub(s, 0, s.n - 1);
	comma = gp_str_find(s, GP_STR(","), 0);
	host = gp_str_sub(s, 0, comma);
	if (!is_tag_host(host) ||
	    !gp_date_parse(gp_str_sub(s, comma + 1, s.n), &date) ||
	    date.precision > GP_DAY)
		return bad(t, v,
		           "is not a tag authority; write your host in small "
		           "letters, a comma and a year in which it was yours, "
		           "such as example.gov.uk,2015");
	*out = gp_arena_str(t->arena, s);
	return gp_arena_ok(t->arena, t->e);
}

bool
gp_take_language(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str *out = field, s;

	if (!gp_take_line(t, v, &s))
		return false;
	if (!gp_lang_ok(s))
		return bad(t, v,
		           "is not a language tag; write one such as en-GB, cy "
		           "or zh-Hant, with hyphens");
	*out = s;
	return true;
}
