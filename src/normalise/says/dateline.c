/* A grammar of dates: the day first or the month first where the month is a
   word, else ISO 8601 or numbers with strokes.  "13/02/2015" has but one
   reading; "01/02/2015" has two, and is no date unless the caller says which
   order it is in.  It knows no document: what the line is for, and which of
   several dates counts, is decided by others. */
#include "normalise/says/dateline.h"
#include "normalise/says/date_words.h"

/* ---- taking things off the front ---- */

static bool
skip_spaces(struct gp_str *s)
{
	size_t n = 0;

	while (n < s->n && s->p[n] == ' ')
		n++;
	*s = gp_str_sub(*s, n, s->n);
	return n > 0;
}

static bool
take_char(struct gp_str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = gp_str_sub(*s, 1, s->n);
	return true;
}

static bool
take_bytes(struct gp_str *s, struct gp_str bytes)
{
	if (!gp_str_starts(*s, bytes))
		return false;
	*s = gp_str_sub(*s, bytes.n, s->n);
	return true;
}

/* Words without regard to case, and no letter behind them. */
static bool
take_words(struct gp_str *s, const char *words)
{
	struct gp_str want = gp_str(words);

	if (!gp_str_eq_nocase(gp_str_sub(*s, 0, want.n), want) ||
	    (s->n > want.n && gp_is_alpha(s->p[want.n])))
		return false;
	*s = gp_str_sub(*s, want.n, s->n);
	return true;
}

/* A number of `least` to `most` digits with no digit behind it. */
static bool
take_number(struct gp_str *s, size_t least, size_t most, int *out)
{
	size_t n = 0;

	*out = 0;
	while (n < s->n && n <= most && gp_is_digit(s->p[n]))
		*out = *out * 10 + (s->p[n++] - '0');
	if (n < least || n > most)
		return false;
	*s = gp_str_sub(*s, n, s->n);
	return true;
}

/* A name or three letters and more of it, in a table of `n`; from 1. */
static int
take_name(struct gp_str *s, const char *const *names, int n)
{
	struct gp_str word;
	size_t end = 0;
	int i;

	while (end < s->n && (gp_is_alpha(s->p[end]) || s->p[end] & 0x80))
		end++;
	word = gp_str_sub(*s, 0, end);
	for (i = 0; i < n && word.n >= 3; i++) {
		struct gp_str name = gp_str(names[i]);

		if (!gp_str_eq_nocase(word, gp_str_sub(name, 0, word.n)) ||
		    (word.n < name.n &&
		     (word.n > 5 || names == gp_other_months)))
			continue;
		*s = gp_str_sub(*s, end, s->n);
		return i + 1;
	}
	return 0;
}

static bool
take_dash(struct gp_str *s)
{
	return take_char(s, '-') || take_bytes(s, GP_STR("\u2013")) ||
	       take_bytes(s, GP_STR("\u2014"));
}

/* ---- the day ---- */

static void
skip_ordinal(struct gp_str *s)
{
	(void)(take_words(s, "st") || take_words(s, "nd") ||
	       take_words(s, "rd") || take_words(s, "th") ||
	       take_words(s, "er"));
}

static void
skip_weekday(struct gp_str *s)
{
	struct gp_str rest = *s;

	if (!take_name(&rest, gp_day_names, 7))
		return;
	(void)take_char(&rest, '.');
	(void)take_char(&rest, ',');
	if (skip_spaces(&rest))
		*s = rest;
}

static bool
take_month(struct gp_str *s, int *month)
{
	int other;

	*month = take_name(s, gp_month_names, 12);
	other = *month ? 0 : take_name(s, gp_other_months, GP_OTHER_MONTHS);
	if (other)
		*month = (other - 1) % 12 + 1;
	(void)(*month && take_char(s, '.'));
	return *month > 0;
}

/* "23rd of September, 2015" */
static bool
take_day_first(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!take_number(&rest, 1, 2, &d->day))
		return false;
	skip_ordinal(&rest);
	(void)take_char(&rest, '.');
	if (!skip_spaces(&rest))
		return false;
	if (take_words(&rest, "of") || take_words(&rest, "de"))
		(void)skip_spaces(&rest);
	if (!take_month(&rest, &d->month))
		return false;
	(void)take_char(&rest, ',');
	if (!skip_spaces(&rest))
		return false;
	if (take_words(&rest, "de"))
		(void)skip_spaces(&rest);
	if (!take_number(&rest, 4, 4, &d->year))
		return false;
	*s = rest;
	return true;
}

