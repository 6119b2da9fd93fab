/* Dates on lines and in texts: what may stand before and behind one, and what
   the words before it make of it.  It knows no document: what the line is
   for, and which of several dates counts, is decided by others. */
#include "normalise/says/dateline.h"
#include "normalise/says/date_take.h"
#include "normalise/says/date_words.h"

#include "base/text/fold.h"
#include "base/text/other_days.h"
#include "base/utf8.h"

enum {
	LABEL_BYTES = 40, /* before a date, where its label stands */
	OPENING_BYTES = 50,
	OPENING_WORDS = 7,
};

/* ---- the line ---- */

static enum gp_date_role
skip_label(struct gp_str *s)
{
	const struct gp_date_label *l;

	for (l = gp_date_labels; l->words; l++)
		if (gp_eat_words(s, l->words))
			break;
	if (!l->words)
		return GP_PUBLISHED;
	(void)gp_eat_spaces(s);
	if (gp_eat_words(s, "on") || gp_eat_words(s, "at"))
		(void)gp_eat_spaces(s);
	(void)gp_eat_char(s, ':');
	(void)gp_eat_spaces(s);
	return l->role;
}

bool
gp_take_source_label(struct gp_str *s)
{
	struct gp_str rest = *s;

	if (gp_eat_dash(&rest) || gp_eat_char(&rest, '|'))
		(void)gp_eat_spaces(&rest);
	if (!gp_eat_words(&rest, "source"))
		return false;
	/* French has a space before the colon. */
	(void)gp_eat_spaces(&rest);
	(void)gp_eat_char(&rest, ':');
	(void)gp_eat_spaces(&rest);
	*s = rest;
	return true;
}

static bool
take_rest(struct gp_str rest, struct gp_found_date *out)
{
	(void)gp_eat_spaces(&rest);
	if (gp_take_source_label(&rest)) {
		out->has_source = true;
		out->source = gp_str_trim(rest);
		out->role = GP_AGGREGATED;
		return true;
	}
	(void)(gp_eat_dash(&rest) || gp_eat_char(&rest, '|') ||
	       gp_eat_char(&rest, ',') || gp_eat_char(&rest, '.'));
	return rest.n == 0;
}

static bool
parse_dateline(struct gp_str line, enum gp_date_order order,
               struct gp_found_date *out)
{
	struct gp_date_manner how = { .order = order };
	struct gp_str s = line, from;

	*out = (struct gp_found_date){ .date.precision = GP_DAY };
	out->role = skip_label(&s);
	out->labelled = s.n < line.n;
	gp_skip_weekday(&s);
	from = s;
	if (!gp_take_moment(&s, &out->date, &how))
		return false;
	out->raw = gp_str_trim(gp_str_sub(from, 0, from.n - s.n));
	return gp_date_valid(&out->date) && take_rest(s, out);
}

bool
gp_dateline_parse(struct gp_str line, struct gp_found_date *out)
{
	return parse_dateline(line, GP_ORDER_UNKNOWN, out);
}

bool
gp_dateline_ambiguous(struct gp_str line)
{
	struct gp_found_date found;

	return !parse_dateline(line, GP_ORDER_UNKNOWN, &found) &&
	       parse_dateline(line, GP_DAY_FIRST, &found);
}

bool
gp_dateline_label(struct gp_str line, enum gp_date_role *role)
{
	struct gp_str s = line;

	*role = skip_label(&s);
	return line.n > 2 && s.n == 0;
}

/* ---- a date within a text ---- */

static bool
holds_any(struct gp_str s, const char *const *words)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (gp_fold_says_any(gp_str_sub(s, i, s.n), words) > 0)
			return true;
	return false;
}

/* What the words before a date make of it. */
static void
read_label(struct gp_str before, struct gp_found_date *out)
{
	out->of_other = gp_day_is_of_other(before);
	if (before.n > LABEL_BYTES)
		before = gp_str_sub(before, before.n - LABEL_BYTES, before.n);
	out->role = holds_any(before, gp_changed_words) ? GP_MODIFIED
	                                                : GP_PUBLISHED;
	out->labelled = out->role == GP_MODIFIED ||
	                holds_any(before, gp_published_words);
}

/* Not within a word, a number or an address; a digit may follow letters of
   scripts that set no spaces. */
static bool
begins_date(struct gp_str s, size_t i)
{
	uint32_t before = i > 0 ? gp_utf8_before(s, i) : ' ';

	if (!gp_is_alnum(s.p[i]) || before == '/' || before == '.')
		return false;
	return !gp_is_word_char(before) ||
	       (before >= 0x80 && gp_is_digit(s.p[i]));
}

/* The first one from byte `from` on; false: none. */
static bool
find_from(struct gp_str text, size_t from, struct gp_date_manner *how,
          struct gp_found_date *out)
{
	size_t i;

	for (i = from; i < text.n; i++) {
		struct gp_str s = gp_str_sub(text, i, text.n), at = s;

		if (!begins_date(text, i))
			continue;
		*out = (struct gp_found_date){ .date.precision = GP_DAY };
		if (!gp_take_moment(&s, &out->date, how) ||
		    !gp_date_valid(&out->date))
			continue;
		out->raw = gp_str_trim(gp_str_sub(at, 0, at.n - s.n));
		read_label(gp_str_sub(text, from, i), out);
		return true;
	}
	return false;
}

/* A date of change is passed over when one of publication follows. */
bool
gp_dateline_find(struct gp_str text, enum gp_date_order order,
                 struct gp_found_date *out, bool *unclear)
{
	struct gp_date_manner how = { .order = order, .marked = true };
	struct gp_found_date next;
	bool any = find_from(text, 0, &how, out);
	size_t behind;

	if (any && out->role == GP_MODIFIED) {
		behind = (size_t)(out->raw.p - text.p) + out->raw.n;
		if (find_from(text, behind, &how, &next) &&
		    next.role == GP_PUBLISHED)
			*out = next;
	}
	if (unclear && !any)
		*unclear |= how.unclear;
	return any;
}

/* "4 March 2021) The", "4 March 2021 -", "4 March 2021 |" */
static bool
is_set_off(struct gp_str before, struct gp_str behind)
{
	if (gp_str_ends(before, GP_STR("(")) && gp_eat_char(&behind, ')'))
		return true;
	(void)gp_eat_spaces(&behind);
	return behind.n == 0 || gp_eat_dash(&behind) ||
	       gp_eat_char(&behind, '|') || gp_eat_char(&behind, ':') ||
	       gp_eat_char(&behind, '/');
}

static bool
is_in_figures(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (gp_is_alpha(s.p[i]) || s.p[i] & 0x80)
			return false;
	return true;
}

bool
gp_dateline_open(struct gp_str text, enum gp_date_order order,
                 struct gp_found_date *out)
{
	struct gp_date_manner how = { .order = order, .marked = true };
	struct gp_str before, behind;
	size_t at;

	if (!find_from(text, 0, &how, out))
		return false;
	at = (size_t)(out->raw.p - text.p);
	before = gp_str_trim(gp_str_sub(text, 0, at));
	behind = gp_str_sub(text, at + out->raw.n, text.n);
	if (at > OPENING_BYTES || gp_str_words(before) > OPENING_WORDS)
		return false;
	return is_set_off(before, behind) ||
	       (before.n == 0 && is_in_figures(out->raw));
}
