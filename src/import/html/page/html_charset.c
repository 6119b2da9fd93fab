/*
 * What a page says of its encoding and its language, in its first bytes.  What
 * its word is worth, and what the labels mean, is not known here.
 */
#include "import/html/page/html_charset.h"

#include "base/text/charset.h"
#include "base/text/declared.h"

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
	while (i < s.n && (gp_is_alnum(s.p[i]) || s.p[i] == '-' ||
	                   s.p[i] == '_' || s.p[i] == ':' || s.p[i] == '.'))
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
		if (gp_charset_name(label))
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

/* What the page says that its words are in: lang="ru" of its root. */
static struct gp_str
language(struct gp_str bytes)
{
	struct gp_str s = gp_str_sub(bytes, 0, PRESCAN);
	struct gp_str key = GP_STR(" lang=");
	size_t i;

	for (i = 0; i + key.n < s.n; i++)
		if (gp_str_eq_nocase(gp_str_sub(s, i, i + key.n), key))
			return read_label(gp_str_sub(s, i + key.n, s.n));
	return GP_STR("");
}

bool
gp_html_decode(struct gp_str bytes, struct gp_decoded *out, struct gp_err *e)
{
	return gp_decode_declared(bytes, declared(bytes), language(bytes), out,
	                          e);
}