/* "September 23rd, 2015" */
static bool
take_month_first(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!take_month(&rest, &d->month) || !skip_spaces(&rest) ||
	    !take_number(&rest, 1, 2, &d->day))
		return false;
	skip_ordinal(&rest);
	(void)take_char(&rest, ',');
	if (!skip_spaces(&rest) || !take_number(&rest, 4, 4, &d->year))
		return false;
	*s = rest;
	return true;
}

/* "2015-09-23" */
static bool
take_iso(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!take_number(&rest, 4, 4, &d->year) || !take_char(&rest, '-') ||
	    !take_number(&rest, 2, 2, &d->month) || !take_char(&rest, '-') ||
	    !take_number(&rest, 2, 2, &d->day))
		return false;
	*s = rest;
	return true;
}

/* "13/02/2015", or with `either` also what may be a month or a day. */
static bool
take_slashed(struct gp_str *s, struct gp_date *d, bool either)
{
	struct gp_str rest = *s;
	int first, second;

	if (!take_number(&rest, 1, 2, &first) || !take_char(&rest, '/') ||
	    !take_number(&rest, 1, 2, &second) || !take_char(&rest, '/') ||
	    !take_number(&rest, 4, 4, &d->year))
		return false;
	if (first <= 12 && second <= 12 && first != second && !either)
		return false;
	d->day = second > 12 ? second : first;
	d->month = second > 12 ? first : second;
	*s = rest;
	return true;
}

static bool
take_day(struct gp_str *s, struct gp_date *d, bool either)
{
	return take_iso(s, d) || take_day_first(s, d) ||
	       take_month_first(s, d) || take_slashed(s, d, either);
}

/* ---- the time ---- */

static bool
skip_separators(struct gp_str *s)
{
	struct gp_str from = *s;

	while (skip_spaces(s) || take_char(s, ',') || take_char(s, '|') ||
	       take_char(s, '@') || take_dash(s) || take_words(s, "at") ||
	       take_bytes(s, GP_STR("\u2022")) ||
	       take_bytes(s, GP_STR("\u00B7")) ||
	       take_bytes(s, GP_STR("\u00E0 ")))
		;
	if (s->n == from.n && s->n > 1 && gp_is_digit(s->p[1]))
		(void)(take_char(s, 'T') || take_char(s, 't'));
	return s->n < from.n;
}

/* "2:57 pm": turns the hour into one of 24. */
static void
take_half(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;
	bool pm;

	(void)skip_spaces(&rest);
	pm = rest.n > 0 && gp_to_lower(rest.p[0]) == 'p';
	if (!pm && (rest.n == 0 || gp_to_lower(rest.p[0]) != 'a'))
		return;
	rest = gp_str_sub(rest, 1, rest.n);
	(void)take_char(&rest, '.');
	if (!take_words(&rest, "m"))
		return;
	(void)take_char(&rest, '.');
	*s = rest;
	if (pm && d->hour < 12)
		d->hour += 12;
	else if (!pm && d->hour == 12)
		d->hour = 0;
}

static bool
take_offset(struct gp_str *s, int *minutes)
{
	bool west = s->n > 0 && s->p[0] == '-';
	int hours, rest;

	if (!take_char(s, '+') && !take_char(s, '-'))
		return false;
	if (s->n >= 4 && gp_is_digit(s->p[2])) {
		struct gp_str h = gp_str_sub(*s, 0, 2);

		if (!take_number(&h, 2, 2, &hours))
			return false;
		*s = gp_str_sub(*s, 2, s->n);
	} else if (!take_number(s, 2, 2, &hours) || !take_char(s, ':')) {
		return false;
	}
	if (!take_number(s, 2, 2, &rest) || hours > 14 || rest > 59)
		return false;
	*minutes = (hours * 60 + rest) * (west ? -1 : 1);
	return true;
}

static void
take_zone(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;
	const struct gp_zone_name *z;

	(void)skip_spaces(&rest);
	for (z = gp_zone_names; z->name && !d->has_zone; z++)
		if (take_words(&rest, z->name)) {
			d->has_zone = true;
			d->zone = z->minutes;
		}
	if (!d->has_zone)
		d->has_zone = take_offset(&rest, &d->zone);
	if (d->has_zone)
		*s = rest;
}

