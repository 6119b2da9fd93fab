/* How people write a day and a time: the day first or the month first where
   the month is a word, else ISO 8601 or numbers with strokes.  It knows no
   line and no label, and not which of several dates counts. */
#include "normalise/says/date_grammar.h"
#include "normalise/says/date_take.h"
#include "normalise/says/date_words.h"

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

/* ---- the day ---- */

static void
skip_ordinal(struct gp_str *s)
{
	(void)(gp_eat_words(s, "st") || gp_eat_words(s, "nd") ||
	       gp_eat_words(s, "rd") || gp_eat_words(s, "th") ||
	       gp_eat_words(s, "er"));
}

void
gp_skip_weekday(struct gp_str *s)
{
	struct gp_str rest = *s;

	if (!take_name(&rest, gp_day_names, 7))
		return;
	(void)gp_eat_char(&rest, '.');
	(void)gp_eat_char(&rest, ',');
	if (gp_eat_spaces(&rest))
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
	(void)(*month && gp_eat_char(s, '.'));
	return *month > 0;
}

/* "23rd of September, 2015" */
static bool
take_day_first(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!gp_eat_number(&rest, 1, 2, &d->day))
		return false;
	skip_ordinal(&rest);
	(void)gp_eat_char(&rest, '.');
	if (!gp_eat_spaces(&rest))
		return false;
	if (gp_eat_words(&rest, "of") || gp_eat_words(&rest, "de"))
		(void)gp_eat_spaces(&rest);
	if (!take_month(&rest, &d->month))
		return false;
	(void)gp_eat_char(&rest, ',');
	if (!gp_eat_spaces(&rest))
		return false;
	if (gp_eat_words(&rest, "de"))
		(void)gp_eat_spaces(&rest);
	if (!gp_eat_number(&rest, 4, 4, &d->year))
		return false;
	*s = rest;
	return true;
}

/* "September 23rd, 2015" */
static bool
take_month_first(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!take_month(&rest, &d->month) || !gp_eat_spaces(&rest) ||
	    !gp_eat_number(&rest, 1, 2, &d->day))
		return false;
	skip_ordinal(&rest);
	(void)gp_eat_char(&rest, ',');
	if (!gp_eat_spaces(&rest) || !gp_eat_number(&rest, 4, 4, &d->year))
		return false;
	*s = rest;
	return true;
}

/* "2015-09-23" */
static bool
take_iso(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!gp_eat_number(&rest, 4, 4, &d->year) || !gp_eat_char(&rest, '-') ||
	    !gp_eat_number(&rest, 2, 2, &d->month) ||
	    !gp_eat_char(&rest, '-') || !gp_eat_number(&rest, 2, 2, &d->day))
		return false;
	*s = rest;
	return true;
}

/* "13/02/2015", or with `either` also what may be a month or a day. */
bool
gp_take_slashed(struct gp_str *s, struct gp_date *d, bool either)
{
	struct gp_str rest = *s;
	int first, second;

	if (!gp_eat_number(&rest, 1, 2, &first) || !gp_eat_char(&rest, '/') ||
	    !gp_eat_number(&rest, 1, 2, &second) || !gp_eat_char(&rest, '/') ||
	    !gp_eat_number(&rest, 4, 4, &d->year))
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
	       take_month_first(s, d) || gp_take_slashed(s, d, either);
}

/* ---- the time ---- */

bool
gp_skip_separators(struct gp_str *s)
{
	struct gp_str from = *s;

	while (gp_eat_spaces(s) || gp_eat_char(s, ',') || gp_eat_char(s, '|') ||
	       gp_eat_char(s, '@') || gp_eat_dash(s) || gp_eat_words(s, "at") ||
	       gp_eat_bytes(s, GP_STR("\u2022")) ||
	       gp_eat_bytes(s, GP_STR("\u00B7")) ||
	       gp_eat_bytes(s, GP_STR("\u00E0 ")))
		;
	if (s->n == from.n && s->n > 1 && gp_is_digit(s->p[1]))
		(void)(gp_eat_char(s, 'T') || gp_eat_char(s, 't'));
	return s->n < from.n;
}

/* "2:57 pm": turns the hour into one of 24. */
static void
take_half(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;
	bool pm;

	(void)gp_eat_spaces(&rest);
	pm = rest.n > 0 && gp_to_lower(rest.p[0]) == 'p';
	if (!pm && (rest.n == 0 || gp_to_lower(rest.p[0]) != 'a'))
		return;
	rest = gp_str_sub(rest, 1, rest.n);
	(void)gp_eat_char(&rest, '.');
	if (!gp_eat_words(&rest, "m"))
		return;
	(void)gp_eat_char(&rest, '.');
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

	if (!gp_eat_char(s, '+') && !gp_eat_char(s, '-'))
		return false;
	if (s->n >= 4 && gp_is_digit(s->p[2])) {
		struct gp_str h = gp_str_sub(*s, 0, 2);

		if (!gp_eat_number(&h, 2, 2, &hours))
			return false;
		*s = gp_str_sub(*s, 2, s->n);
	} else if (!gp_eat_number(s, 2, 2, &hours) || !gp_eat_char(s, ':')) {
		return false;
	}
	if (!gp_eat_number(s, 2, 2, &rest) || hours > 14 || rest > 59)
		return false;
	*minutes = (hours * 60 + rest) * (west ? -1 : 1);
	return true;
}

static void
take_zone(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;
	const struct gp_zone_name *z;

	(void)gp_eat_spaces(&rest);
	for (z = gp_zone_names; z->name && !d->has_zone; z++)
		if (gp_eat_words(&rest, z->name)) {
			d->has_zone = true;
			d->zone = z->minutes;
		}
	if (!d->has_zone)
		d->has_zone = take_offset(&rest, &d->zone);
	if (d->has_zone)
		*s = rest;
}

bool
gp_take_clock(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;
	struct gp_date t = *d;

	if (!gp_eat_number(&rest, 1, 2, &t.hour) ||
	    (!gp_eat_char(&rest, ':') && !gp_eat_char(&rest, '.') &&
	     !gp_eat_char(&rest, 'h')) ||
	    !gp_eat_number(&rest, 2, 2, &t.minute))
		return false;
	t.precision = GP_MINUTE;
	*s = rest;
	if (gp_eat_char(&rest, ':') && gp_eat_number(&rest, 2, 2, &t.second)) {
		t.precision = GP_SECOND;
		if (gp_eat_char(&rest, '.'))
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
bool
gp_take_moment(struct gp_str *s, struct gp_date *d, bool either)
{
	struct gp_str rest = *s;

	if (take_day(s, d, either)) {
		rest = *s;
		if (gp_skip_separators(&rest) && gp_take_clock(&rest, d))
			*s = rest;
		return true;
	}
	if (!gp_take_clock(&rest, d) || !gp_skip_separators(&rest))
		return false;
	gp_skip_weekday(&rest);
	if (!take_day(&rest, d, either))
		return false;
	*s = rest;
	return true;
}
