/* Brackets are counted and strings passed over.  It does not know JSON's
   grammar (RFC 8259): whoever reads the feed has seen to that. */
#include "import/guard/json_words.h"

#include "base/buf.h"
#include "base/hex.h"
#include "base/limits.h"
#include "import/guard/html_words.h"

enum { ITEMS_DEPTH = 1 }; /* of the member in the feed */

/* Behind the string that begins at the quote at `i`. */
static size_t
string_end(struct gp_str s, size_t i)
{
	for (i++; i < s.n && s.p[i] != '"'; i++)
		i += s.p[i] == '\\';
	return i < s.n ? i + 1 : s.n;
}

static size_t
skip_space(struct gp_str s, size_t i)
{
	while (i < s.n && (gp_is_space(s.p[i]) || s.p[i] == ','))
		i++;
	return i;
}

/* Behind the bracket that closes the one at `i`. */
static size_t
value_end(struct gp_str s, size_t i)
{
	size_t depth = 0;

	while (i < s.n) {
		char c = s.p[i];

		depth += c == '{' || c == '[';
		depth -= c == '}' || c == ']';
		i = c == '"' ? string_end(s, i) : i + 1;
		if (depth == 0)
			return i;
	}
	return s.n;
}

/* Behind the '[' of the feed's items; s.n when there are none. */
static size_t
find_items(struct gp_str s)
{
	size_t i = 0, depth = 0, end;

	while (i < s.n) {
		char c = s.p[i];

		depth += c == '{' || c == '[';
		depth -= c == '}' || c == ']';
		end = c == '"' ? string_end(s, i) : i + 1;
		if (c == '"' && depth == ITEMS_DEPTH &&
		    gp_str_eq(gp_str_sub(s, i, end), GP_STR("\"items\""))) {
			i = skip_space(s, end);
			i = i < s.n && s.p[i] == ':' ? skip_space(s, i + 1) : i;
			if (i < s.n && s.p[i] == '[')
				return i + 1;
		}
		i = end > i ? end : i + 1;
	}
	return s.n;
}

bool
gp_json_item(struct gp_str json, size_t *at, struct gp_str *item)
{
	size_t i = skip_space(json, *at ? *at : find_items(json));

	if (i >= json.n || json.p[i] != '{')
		return false;
	*at = value_end(json, i);
	*item = gp_str_sub(json, i, *at);
	return true;
}

/* ---- words ---- */

static unsigned long
unit_at(struct gp_str s, size_t i)
{
	unsigned long unit = 0;
	size_t k;

	for (k = i; k < i + 4 && k < s.n; k++)
		unit = unit * 16 + (unsigned long)(gp_hex_value(s.p[k]) & 15);
	return unit;
}

/* Of "\uD83D\uDE00" both, where the second is of that kind; how many bytes
   behind the first '\\' it takes. */
static size_t
add_unit(struct gp_str s, size_t i, struct gp_buf *out)
{
	unsigned long high = unit_at(s, i + 1), low = 0;

	if (gp_str_starts(gp_str_sub(s, i + 5, s.n), GP_STR("\\u")))
		low = unit_at(s, i + 7);
	if (high >= 0xD800 && high < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
		gp_buf_utf8(out,
		            0x10000 + ((high & 0x3FF) << 10) + (low & 0x3FF));
		return 11;
	}
	gp_buf_utf8(out, high);
	return 5;
}

static void
unescape(struct gp_str s, struct gp_buf *out)
{
	size_t i = 0;

	while (i < s.n) {
		if (s.p[i] != '\\' || i + 1 >= s.n) {
			gp_buf_putc(out, s.p[i++]);
			continue;
		}
		i++;
		if (s.p[i] == 'u') {
			i += add_unit(s, i, out);
			continue;
		}
		gp_buf_putc(out,
		            s.p[i] == '"' || s.p[i] == '\\' || s.p[i] == '/'
		                    ? s.p[i]
		                    : ' ');
		i++;
	}
}

bool
gp_json_is_address(struct gp_str text)
{
	return gp_str_find(text, GP_STR("://"), 0) < text.n &&
	       gp_str_words(text) == 1 &&
	       gp_str_find(text, GP_STR("<"), 0) == text.n;
}

static void
tell_string(struct gp_str s, struct gp_buf *text, struct gp_listener *l)
{
	gp_buf_clear(text);
	unescape(s, text);
	if (!gp_json_is_address(gp_buf_view(text)))
		gp_html_words(gp_buf_view(text), l);
}

void
gp_json_words(struct gp_str item, struct gp_listener *l)
{
	struct gp_buf text = { .max = GP_MAX_DOC_ARENA };
	size_t i = gp_str_find(item, GP_STR("\""), 0), end, next;

	for (; i < item.n && !l->is_done;
	     i = gp_str_find(item, GP_STR("\""), end)) {
		end = string_end(item, i);
		next = skip_space(item, end);
		if (next < item.n && item.p[next] == ':')
			continue;
		tell_string(gp_str_sub(item, i + 1, end - 1), &text, l);
	}
	if (text.failed)
		l->failed = text.failed;
	gp_buf_free(&text);
}