static bool
take_clock(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;
	struct gp_date t = *d;

	if (!take_number(&rest, 1, 2, &t.hour) ||
	    (!take_char(&rest, ':') && !take_char(&rest, '.') &&
	     !take_char(&rest, 'h')) ||
	    !take_number(&rest, 2, 2, &t.minute))
		return false;
	t.precision = GP_MINUTE;
	*s = rest;
	if (take_char(&rest, ':') && take_number(&rest, 2, 2, &t.second)) {
		t.precision = GP_SECOND;
		if (take_char(&rest, '.'))
			while (rest.n && gp_is_digit(rest.p[0]))
				rest = gp_str_sub(rest, 1, rest.n);
		*s = rest;
	}
	take_half(s, &t);
	take_zone(s, &t);
	*d = t;
	return true;
}

/* A time may stand on either side of the day. */
static bool
take_moment(struct gp_str *s, struct gp_date *d, bool either)
{
	struct gp_str rest = *s;

	if (take_day(s, d, either)) {
		rest = *s;
		if (skip_separators(&rest) && take_clock(&rest, d))
			*s = rest;
		return true;
	}
	if (!take_clock(&rest, d) || !skip_separators(&rest))
		return false;
	skip_weekday(&rest);
	if (!take_day(&rest, d, either))
		return false;
	*s = rest;
	return true;
}

/* ---- the line ---- */

static enum gp_date_role
skip_label(struct gp_str *s)
{
	const struct gp_date_label *l;

	for (l = gp_date_labels; l->words; l++)
		if (take_words(s, l->words))
			break;
	if (!l->words)
		return GP_PUBLISHED;
	(void)skip_spaces(s);
	if (take_words(s, "on") || take_words(s, "at"))
		(void)skip_spaces(s);
	(void)take_char(s, ':');
	(void)skip_spaces(s);
	return l->role;
}

bool
gp_take_source_label(struct gp_str *s)
{
	struct gp_str rest = *s;

	if (take_dash(&rest) || take_char(&rest, '|'))
		(void)skip_spaces(&rest);
	if (!take_words(&rest, "source"))
		return false;
	(void)take_char(&rest, ':');
	(void)skip_spaces(&rest);
	*s = rest;
	return true;
}

static bool
take_rest(struct gp_str rest, struct gp_found_date *out)
{
	(void)skip_spaces(&rest);
	if (gp_take_source_label(&rest)) {
		out->has_source = true;
		out->source = gp_str_trim(rest);
		out->role = GP_AGGREGATED;
		return true;
	}
	(void)(take_dash(&rest) || take_char(&rest, '|') ||
	       take_char(&rest, ',') || take_char(&rest, '.'));
	return rest.n == 0;
}

static bool
parse_dateline(struct gp_str line, bool either, struct gp_found_date *out)
{
	struct gp_str s = line, from;

	*out = (struct gp_found_date){ .date.precision = GP_DAY };
	out->role = skip_label(&s);
	skip_weekday(&s);
	from = s;
	if (!take_moment(&s, &out->date, either))
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

	if (take_number(&rest, 1, 2, &d->day) && take_char(&rest, '.') &&
	    take_number(&rest, 1, 2, &d->month) && take_char(&rest, '.') &&
	    take_number(&rest, 4, 4, &d->year)) {
		*s = rest;
		return true;
	}
	rest = *s;
	if (!take_number(&rest, 4, 4, &d->year) || !take_char(&rest, '/') ||
	    !take_number(&rest, 1, 2, &d->month) || !take_char(&rest, '/') ||
	    !take_number(&rest, 1, 2, &d->day))
		return false;
	*s = rest;
	return true;
}

/* True when the day and the month may change places. */
static bool
is_either(struct gp_str s)
{
	struct gp_date d;

	return !take_slashed(&s, &d, false) && take_slashed(&s, &d, true);
}

static bool
take_any(struct gp_str *s, enum gp_date_order order, struct gp_date *d)
{
	struct gp_str from = *s;
	int day;

	if (take_dotted(s, d)) {
		struct gp_str rest = *s;

		if (skip_separators(&rest) && take_clock(&rest, d))
			*s = rest;
		return true;
	}
	if (!take_moment(s, d, order != GP_ORDER_UNKNOWN))
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
