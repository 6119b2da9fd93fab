/* Text, dates, names, numbers and words of a YAML file as checked values,
   and the sentences for those that are none; a word that is not in a list is
   answered with the nearest that is.  It knows forms and limits, but no key
   and no file. */
#include "config/packvalue.h"

#include "model/embargo.h"
#include "model/pack.h"

#include "base/text/bidi.h"
#include "base/date.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>

enum {
	SHOWN_MAX = 60,
	STEM_MAX = 80,
	ID_MAX = 100,
	FILE_MAX = 255,
	NUMBER_DIGITS = 9,
};

/* ---- messages ---- */

bool
gp_taker_fault(struct gp_taker *t, const struct gp_yaml *v, const char *fmt,
               ...)
{
	char text[512];
	va_list args;

	va_start(args, fmt);
	(void)vsnprintf(text, sizeof text, fmt, args);
	va_end(args);
	return gp_fail_at(t->e, GP_SYNTAX, v->path, v->line, v->column, "%s",
	                  text);
}

struct gp_str
gp_shown(struct gp_str s)
{
	size_t n = 0;

	while (n < s.n && s.p[n] != '\n' && s.p[n] != '\r')
		n++;
	if (n > SHOWN_MAX) {
		n = SHOWN_MAX;
		while (n > 0 && ((unsigned char)s.p[n] & 0xC0) == 0x80)
			n--;
	}
	return gp_str_sub(s, 0, n);
}

/* An entry of a list has no name of its own. */
static const char *
name_of(struct gp_taker *t, const struct gp_yaml *v)
{
	if (v->key.n == 0)
		return "this entry";
	(void)snprintf(t->name, sizeof t->name, "`%.*s`",
	               GP_ARG(gp_shown(v->key)));
	return t->name;
}

/* Prefixes count as near: `lang` is what many will write. */
const char *
gp_nearest(struct gp_str given, const char *const *words)
{
	const char *near = NULL;
	size_t i, n, best = 2 + given.n / 4;
	char lower[64];

	if (given.n > sizeof lower)
		return NULL;
	for (i = 0; i < given.n; i++)
		lower[i] = gp_to_lower(given.p[i]);
	given.p = lower;
	for (; *words; words++) {
		struct gp_str word = gp_str(*words);

		n = gp_str_distance(given, word);
		if (n > 1 && given.n > 2 && word.n > 2 &&
		    (gp_str_starts(word, given) || gp_str_starts(given, word)))
			n = 1;
		if (n < best) {
			best = n;
			near = *words;
		}
	}
	return near;
}

/* ---- text ---- */

static bool
need_text(struct gp_taker *t, const struct gp_yaml *v)
{
	if (v->kind != GP_YAML_TEXT)
		return gp_taker_fault(t, v, "%s must be text, not %s",
		                      name_of(t, v), gp_yaml_what(v));
	if (v->text.n > GP_MAX_PACK_TEXT)
		return gp_taker_fault(t, v, "%s is longer than %zu KiB",
		                      name_of(t, v), GP_MAX_PACK_TEXT / GP_KIB);
	return true;
}

static bool
keep_text(struct gp_taker *t, struct gp_str text, void *field)
{
	struct gp_str *out = field;

	*out = gp_arena_str(t->arena, text);
	return gp_arena_ok(t->arena, t->e);
}

bool
gp_take_line(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str word, rest, *out = field;
	char *p;
	size_t n = 0, i;

	if (!need_text(t, v))
		return false;
	p = gp_arena_alloc(t->arena, v->text.n + 2);
	if (!p)
		return gp_arena_ok(t->arena, t->e);
	for (rest = v->text; gp_str_word(&rest, &word); p[n++] = ' ')
		for (i = 0; i < word.n; i++)
			p[n++] = word.p[i];
	if (n == 0)
		return gp_taker_fault(t, v,
		                      "%s is blank; take it out or "
		                      "write something",
		                      name_of(t, v));
	p[n - 1] = '\0';
	*out = (struct gp_str){ p, n - 1 };
	if (!gp_bidi_balanced(*out))
		return gp_taker_fault(
			t, v,
			"%s has characters for direction (U+202A to U+202E, "
			"U+2066 to U+2069) that are not in pairs",
			name_of(t, v));
	return true;
}

/* It stands on one line at the head and foot of every page. */
bool
gp_take_marking(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	const struct gp_str *marking = field;

	if (!gp_take_line(t, v, field))
		return false;
	if (gp_utf8_count(*marking) <= GP_MAX_MARKING)
		return true;
	return gp_taker_fault(t, v,
	                      "%s has to fit on one line of a page: at most "
	                      "%d characters; put the rest into `rights`",
	                      name_of(t, v), GP_MAX_MARKING);
}

