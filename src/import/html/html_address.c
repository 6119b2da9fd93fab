/*
 * Addresses in a page made absolute (RFC 3986, 5.2, by libxml2).  Nothing is
 * ever fetched from one.
 */
#include "import/html/html_body.h"

#include <libxml/uri.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST = 4096 };

static bool
has_scheme(struct gp_str s, struct gp_str scheme)
{
	return gp_str_eq_nocase(gp_str_sub(s, 0, scheme.n), scheme);
}

static bool
may_be_followed(struct gp_str s)
{
	return has_scheme(s, GP_STR("http://")) ||
	       has_scheme(s, GP_STR("https://")) ||
	       has_scheme(s, GP_STR("mailto:"));
}

/* Browsers take white space out and escape the rest. */
static void
put_clean(struct gp_str s, struct gp_buf *out)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];

		if (c == '\n' || c == '\r' || c == '\t')
			continue;
		if (c <= ' ' || c >= 0x7F || strchr("\"<>\\^`{|}", c))
			gp_buf_printf(out, "%%%02X", c);
		else
			gp_buf_putc(out, (char)c);
	}
}

/* "javascript:", "data:" and all others that are no way to a page. */
static bool
has_other_scheme(struct gp_str s)
{
	size_t i = 0;

	while (i < s.n && (gp_is_alpha(s.p[i]) || gp_is_digit(s.p[i]) ||
	                   s.p[i] == '+' || s.p[i] == '.' || s.p[i] == '-'))
		i++;
	return i > 0 && i < s.n && s.p[i] == ':';
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
	else if (!has_other_scheme(s))
		found = resolve(h, &clean);
	gp_buf_free(&clean);
	return found;
}
