/* Looks backward from the end: what began last and was never ended.  A '<' that
   stands in a script or in an attribute may be taken for a tag; only what never
   ends is told, which neither does.  It builds no tree. */
#include "import/guard/cut_end.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/fold.h"

enum { LOOKED_AT = 64 * GP_KIB, BASE64_GROUP = 4 };

/* The last place of `what`, whatever its case; s.n for none. */
static size_t
find_last(struct gp_str s, struct gp_str what)
{
	size_t i;

	for (i = s.n; i-- > 0;)
		if (gp_to_lower(s.p[i]) == what.p[0] &&
		    gp_str_eq_nocase(gp_str_sub(s, i, i + what.n), what))
			return i;
	return s.n;
}

/* True when the last `begin` of the end of a source has no `end` behind it. */
static bool
is_open(struct gp_str s, struct gp_str begin, struct gp_str end)
{
	size_t at = find_last(s, begin);

	if (at == s.n)
		return false;
	/* "<!-->" ends itself. */
	s = gp_str_sub(s, at + 2, s.n);
	return find_last(s, end) == s.n;
}

/* A tag, or what stands for the beginning of one. */
static bool
ends_in_tag(struct gp_str s)
{
	size_t at = find_last(s, GP_STR("<"));
	struct gp_str rest = gp_str_sub(s, at, s.n);

	if (gp_str_find(rest, GP_STR(">"), 0) < rest.n)
		return false;
	return rest.n == 1 ||
	       (rest.n > 1 && (gp_is_alpha(rest.p[1]) || rest.p[1] == '/' ||
	                       rest.p[1] == '!'));
}

static bool
ends_in_letter(struct gp_str s)
{
	size_t from = s.n, i;

	while (from > 0 && s.n - from < 4 &&
	       ((unsigned char)s.p[--from] & 0xC0) == 0x80)
		;
	i = from;
	return s.n > 0 && gp_is_word_char(gp_utf8_next(s, &i));
}

/* Words that nothing ends, in a body that nothing ends. */
static bool
ends_in_sentence(struct gp_str html, struct gp_str end)
{
	struct gp_str start = gp_str_sub(html, 0, LOOKED_AT);
	struct gp_str text = gp_str_trim(
		gp_str_sub(end, find_last(end, GP_STR(">")) + 1, end.n));

	return ends_in_letter(text) &&
	       find_last(end, GP_STR("</body")) == end.n &&
	       find_last(end, GP_STR("</html")) == end.n &&
	       find_last(start, GP_STR("<body")) < start.n;
}

const char *
gp_html_cut(struct gp_str html)
{
	size_t from = html.n < LOOKED_AT ? 0 : html.n - LOOKED_AT, script;
	struct gp_str end = gp_str_sub(html, from, html.n);

	if (is_open(end, GP_STR("<script"), GP_STR("</script")))
		return "a script";
	/* Scripts write tags. */
	script = find_last(end, GP_STR("</script"));
	end = gp_str_sub(end, script < end.n ? script : 0, end.n);
	if (is_open(end, GP_STR("<!--"), GP_STR("-->")))
		return "a comment";
	if (is_open(end, GP_STR("<style"), GP_STR("</style")))
		return "a style sheet";
	if (ends_in_tag(end))
		return "a tag";
	return ends_in_sentence(html, end) ? "a sentence" : NULL;
}

bool
gp_base64_cut(struct gp_str body)
{
	size_t n = 0, i;

	for (i = 0; i < body.n; i++)
		n += gp_is_alnum(body.p[i]) || body.p[i] == '+' ||
		     body.p[i] == '/' || body.p[i] == '=';
	return n % BASE64_GROUP != 0;
}
