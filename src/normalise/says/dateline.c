/* A grammar of dates: the day first or the month first where the month is a
   word, else ISO 8601 or numbers with strokes.  "13/02/2015" has but one
   reading; "01/02/2015" has two, and is no date unless the caller says which
   order it is in.  It knows no document: what the line is for, and which of
   several dates counts, is decided by others. */
#include "normalise/says/dateline.h"
#include "normalise/says/date_grammar.h"
#include "normalise/says/date_take.h"
#include "normalise/says/date_words.h"

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
parse_dateline(struct gp_str line, bool either, struct gp_found_date *out)
{
	struct gp_str s = line, from;

	*out = (struct gp_found_date){ .date.precision = GP_DAY };
	out->role = skip_label(&s);
	gp_skip_weekday(&s);
	from = s;
	if (!gp_take_moment(&s, &out->date, either))
		return false;
	out->raw = gp_str_trim(gp_str_sub(from, 0, from.n - s.n));
	return gp_date_valid(&out->date) && take_rest(s, out);
}

bool
gp_dateline_parse(struct gp_str line, struct gp_found_date *out)
{
	return parse_dateline(line, false, out);
}

bool
gp_dateline_ambiguous(struct gp_str line)
{
	struct gp_found_date found;

	return !parse_dateline(line, false, &found) &&
	       parse_dateline(line, true, &found);
}

bool
gp_dateline_label(struct gp_str line, enum gp_date_role *role)
{
	struct gp_str s = line;

	*role = skip_label(&s);
	return line.n > 2 && s.n == 0;
}

/* ---- a date within a text ---- */

/* "03.04.2015", the day first wherever it is written so; "2015/04/03". */
static bool
take_dotted(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (gp_eat_number(&rest, 1, 2, &d->day) && gp_eat_char(&rest, '.') &&
	    gp_eat_number(&rest, 1, 2, &d->month) && gp_eat_char(&rest, '.') &&
	    gp_eat_number(&rest, 4, 4, &d->year)) {
		*s = rest;
		return true;
	}
	rest = *s;
	if (!gp_eat_number(&rest, 4, 4, &d->year) || !gp_eat_char(&rest, '/') ||
	    !gp_eat_number(&rest, 1, 2, &d->month) ||
	    !gp_eat_char(&rest, '/') || !gp_eat_number(&rest, 1, 2, &d->day))
		return false;
	*s = rest;
	return true;
}

/* True when the day and the month may change places. */
static bool
is_either(struct gp_str s)
{
	struct gp_date d;

	return !gp_take_slashed(&s, &d, false) && gp_take_slashed(&s, &d, true);
}

static bool
take_any(struct gp_str *s, enum gp_date_order order, struct gp_date *d)
{
	struct gp_str from = *s;
	int day;

	if (take_dotted(s, d)) {
		struct gp_str rest = *s;

		if (gp_skip_separators(&rest) && gp_take_clock(&rest, d))
			*s = rest;
		return true;
	}
	if (!gp_take_moment(s, d, order != GP_ORDER_UNKNOWN))
		return false;
	if (order == GP_MONTH_FIRST && is_either(from)) {
		day = d->day;
		d->day = d->month;
		d->month = day;
	}
	return true;
}

/* What the words before a date make of it. */
static enum gp_date_role
role_before(struct gp_str before)
{
	static const char *const changed[] = {
		"updated", "modified",        "edited",       "revised",
		"amended", "mis \u00E0 jour", "aktualisiert", NULL,
	};
	size_t from = before.n > 40 ? before.n - 40 : 0, i, k;

	for (i = from; i < before.n; i++)
		for (k = 0; changed[k]; k++) {
			struct gp_str word = gp_str(changed[k]);

			if (gp_str_eq_nocase(gp_str_sub(before, i, i + word.n),
			                     word))
				return GP_MODIFIED;
		}
	return GP_PUBLISHED;
}

static bool
begins_word(struct gp_str s, size_t i)
{
	char c = i > 0 ? s.p[i - 1] : ' ';

	return !gp_is_alnum(c) && !(c & 0x80) && c != '/' && c != '.' &&
	       gp_is_alnum(s.p[i]);
}

bool
gp_dateline_find(struct gp_str text, enum gp_date_order order,
                 struct gp_found_date *out, bool *unclear)
{
	size_t i;

	for (i = 0; i < text.n; i++) {
		struct gp_str s = gp_str_sub(text, i, text.n), from = s;

		if (!begins_word(text, i))
			continue;
		*out = (struct gp_found_date){ .date.precision = GP_DAY };
		if (unclear && order == GP_ORDER_UNKNOWN && is_either(s))
			*unclear = true;
		if (!take_any(&s, order, &out->date) ||
		    !gp_date_valid(&out->date))
			continue;
		out->raw = gp_str_trim(gp_str_sub(from, 0, from.n - s.n));
		out->role = role_before(gp_str_sub(text, 0, i));
		return true;
	}
	return false;
}