bool
gp_take_verbatim(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	return need_text(t, v) && keep_text(t, v->text, field);
}

/* ---- dates ---- */

/* True when `s` begins with the shape of YYYY-MM-DD. */
static bool
looks_like_day(struct gp_str s)
{
	static const char shape[] = "dddd-dd-dd";
	size_t i;

	for (i = 0; i < sizeof shape - 1; i++) {
		if (i >= s.n)
			return false;
		if (shape[i] == 'd' ? !gp_is_digit(s.p[i]) : s.p[i] != '-')
			return false;
	}
	return true;
}

bool
gp_take_date(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_date *out = field, date;
	struct gp_str text, day;

	if (!need_text(t, v))
		return false;
	text = gp_str_trim(v->text);
	if (gp_date_parse(text, &date)) {
		*out = date;
		return true;
	}
	day = gp_str_sub(text, 0, 10);
	if (!looks_like_day(text))
		return gp_taker_fault(t, v,
		                      "`%.*s` is not a date; write YYYY-MM-DD",
		                      GP_ARG(gp_shown(text)));
	if (!gp_date_parse(day, &date))
		return gp_taker_fault(t, v, "%.*s is not a day in the calendar",
		                      GP_ARG(day));
	return gp_taker_fault(t, v,
	                      "`%.*s` has a time that cannot be read; write "
	                      "YYYY-MM-DDThh:mm or only the day",
	                      GP_ARG(gp_shown(text)));
}

bool
gp_take_day(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_date *out = field, date;

	if (!gp_take_date(t, v, &date))
		return false;
	if (date.precision < GP_DAY)
		return gp_taker_fault(t, v, "%s needs a day; write YYYY-MM-DD",
		                      name_of(t, v));
	*out = date;
	return true;
}

bool
gp_take_embargo(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_embargo *out = field;
	struct gp_str text;

	if (v->kind == GP_YAML_EMPTY)
		return gp_taker_fault(t, v,
		                      "%s has to be a time with its zone, such "
		                      "as 2015-11-10T00:01Z, or none",
		                      name_of(t, v));
	if (!need_text(t, v))
		return false;
	text = gp_str_trim(v->text);
	*out = (struct gp_embargo){ .kind = GP_EMBARGO_LIFTED };
	if (gp_str_eq_nocase(text, GP_STR("none")))
		return true;
	out->kind = GP_EMBARGO_UNTIL;
	if (gp_date_parse(text, &out->until) && out->until.has_zone)
		return true;
	return gp_taker_fault(t, v,
	                      "`%.*s` is not a time with its zone; write "
	                      "YYYY-MM-DDThh:mmZ (or +01:00 for Z), or none",
	                      GP_ARG(gp_shown(text)));
}

/* ---- names made of few characters ---- */

static bool
all_of(struct gp_str s, const char *more)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (!gp_is_lower(s.p[i]) && !gp_is_digit(s.p[i]) &&
		    gp_str_find(gp_str(more), gp_str_sub(s, i, i + 1), 0) ==
		            gp_str(more).n)
			return false;
	return true;
}

static bool
is_plain(char c)
{
	return gp_is_lower(c) || gp_is_digit(c);
}

static bool
take_name(struct gp_taker *t, const struct gp_yaml *v, const char *more,
          size_t max, void *field)
{
	struct gp_str s = v->text;

	if (!need_text(t, v))
		return false;
	if (!all_of(s, more) || !is_plain(s.p[0]) || !is_plain(s.p[s.n - 1]))
		return gp_taker_fault(t, v,
		                      "%s cannot be `%.*s`; use small "
		                      "letters and digits, with any of `%s` "
		                      "in between",
		                      name_of(t, v), GP_ARG(gp_shown(s)), more);
	if (s.n > max)
		return gp_taker_fault(t, v, "%s is longer than %zu characters",
		                      name_of(t, v), max);
	return keep_text(t, s, field);
}

bool
gp_take_stem(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	return take_name(t, v, "-", STEM_MAX, field);
}

bool
gp_take_id(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	return take_name(t, v, "._-", ID_MAX, field);
}

