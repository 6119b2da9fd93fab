/*
 * Scripts and styles taken out of a page before it is parsed: half of the
 * bytes of the web's pages are code that nobody here reads.  Scripts that
 * hold data (JSON-LD) stay, and so does every line end, so that lines keep
 * their numbers.  Tags are read as HTML's tokenizer reads them (WHATWG HTML,
 * 13.2.5): a '<' or '>' inside a quoted value is none.
 */
#include "import/html/html_parse.h"

#include "base/limits.h"

#include <string.h>

/* The byte behind the tag that begins at `i`; s.n when it never ends.
   *words: names and values without quotes. */
static size_t
tag_end(struct gp_str s, size_t i, size_t *words)
{
	const char *close;
	char last = ' ';
	bool apart = true;

	*words = 0;
	for (; i < s.n; i++) {
		char c = s.p[i];

		if (c == '>')
			return i + 1;
		if ((c == '"' || c == '\'') && last == '=') {
			close = memchr(s.p + i + 1, c, s.n - i - 1);
			if (!close)
				return s.n;
			i = (size_t)(close - s.p);
		}
		*words += apart && !gp_is_space(c);
		apart = gp_is_space(c) || c == '"' || c == '\'' || c == '/';
		if (!gp_is_space(c))
			last = c;
	}
	return s.n;
}

static bool
is_tag(struct gp_str s, size_t i, struct gp_str name)
{
	size_t end = i + 1 + name.n;

	return end < s.n && !gp_is_alnum(s.p[end]) && s.p[end] != '-' &&
	       gp_str_eq_nocase(gp_str_sub(s, i + 1, end), name);
}

/* Where "</name" begins at or behind `i`; s.n when it does not. */
static size_t
find_close(struct gp_str s, size_t i, struct gp_str name)
{
	const char *at;

	while (i < s.n && (at = memchr(s.p + i, '<', s.n - i)) != NULL) {
		i = (size_t)(at - s.p);
		if (i + 1 < s.n && s.p[i + 1] == '/' &&
		    gp_str_eq_nocase(gp_str_sub(s, i + 2, i + 2 + name.n),
		                     name))
			return i;
		i++;
	}
	return s.n;
}

static bool
is_data(struct gp_str tag)
{
	return gp_str_find(tag, GP_STR("json"), 0) < tag.n;
}

static void
put_line_ends(struct gp_str s, struct gp_buf *out)
{
	const char *at = s.p, *end = s.p + s.n;

	while (at < end && (at = memchr(at, '\n', (size_t)(end - at)))) {
		gp_buf_putc(out, '\n');
		at++;
	}
}

/* What is raw text behind the tag from `i` to `end`: its name, "" for none. */
static struct gp_str
raw_name(struct gp_str s, size_t i, size_t end)
{
	static const struct gp_str script = { "script", 6 },
				   style = { "style", 5 };

	if (is_tag(s, i, style))
		return style;
	if (is_tag(s, i, script) && !is_data(gp_str_sub(s, i, end)))
		return script;
	return GP_STR("");
}

/* The byte behind a comment that begins at `i`.  One that never ends is none,
   nor is any behind it. */
static size_t
comment_end(struct gp_str s, size_t i, bool *closed)
{
	size_t end = *closed ? gp_str_find(s, GP_STR("-->"), i + 4) : s.n;

	*closed = end < s.n;
	return *closed ? end + 3 : i + 4;
}

/* "<![if !supportLists]>", as Word writes: a comment to browsers (WHATWG HTML,
   13.2.5.41). */
static bool
is_condition(struct gp_str s, size_t i)
{
	return gp_str_starts(gp_str_sub(s, i, i + 3), GP_STR("<![")) &&
	       !gp_str_eq(gp_str_sub(s, i + 3, i + 9), GP_STR("CDATA["));
}

/* The byte behind the condition at `i`, which is left out. */
static size_t
leave_out(struct gp_str s, size_t from, size_t i, struct gp_buf *out)
{
	size_t end = gp_str_find(s, GP_STR(">"), i);

	end += end < s.n;
	gp_buf_put(out, s.p + from, i - from);
	put_line_ends(gp_str_sub(s, i, end), out);
	return end;
}

bool
gp_html_strip(struct gp_str s, struct gp_buf *out, struct gp_err *e)
{
	size_t i = 0, from = 0, end, close, words;
	bool closed = true;
	const char *at;

	while (i < s.n && (at = memchr(s.p + i, '<', s.n - i)) != NULL) {
		struct gp_str name;

		i = (size_t)(at - s.p);
		if (gp_str_starts(gp_str_sub(s, i, i + 4), GP_STR("<!--"))) {
			i = comment_end(s, i, &closed);
			continue;
		}
		if (is_condition(s, i)) {
			from = i = leave_out(s, from, i, out);
			continue;
		}
		if (i + 1 >= s.n || !gp_is_alpha(s.p[i + 1])) {
			i++;
			continue;
		}
		end = tag_end(s, i, &words);
		/* libxml2 compares each with all before it. */
		if (words > 2 * GP_MAX_HTML_ATTRIBUTES)
			return gp_fail(e, GP_LIMIT,
			               "has an element with more than %u "
			               "attributes",
			               GP_MAX_HTML_ATTRIBUTES);
		name = raw_name(s, i, end);
		i = end;
		if (name.n == 0)
			continue;
		close = find_close(s, end, name);
		gp_buf_put(out, s.p + from, end - from);
		put_line_ends(gp_str_sub(s, end, close), out);
		from = i = close;
	}
	gp_buf_put(out, s.p + from, s.n - from);
	return gp_buf_ok(out, e);
}
