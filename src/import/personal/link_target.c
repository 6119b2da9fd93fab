/* Each piece of an address is decoded and asked whether an address begins in
   it.  It does not know whether anybody should be sent there. */
#include "import/personal/link_target.h"

#include "base/hex.h"
#include "base/limits.h"
#include "base/text/mimecode.h"
#include "base/text/uri.h"
#include "import/personal/link_value.h"

enum { LEAST_ENCODED = 12 }; /* digits of base64: "http://a" has eleven */

/* Up to what ends it in JSON or in a text, its escapes undone. */
static void
put_address(struct gp_str s, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < s.n && (unsigned char)s.p[i] > ' ' &&
	            !strchr("\"<>\x7F", s.p[i]);
	     i++) {
		if (gp_str_starts(gp_str_sub(s, i, s.n), GP_STR("\\u0026"))) {
			gp_buf_putc(out, '&');
			i += 5;
		} else if (s.p[i] != '\\') {
			gp_buf_putc(out, s.p[i]);
		}
	}
}

/* "https:" and one or two slashes, at byte `i`: how long; a server may have
   made one of two. */
static size_t
scheme_here(struct gp_str s, size_t i, size_t *slashes)
{
	size_t n = 0, from;

	if (gp_str_eq_nocase(gp_str_sub(s, i, i + 5), GP_STR("http:")))
		n = 5;
	else if (gp_str_eq_nocase(gp_str_sub(s, i, i + 6), GP_STR("https:")))
		n = 6;
	from = i + n;
	for (*slashes = 0; n && from < s.n; from++) {
		if (s.p[from] == '/')
			++*slashes;
		else if (s.p[from] != '\\')
			break;
	}
	return *slashes ? from - i : 0;
}

static bool
take_address(struct gp_str s, struct gp_buf *out)
{
	size_t i, n, slashes;

	for (i = 0; i + 7 < s.n; i++) {
		if (gp_to_lower(s.p[i]) != 'h')
			continue;
		n = scheme_here(s, i, &slashes);
		if (!n)
			continue;
		gp_buf_puts(out, gp_to_lower(s.p[i + 4]) == 's' ? "https://"
		                                                : "http://");
		put_address(gp_str_sub(s, i + n, s.n), out);
		return true;
	}
	return false;
}

/* "https-3A__news.example_a-2Db": '-' for '%' and '_' for '/'. */
static bool
take_filtered(struct gp_str s, struct gp_buf *out)
{
	size_t i;
	int byte;

	if (!gp_str_starts(s, GP_STR("http-3A__")) &&
	    !gp_str_starts(s, GP_STR("https-3A__")))
		return false;
	for (i = 0; i < s.n; i++) {
		byte = s.p[i] == '-' ? gp_hex_byte(s, i + 1) : -1;
		gp_buf_putc(out, byte > ' '      ? (char)byte
		                 : s.p[i] == '_' ? '/'
		                                 : s.p[i]);
		i += byte > ' ' ? 2 : 0;
	}
	return true;
}

static bool
is_base64(char c)
{
	return gp_is_alnum(c) || (c && strchr("+-_=", c));
}

/* The parts of a token between full stops, each by itself. */
static bool
take_encoded(struct gp_str s, struct gp_buf *out)
{
	struct gp_str part;
	bool found = false;

	while (!found && gp_str_split(&s, '.', &part)) {
		struct gp_buf text = { .max = GP_MAX_SOURCE_BYTES };

		if (part.n >= LEAST_ENCODED && gp_str_all(part, is_base64))
			gp_base64_decode(part, &text);
		found = take_address(gp_buf_view(&text), out);
		gp_buf_free(&text);
	}
	return found;
}

static bool
take_piece(struct gp_str piece, struct gp_buf *out)
{
	struct gp_buf plain = { .max = GP_MAX_SOURCE_BYTES };
	struct gp_str s;
	bool found;

	gp_uri_unescape(piece, &plain);
	s = gp_buf_view(&plain);
	found = take_filtered(s, out) || take_address(s, out) ||
	        take_encoded(s, out);
	gp_buf_free(&plain);
	return found;
}

/* An address that stands whole in the path: "/v3/__https://a/b__;token$". */
static bool
take_from_path(struct gp_str url, struct gp_buf *out)
{
	size_t from = gp_web_scheme(url) + gp_web_authority(url).n;
	struct gp_str path = gp_str_sub(url, from, url.n);
	size_t query = gp_str_find(path, GP_STR("?"), 0);
	size_t end = gp_str_find(path, GP_STR("__;"), 0);
	size_t at = gp_str_find(path, GP_STR("http"), 0), slashes;

	if (at >= query || !scheme_here(path, at, &slashes))
		return false;
	return take_address(gp_str_sub(path, at, end), out);
}

struct gp_str
gp_link_target(struct gp_arena *a, struct gp_str url)
{
	struct gp_link_pieces pieces = gp_link_pieces(url);
	struct gp_link_value v;
	struct gp_buf out = { .max = GP_MAX_SOURCE_BYTES };
	bool found = take_from_path(url, &out);

	while (!found && gp_link_next(&pieces, &v))
		found = take_piece(v.text, &out);
	if (found && !gp_web_address(gp_buf_view(&out)))
		gp_buf_clear(&out);
	return gp_arena_buf(a, &out);
}
