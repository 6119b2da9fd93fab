/* Placeholders of the stylesheet found by their at-signs and replaced by
   values of the design; a name that the design does not have is an error
   with its line.  Before that braces, strings and comments are counted, so
   that half a file is refused.  It knows nothing else of CSS and no page. */
#include "write/xhtml/design_css.h"

#include "base/utf8.h"

enum { LONGEST_NAME = 40 };

static void
put_colour(struct gp_buf *out, uint32_t colour)
{
	gp_buf_printf(out, "#%06x", (unsigned)colour);
}

/* Half way to white. */
static uint32_t
lighter(uint32_t colour)
{
	return (colour >> 1 & 0x7F7F7F) + 0x808080;
}

/* A ratio with at most two decimals, none of them an idle zero. */
static void
put_ratio(struct gp_buf *out, gp_len part, gp_len whole)
{
	int64_t hundredths =
		whole > 0 ? ((int64_t)part * 200 + whole) / (2 * (int64_t)whole)
			  : 0;
	unsigned n = (unsigned)hundredths;

	if (n % 100 == 0)
		gp_buf_printf(out, "%u", n / 100);
	else if (n % 10 == 0)
		gp_buf_printf(out, "%u.%u", n / 100, n % 100 / 10);
	else
		gp_buf_printf(out, "%u.%02u", n / 100, n % 100);
}

static const struct gp_role_style *
find_role(const struct gp_style *s, struct gp_str name)
{
	static const char *const names[GP_ROLE_COUNT] = {
#define GP_ROLE(role, name) [role] = (name),
#include "config/roles.def"
#undef GP_ROLE
	};
	size_t i;

	for (i = 0; i < GP_ROLE_COUNT; i++)
		if (gp_str_eq(name, gp_str(names[i])))
			return &s->roles[i];
	return NULL;
}

/* "size", "after" or "leading" of a role. */
static bool
put_of_role(const struct gp_style *s, struct gp_str what, struct gp_str name,
            struct gp_buf *out)
{
	const struct gp_role_style *role = find_role(s, name);

	if (!role)
		return false;
	if (gp_str_eq(what, GP_STR("leading"))) {
		put_ratio(out, role->leading, role->size);
		return true;
	}
	if (gp_str_eq(what, GP_STR("size")))
		put_ratio(out, role->size, s->roles[GP_ROLE_BODY].size);
	else if (gp_str_eq(what, GP_STR("after")))
		put_ratio(out, role->after, role->size);
	else
		return false;
	gp_buf_puts(out, "em");
	return true;
}

static bool
put_value(const struct gp_style *s, struct gp_str name, struct gp_buf *out)
{
	size_t colon = gp_str_find(name, GP_STR(":"), 0);

	if (gp_str_eq(name, GP_STR("accent")))
		put_colour(out, s->accent);
	else if (gp_str_eq(name, GP_STR("accent-light")))
		put_colour(out, lighter(s->accent));
	else if (colon < name.n)
		return put_of_role(s, gp_str_sub(name, 0, colon),
		                   gp_str_sub(name, colon + 1, name.n), out);
	else
		return false;
	return true;
}

/* The length of a placeholder's name that begins at `from`; 0: it is none. */
static size_t
name_length(struct gp_str css, size_t from)
{
	size_t i = from;

	while (i < css.n && i - from < LONGEST_NAME &&
	       (gp_is_lower(css.p[i]) || gp_is_digit(css.p[i]) ||
	        css.p[i] == '-' || css.p[i] == ':'))
		i++;
	return i < css.n && css.p[i] == '@' ? i - from : 0;
}

static unsigned
line_of(struct gp_str css, size_t at)
{
	unsigned line = 1;
	size_t i;

	for (i = 0; i < at; i++)
		line += css.p[i] == '\n';
	return line;
}

/* ---- is it a style sheet at all ---- */

/* The end of what begins at `i` and hides braces, a comment or a string; `i`
   when none begins there, css.n when it has no end. */
static size_t
hidden_end(struct gp_str css, size_t i)
{
	struct gp_str quote = gp_str_sub(css, i, i + 1);
	size_t end;

	if (gp_str_starts(gp_str_sub(css, i, css.n), GP_STR("/*"))) {
		end = gp_str_find(css, GP_STR("*/"), i + 2);
		return end < css.n ? end + 1 : css.n;
	}
	if (css.p[i] != '"' && css.p[i] != '\'')
		return i;
	return gp_str_find(css, quote, i + 1);
}

static bool
is_control(char c)
{
	return (unsigned char)c < ' ' && c != '\n' && c != '\t' && c != '\r';
}

static bool
fault(const char *path, struct gp_str css, size_t at, const char *what,
      struct gp_err *e)
{
	return gp_fail_at(e, GP_SYNTAX, path, line_of(css, at), 0,
	                  "this is not a style sheet: %s", what);
}

bool
gp_design_css_check(const char *path, struct gp_str css, struct gp_err *e)
{
	size_t i, end, open = 0, deep = 0, rules = 0;

	i = gp_utf8_valid(css);
	if (i < css.n)
		return fault(path, css, i, "it is not UTF-8", e);
	for (i = 0; i < css.n; i++) {
		if (is_control(css.p[i]))
			return fault(path, css, i, "a control character", e);
		end = hidden_end(css, i);
		if (end == css.n)
			return fault(path, css, i,
			             "a comment or a string has no end", e);
		i = end;
		if (css.p[i] == '{' && deep++ == 0)
			open = i;
		if (css.p[i] == '}' && deep-- == 0)
			return fault(path, css, i, "`}` without `{`", e);
		rules += css.p[i] == '}';
	}
	if (deep)
		return fault(path, css, open, "`{` without `}`", e);
	return rules || fault(path, css, 0, "it has no rule", e);
}

bool
gp_design_css(const struct gp_style *s, const char *path, struct gp_str css,
              struct gp_buf *out, struct gp_err *e)
{
	size_t done = 0, i, n;

	for (i = 0; i < css.n; i++) {
		struct gp_str name;

		if (css.p[i] != '@' || (n = name_length(css, i + 1)) == 0)
			continue;
		name = gp_str_sub(css, i + 1, i + 1 + n);
		gp_buf_str(out, gp_str_sub(css, done, i));
		if (!put_value(s, name, out))
			return gp_fail_at(e, GP_SYNTAX, path, line_of(css, i),
			                  0, "there is no value `@%.*s@`",
			                  GP_ARG(name));
		i += n + 1;
		done = i + 1;
	}
	gp_buf_str(out, gp_str_sub(css, done, css.n));
	return gp_buf_ok(out, e);
}
