/* Each grammar in a function of its own, over views, and paths of a
   container put together and kept inside it.  It answers yes or no as the
   standard has it, forgives nothing, and makes no finding. */
#include "verify/grammar.h"

#include "base/date.h"
#include "base/utf8.h"

static bool
all(struct gp_str s, bool (*is)(char c))
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!is(s.p[i]))
			return false;
	return true;
}

static bool
is_alnum(char c)
{
	return gp_is_alpha(c) || gp_is_digit(c);
}

static bool
is_hex(char c)
{
	return gp_is_digit(c) ||
	       (gp_to_lower(c) >= 'a' && gp_to_lower(c) <= 'f');
}

/* RFC 6838, 4.2: restricted-name-chars. */
static bool
is_type_char(char c)
{
	return is_alnum(c) || gp_str_find(GP_STR("!#$&-^_.+"),
	                                  (struct gp_str){ &c, 1 }, 0) < 9;
}

bool
gp_is_media_type(struct gp_str s)
{
	struct gp_str type, rest;

	if (!gp_str_split(&s, ';', &rest))
		return false;
	rest = gp_str_trim(rest);
	if (!gp_str_split(&rest, '/', &type))
		return false;
	return type.n && rest.n && all(type, is_type_char) &&
	       all(rest, is_type_char);
}

size_t
gp_scheme(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++) {
		if (s.p[i] == ':')
			return i;
		if (!(gp_is_alpha(s.p[i]) ||
		      (i > 0 && (gp_is_digit(s.p[i]) || s.p[i] == '+' ||
		                 s.p[i] == '-' || s.p[i] == '.'))))
			return 0;
	}
	return 0;
}

bool
gp_is_address(struct gp_str s)
{
	const struct gp_str odd = GP_STR("<>\"{}|\\^`");
	size_t i = 0, at;
	uint32_t c;

	while (i < s.n) {
		at = i;
		c = gp_utf8_next(s, &i);
		if (c <= 0x20 || c == GP_UTF8_BAD || (c >= 0x7F && c <= 0xA0))
			return false;
		if (c < 0x80 &&
		    gp_str_find(odd, gp_str_sub(s, at, at + 1), 0) < odd.n)
			return false;
		if (c == '%' &&
		    (s.n - i < 2 || !is_hex(s.p[i]) || !is_hex(s.p[i + 1])))
			return false;
	}
	return true;
}

bool
gp_is_timestamp(struct gp_str s)
{
	struct gp_date date;

	return s.n >= 20 && s.p[10] == 'T' &&
	       (s.p[s.n - 1] == 'Z' || s.p[s.n - 3] == ':') && s.p[16] == ':' &&
	       gp_date_parse(s, &date) && date.precision == GP_SECOND &&
	       date.has_zone;
}

bool
gp_is_word_of(struct gp_str word, const char *list)
{
	struct gp_str rest = gp_str(list), next;

	while (gp_str_word(&rest, &next))
		if (gp_str_eq(next, word))
			return true;
	return false;
}

bool
gp_has_word(struct gp_str list, const char *word)
{
	struct gp_str next;

	while (gp_str_word(&list, &next))
		if (gp_str_eq(next, gp_str(word)))
			return true;
	return false;
}

/* ---- paths ---- */

static int
hex(char c)
{
	return gp_is_digit(c) ? c - '0' : gp_to_lower(c) - 'a' + 10;
}

static struct gp_str
unescape(struct gp_arena *a, struct gp_str s)
{
	char *p = gp_arena_alloc(a, s.n + 1);
	size_t i, n = 0;

	if (!p)
		return (struct gp_str){ "", 0 };
	for (i = 0; i < s.n; i++)
		if (s.p[i] == '%' && s.n - i > 2 && is_hex(s.p[i + 1]) &&
		    is_hex(s.p[i + 2])) {
			p[n++] = (char)(hex(s.p[i + 1]) << 4 | hex(s.p[i + 2]));
			i += 2;
		} else {
			p[n++] = s.p[i];
		}
	return (struct gp_str){ p, n };
}

/* Without its last part; false when it has none. */
static bool
go_up(struct gp_buf *path)
{
	if (path->len == 0)
		return false;
	while (path->len > 0 && path->data[path->len - 1] != '/')
		path->len--;
	if (path->len > 0)
		path->len--;
	return true;
}

static struct gp_str
folder_of(struct gp_str path)
{
	while (path.n > 0 && path.p[path.n - 1] != '/')
		path.n--;
	return path.n ? gp_str_sub(path, 0, path.n - 1) : path;
}

bool
gp_resolve(struct gp_arena *a, struct gp_str base, struct gp_str href,
           struct gp_str *path, struct gp_str *fragment)
{
	size_t hash = gp_str_find(href, GP_STR("#"), 0);
	struct gp_buf full = { .max = 0 };
	struct gp_str part, rest = gp_str_sub(href, 0, hash);
	bool inside = true;

	*fragment = unescape(a, gp_str_sub(href, hash + 1, href.n));
	*path = base;
	if (rest.n == 0)
		return true;
	if (rest.p[0] == '/')
		return false;
	gp_buf_str(&full, folder_of(base));
	while (gp_str_split(&rest, '/', &part)) {
		if (gp_str_eq(part, GP_STR("..")))
			inside = inside && go_up(&full);
		if (gp_str_eq(part, GP_STR("..")) ||
		    gp_str_eq(part, GP_STR(".")))
			continue;
		if (full.len)
			gp_buf_putc(&full, '/');
		gp_buf_str(&full, part);
	}
	*path = unescape(a, gp_arena_buf(a, &full));
	return inside;
}
