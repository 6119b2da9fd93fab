/* Each grammar in a function of its own, over views, and paths of a
   container put together and kept inside it.  It answers yes or no as the
   standard has it, forgives nothing, and makes no finding. */
#include "verify/grammar.h"

#include "base/date.h"
#include "base/text/uri.h"

/* RFC 6838, 4.2: restricted-name-chars. */
static bool
is_type_char(char c)
{
	return gp_is_alnum(c) || gp_str_find(GP_STR("!#$&-^_.+"),
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
	return type.n && rest.n && gp_str_all(type, is_type_char) &&
	       gp_str_all(rest, is_type_char);
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
gp_has_word(struct gp_str list, const char *word)
{
	struct gp_str next;

	while (gp_str_word(&list, &next))
		if (gp_str_eq(next, gp_str(word)))
			return true;
	return false;
}

/* ---- paths ---- */

static struct gp_str
unescaped(struct gp_arena *a, struct gp_str s)
{
	struct gp_buf plain = { .max = 0 };

	gp_uri_unescape(s, &plain);
	return gp_arena_buf(a, &plain);
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

	*fragment = unescaped(a, gp_str_sub(href, hash + 1, href.n));
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
	*path = unescaped(a, gp_arena_buf(a, &full));
	return inside;
}
