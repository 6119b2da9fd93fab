/*
 * Days of publication in the scripts of a page that are no JSON-LD: what a
 * system hands to its own program or to those who count readers.  Names and
 * the text behind them are looked for; no script is read as a program, and
 * whether the day is the page's is not known here.
 */
#include "import/html/meta/html_meta_parts.h"

enum {
	MOST_DAYS = 20,
	MOST_BYTES = 1 << 20, /* of all scripts that are looked through */
	LONGEST_DAY = 40,
	SHORTEST_DAY = 8,
};

/* Without signs and capitals: "published_at" and "publishedAt" are one. */
static const char *const keys[] = {
	"datepublished",
	"datepublication",
	"publisheddate",
	"publishdate",
	"publicationdate",
	"publishedat",
	"publishedtime",
	"publishtime",
	"pubdate",
	"firstpublished",
	"firstpublishedat",
	"articledate",
	"datepublishedtime",
	"articlepublishdate",
	"articlepublisheddate",
	"postdate",
	NULL,
};

enum { LONGEST_KEY = 24 };

static bool
is_key_char(char c)
{
	return gp_is_alnum(c) || c == '_' || c == '-' || c == '.';
}

/* The name that ends before byte `end`, as the keys are written. */
static struct gp_str
key_before(struct gp_str s, size_t end, char out[LONGEST_KEY])
{
	size_t n = LONGEST_KEY;

	while (end > 0 && is_key_char(s.p[end - 1]) && n > 0) {
		end--;
		if (gp_is_alnum(s.p[end]))
			out[--n] = gp_to_lower(s.p[end]);
	}
	if (n == 0)
		return GP_STR("");
	return (struct gp_str){ out + n, LONGEST_KEY - n };
}

static bool
is_quote(char c)
{
	return c == '"' || c == '\'';
}

/* Quotes, and the strokes before them in text within text. */
static size_t
before_quotes(struct gp_str s, size_t i)
{
	while (i > 0 && (is_quote(s.p[i - 1]) || s.p[i - 1] == '\\' ||
	                 gp_is_space(s.p[i - 1])))
		i--;
	return i;
}

static size_t
behind_quotes(struct gp_str s, size_t i)
{
	while (i < s.n &&
	       (is_quote(s.p[i]) || s.p[i] == '\\' || gp_is_space(s.p[i])))
		i++;
	return i;
}

/* The text behind a colon or an equals sign at byte `at`; "" when it is none
   of the length of a day. */
static struct gp_str
value_behind(struct gp_str s, size_t at)
{
	size_t from = behind_quotes(s, at + 1), to = from;

	if (from == at + 1 || !is_quote(s.p[from - 1]))
		return GP_STR("");
	while (to < s.n && to - from <= LONGEST_DAY && !is_quote(s.p[to]) &&
	       s.p[to] != '\\')
		to++;
	return to - from > LONGEST_DAY || to - from < SHORTEST_DAY
	               ? GP_STR("")
	               : gp_str_sub(s, from, to);
}

static void
claim_day(struct gp_html_claims *p, struct gp_str value, uint32_t script)
{
	struct gp_claim *c;

	if (!gp_str_has_digit(value))
		return;
	c = gp_meta_claim(p, GP_CLAIM_DATE, GP_SAID_ASTRAY, value,
	                  GP_STR("script"), p->flat->nodes[script].line);
	if (c)
		c->in_article = true;
}

static void
look_through(struct gp_html_claims *p, uint32_t script, struct gp_str s,
             size_t *n)
{
	char space[LONGEST_KEY];
	struct gp_str key, value;
	size_t i;

	for (i = 1; i < s.n && *n < MOST_DAYS; i++) {
		if (s.p[i] != ':' && s.p[i] != '=')
			continue;
		key = key_before(s, before_quotes(s, i), space);
		if (!gp_str_among(key, keys))
			continue;
		value = value_behind(s, i);
		if (value.n > 0) {
			claim_day(p, value, script);
			++*n;
		}
	}
}

/* What is described in JSON-LD is read elsewhere, with what it is of. */
static bool
is_json_ld(const struct gp_flat *d, uint32_t script)
{
	struct gp_str type = gp_flat_attr(d, script, GP_N_TYPE);

	return gp_str_find(type, GP_STR("ld+json"), 0) < type.n;
}

void
gp_meta_scripts(struct gp_html_claims *p)
{
	const struct gp_flat *d = p->flat;
	size_t n = 0, bytes = 0;
	struct gp_str s;
	uint32_t i, text;

	for (i = 0; i < d->n_nodes && bytes < MOST_BYTES; i++) {
		text = gp_flat_is(d, i, GP_N_SCRIPT) && !is_json_ld(d, i)
		               ? gp_flat_first(d, i)
		               : GP_FLAT_NONE;
		if (text == GP_FLAT_NONE)
			continue;
		s = gp_str_sub(gp_flat_text(d, text), 0, MOST_BYTES);
		bytes += s.n;
		look_through(p, i, s, &n);
	}
}