bool
gp_take_file(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str s = v->text;
	size_t i;

	if (!need_text(t, v))
		return false;
	for (i = 0; i < s.n; i++)
		if (s.p[i] == '/' || s.p[i] == '\\' || s.p[i] == '\n' ||
		    s.p[i] == '\t')
			return gp_taker_fault(t, v,
			                      "%s must be a name without a "
			                      "folder; put the file beside "
			                      "pack.yaml",
			                      name_of(t, v));
	if (s.n == 0 || s.p[0] == '.' || s.n > FILE_MAX)
		return gp_taker_fault(
			t, v,
			"`%.*s` is not the name of an article: it "
			"is blank, hidden or too long",
			GP_ARG(gp_shown(s)));
	return keep_text(t, s, field);
}

/* ---- numbers and words ---- */

bool
gp_take_number(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str s = v->text;
	bool minus = s.n > 0 && s.p[0] == '-';
	long *out = field, value = 0;
	size_t i;

	if (!need_text(t, v))
		return false;
	for (i = minus; i < s.n && gp_is_digit(s.p[i]); i++)
		if (i < NUMBER_DIGITS + (size_t)minus)
			value = value * 10 + (s.p[i] - '0');
	if (i < s.n || i == minus || i > NUMBER_DIGITS + (size_t)minus)
		return gp_taker_fault(t, v,
		                      "%s must be a whole number of at most "
		                      "%d digits, not `%.*s`",
		                      name_of(t, v), NUMBER_DIGITS,
		                      GP_ARG(gp_shown(s)));
	*out = minus ? -value : value;
	return true;
}

bool
gp_take_flag(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = { "false", "true", "no", "yes",
		                             "off",   "on",   NULL };
	bool *out = field;
	size_t i;

	if (!need_text(t, v))
		return false;
	for (i = 0; words[i]; i++)
		if (gp_str_eq_nocase(v->text, gp_str(words[i]))) {
			*out = i % 2 == 1;
			return true;
		}
	return gp_taker_fault(t, v, "%s must be true or false, not `%.*s`",
	                      name_of(t, v), GP_ARG(gp_shown(v->text)));
}

bool
gp_take_feed_rights(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = { [GP_FEED_FULL] = "full",
		                             [GP_FEED_EXTRACT] = "extract",
		                             [GP_FEED_LINKS] = "links",
		                             NULL };
	enum gp_feed_rights *out = field;
	size_t i;

	if (!gp_take_choice(t, v, words, &i))
		return false;
	*out = (enum gp_feed_rights)i;
	return true;
}

bool
gp_take_reposts(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = {
		[GP_REPOSTS_GROUP] = "group", [GP_REPOSTS_KEEP] = "keep", NULL
	};
	enum gp_repost_rule *out = field;
	size_t i;

	if (!gp_take_choice(t, v, words, &i))
		return false;
	*out = (enum gp_repost_rule)i;
	return true;
}

bool
gp_take_hundredths(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	struct gp_str s = v->text;
	int *out = field, value, scale = 10;
	size_t i = 2;

	if (!need_text(t, v))
		return false;
	value = s.n > 0 && s.p[0] == '1' ? 100 : 0;
	if (s.n > 1 && s.p[1] == '.')
		for (; i < s.n && gp_is_digit(s.p[i]); i++, scale /= 10)
			value += (s.p[i] - '0') * scale;
	if (s.n == 0 || (s.p[0] != '0' && s.p[0] != '1') ||
	    (s.n > 1 && (i < s.n || i == 2)) || s.n > 4 || value > 100)
		return gp_taker_fault(t, v,
		                      "%s must be a number from 0 to 1 with "
		                      "at most two decimals, such as 0.95",
		                      name_of(t, v));
	*out = value;
	return true;
}

bool
gp_take_choice(struct gp_taker *t, const struct gp_yaml *v,
               const char *const *words, size_t *index)
{
	char list[128] = "";
	size_t i, n = 0;

	if (!need_text(t, v))
		return false;
	for (i = 0; words[i]; i++) {
		if (gp_str_eq(v->text, gp_str(words[i]))) {
			*index = i;
			return true;
		}
		if (n < sizeof list)
			n += (size_t)snprintf(list + n, sizeof list - n, "%s%s",
			                      i ? ", " : "", words[i]);
	}
	return gp_taker_fault(t, v, "%s must be one of %s, not `%.*s`",
	                      name_of(t, v), list, GP_ARG(gp_shown(v->text)));
}

bool
gp_take_paper(struct gp_taker *t, const struct gp_yaml *v, void *field)
{
	static const char *const words[] = {
#define GP_PAPER(name, width, height) (name),
#include "config/papers.def"
#undef GP_PAPER
		NULL
	};
	struct gp_str *out = field;
	size_t i;

	if (!gp_take_choice(t, v, words, &i))
		return false;
	*out = gp_str(words[i]);
	return true;
}
