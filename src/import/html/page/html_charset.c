/*
 * The encoding of a page: see html_charset.h.  UTF-8 that is valid is UTF-8,
 * whatever the page says; only else is its word taken, and only for the
 * encodings of the web (WHATWG Encoding, names and labels).
 */
#include "import/html/page/html_charset.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/charset.h"

enum { PRESCAN = 2048 }; /* bytes in which a page says what it is */

/* ---- what the page says ---- */

static struct gp_str
read_label(struct gp_str s)
{
	size_t i = 0, from;

	while (i < s.n && (gp_is_space(s.p[i]) || s.p[i] == '"' ||
	                   s.p[i] == '\'' || s.p[i] == '='))
		i++;
	from = i;
	while (i < s.n &&
	       (gp_is_alnum(s.p[i]) || s.p[i] == '-' || s.p[i] == '_'))
		i++;
	return gp_str_sub(s, from, i);
}

/* The first label behind `key` that names an encoding of pages, or "". */
static struct gp_str
find_label(struct gp_str s, struct gp_str key)
{
	struct gp_str label;
	size_t i;

	for (i = 0; i + key.n < s.n; i++) {
		if (!gp_str_eq_nocase(gp_str_sub(s, i, i + key.n), key))
			continue;
		label = read_label(gp_str_sub(s, i + key.n, s.n));
		if (gp_charset_of_page(label))
			return label;
	}
	return GP_STR("");
}

static struct gp_str
declared(struct gp_str bytes)
{
	struct gp_str start = gp_str_sub(bytes, 0, PRESCAN);
	struct gp_str label = find_label(start, GP_STR("charset"));

	return label.n ? label : find_label(start, GP_STR("encoding"));
}

/* ---- to UTF-8 ---- */

static bool
has_mark(struct gp_str s)
{
	return gp_str_starts(s, GP_STR("\xEF\xBB\xBF")) ||
	       gp_str_starts(s, GP_STR("\xFF\xFE")) ||
	       gp_str_starts(s, GP_STR("\xFE\xFF"));
}

bool
gp_html_decode(struct gp_str bytes, struct gp_decoded *out, struct gp_err *e)
{
	struct gp_buf utf8 = { .max = 4 * GP_MAX_HTML_BYTES };
	struct gp_str label = GP_STR("");
	bool ok;

	if (!has_mark(bytes) && gp_utf8_valid(bytes) < bytes.n)
		label = declared(bytes);
	if (label.n == 0 || !gp_charset_convert(label, bytes, &utf8))
		return gp_decode(bytes, out, e);
	ok = gp_buf_ok(&utf8, e) && gp_decode(gp_buf_view(&utf8), out, e);
	if (ok)
		out->encoding = gp_charset_of_page(label);
	else
		*out = (struct gp_decoded){ .bom = false };
	gp_buf_free(&utf8);
	return ok;
}
