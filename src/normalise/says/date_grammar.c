/* How people write a day and a time.  With the month as a word: the day, the
   month or the year first.  In numbers: the year first, else as the manner of
   reading has it, for "13/02/2015" has but one reading and "01/02/2015" two.
   It knows no line and no label, and not which of several dates counts. */
#include "normalise/says/date_grammar.h"
#include "normalise/says/date_take.h"
#include "normalise/says/date_words.h"

#include "base/text/fold.h"
#include "base/utf8.h"

/* ---- words ---- */

/* Letters of any script. */
static struct gp_str
word_at(struct gp_str s)
{
	size_t i = 0, end = 0;
	uint32_t c;

	while (end < s.n && !gp_is_digit(s.p[end])) {
		c = gp_utf8_next(s, &i);
		if (!gp_is_word_char(c))
			break;
		end = i;
	}
	return gp_str_sub(s, 0, end);
}

void
gp_skip_weekday(struct gp_str *s)
{
	struct gp_str rest = *s, word = word_at(rest);

	/* "Mar." is a month, whatever it is besides. */
	if (word.n == 0 || gp_month_of(word) > 0 || !gp_is_weekday(word))
		return;
	rest = gp_str_sub(rest, word.n, rest.n);
	(void)gp_eat_words(&rest, "-feira");
	(void)(gp_eat_char(&rest, '.') || gp_eat_char(&rest, ','));
	if (gp_eat_spaces(&rest))
		*s = rest;
}

/* What may stand behind the name of a month and belongs to it. */
static void
skip_month_end(struct gp_str *s)
{
	(void)gp_eat_words(s, " f\u00F3mhair"); /* Irish: of autumn */
	(void)gp_eat_char(s, '.');
}

static bool
take_month(struct gp_str *s, int *month)
{
	struct gp_str word = word_at(*s);

	*month = word.n >= 3 ? gp_month_of(word) : 0;
	if (*month == 0)
		return false;
	*s = gp_str_sub(*s, word.n, s->n);
	skip_month_end(s);
	return true;
}

static void
skip_ordinal(struct gp_str *s)
{
	static const char *const ends[] = { "st", "nd", "rd",     "th",
		                            "er", "re", "\u00BA", NULL };
	size_t i;

	for (i = 0; ends[i]; i++)
		if (gp_eat_words(s, ends[i]))
			return;
}

/* "of" between a day and its month, in the languages that have one. */
static void
skip_of(struct gp_str *s)
{
	static const char *const words[] = { "of", "de", "del", "di", NULL };
	struct gp_str rest = *s;
	size_t i;

	if (gp_eat_bytes(s, GP_STR("d'")) || gp_eat_bytes(s, GP_STR("d\u2019")))
		return;
	for (i = 0; words[i]; i++)
		if (gp_eat_words(&rest, words[i]) && gp_eat_spaces(&rest)) {
			*s = rest;
			return;
		}
}

/* ---- the day ---- */

/* After RFC 5322, 4.3: two digits are of 1950 to 2049, and three are what is
   left of a year from which a program took 1900. */
static int
full_year(int short_year)
{
	return short_year + (short_year < 50 ? 2000 : 1900);
}

static bool
take_year(struct gp_str *s, const struct gp_date_manner *how, int *year)
{
	if (gp_eat_number(s, 4, 4, year))
		return true;
	if (!how->marked || !gp_eat_number(s, 2, 2, year))
		return false;
	*year = full_year(*year);
	return true;
}

/* "15 10:00:00", or nothing behind "15": a number of what comes next is none
   of those, "9 Nov 15 people". */
static bool
ends_day(struct gp_str s)
{
	int hour;

	if (s.n == 0)
		return true;
	(void)gp_eat_char(&s, ',');
	return gp_eat_spaces(&s) && gp_eat_number(&s, 1, 2, &hour) &&
	       gp_eat_char(&s, ':');
}

/* The year behind a month that is a word. */
static bool
take_last_year(struct gp_str *s, const struct gp_date_manner *how, int *year)
{
	struct gp_str rest = *s;

	if (gp_eat_number(s, 4, 4, year))
		return true;
	if (!how->marked || !gp_eat_number(&rest, 2, 3, year) ||
	    !ends_day(rest))
		return false;
	*year = full_year(*year);
	*s = rest;
	return true;
}

/* Between the parts of a date whose month is a word. */
static bool
skip_gap(struct gp_str *s)
{
	return gp_eat_spaces(s) || gp_eat_char(s, '-') || gp_eat_char(s, '/');
}

/* "23rd of September, 2015", "23-Sep-2015", "23.September 2015" */
static bool
take_day_first(struct gp_str *s, struct gp_date *d,
               const struct gp_date_manner *how)
{
	struct gp_str rest = *s;
	bool dot;

	if (!gp_eat_number(&rest, 1, 2, &d->day))
		return false;
	skip_ordinal(&rest);
	dot = gp_eat_char(&rest, '.');
	if (!skip_gap(&rest) && !dot)
		return false;
	skip_of(&rest);
	if (!take_month(&rest, &d->month))
		return false;
	(void)gp_eat_char(&rest, ',');
	if (!skip_gap(&rest))
		return false;
	skip_of(&rest);
	if (!take_last_year(&rest, how, &d->year))
		return false;
	*s = rest;
	return true;
}

/* A month that a number follows: most words are none, and none is looked up
   that stands before something else. */
static bool
take_month_of_day(struct gp_str *s, int *month)
{
	size_t end = word_at(*s).n;
	struct gp_str behind = gp_str_sub(*s, end, s->n);

	skip_month_end(&behind);
	return end > 0 && skip_gap(&behind) && behind.n > 0 &&
	       gp_is_digit(behind.p[0]) && take_month(s, month);
}

/* "September 23rd, 2015" */
static bool
take_month_first(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!take_month_of_day(&rest, &d->month) || !skip_gap(&rest) ||
	    !gp_eat_number(&rest, 1, 2, &d->day))
		return false;
	skip_ordinal(&rest);
	(void)gp_eat_char(&rest, ',');
	if (!skip_gap(&rest) || !gp_eat_number(&rest, 4, 4, &d->year))
		return false;
	*s = rest;
	return true;
}

/* "2015. szeptember 23.", "2015 September 23" */
static bool
take_year_first(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!gp_eat_number(&rest, 4, 4, &d->year))
		return false;
	(void)(gp_eat_char(&rest, '.') || gp_eat_char(&rest, ','));
	if (!skip_gap(&rest) || !take_month(&rest, &d->month) ||
	    !skip_gap(&rest) || !gp_eat_number(&rest, 1, 2, &d->day))
		return false;
	(void)gp_eat_char(&rest, '.');
	*s = rest;
	return true;
}

/* A number and the sign for what it counts: 2015 and "year". */
static bool
take_counted(struct gp_str *s, size_t most, const char *chinese,
             const char *korean, int *out)
{
	struct gp_str rest = *s;

	if (!gp_eat_number(&rest, 1, most, out))
		return false;
	(void)gp_eat_spaces(&rest);
	if (!gp_eat_bytes(&rest, gp_str(chinese)) &&
	    !gp_eat_bytes(&rest, gp_str(korean)))
		return false;
	(void)gp_eat_spaces(&rest);
	*s = rest;
	return true;
}

/* Chinese, Japanese and Korean: each number with its sign. */
static bool
take_eastern(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!take_counted(&rest, 4, "\u5E74", "\uB144", &d->year) ||
	    !take_counted(&rest, 2, "\u6708", "\uC6D4", &d->month) ||
	    !take_counted(&rest, 2, "\u65E5", "\uC77C", &d->day))
		return false;
	*s = rest;
	return d->year > 99;
}

/* "2015-09-23", "2015/9/23", "2015.09.23" */
static bool
take_iso(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;
	char sign;

	if (!gp_eat_number(&rest, 4, 4, &d->year) || rest.n == 0)
		return false;
	sign = rest.p[0];
	if ((sign != '-' && sign != '/' && sign != '.') ||
	    !gp_eat_char(&rest, sign) ||
	    !gp_eat_number(&rest, 1, 2, &d->month) ||
	    !gp_eat_char(&rest, sign) || !gp_eat_number(&rest, 1, 2, &d->day))
		return false;
	*s = rest;
	return true;
}

/* "20150923", when eight digits can be nothing else. */
static bool
take_compact(struct gp_str *s, struct gp_date *d,
             const struct gp_date_manner *how)
{
	struct gp_str rest = *s;
	int all;

	if (!how->marked || !gp_eat_number(&rest, 8, 8, &all))
		return false;
	d->year = all / 10000;
	d->month = all / 100 % 100;
	d->day = all % 100;
	if (d->year < 1900 || d->year >= 2100 || !gp_date_valid(d))
		return false;
	*s = rest;
	return true;
}

/* Which of two numbers is the day; false when nobody knows. */
static bool
settle_order(struct gp_date *d, char sign, struct gp_date_manner *how)
{
	int first = d->day;
	bool swapped = d->month > 12;

	if (first <= 12 && d->month <= 12 && first != d->month && sign != '.') {
		how->unclear |= how->order == GP_ORDER_UNKNOWN;
		if (how->order == GP_ORDER_UNKNOWN)
			return false;
		swapped = how->order == GP_MONTH_FIRST;
	}
	if (swapped) {
		d->day = d->month;
		d->month = first;
	}
	return true;
}

/* "13/02/2015", "13.02.2015", "13-02-2015" and, where it is marked as a date,
   "13.02.15".  With dots the day is first wherever it is written so. */
static bool
take_numbers(struct gp_str *s, struct gp_date *d, struct gp_date_manner *how)
{
	struct gp_str rest = *s;
	char sign;

	if (!gp_eat_number(&rest, 1, 2, &d->day) || rest.n == 0)
		return false;
	sign = rest.p[0];
	if ((sign != '/' && sign != '.' && sign != '-') ||
	    !gp_eat_char(&rest, sign) ||
	    !gp_eat_number(&rest, 1, 2, &d->month) ||
	    !gp_eat_char(&rest, sign) || !take_year(&rest, how, &d->year) ||
	    !settle_order(d, sign, how))
		return false;
	*s = rest;
	return true;
}

static bool
take_day(struct gp_str *s, struct gp_date *d, struct gp_date_manner *how)
{
	if (s->n > 0 && !gp_is_digit(s->p[0]))
		return take_month_first(s, d);
	return take_iso(s, d) || take_day_first(s, d, how) ||
	       take_numbers(s, d, how) || take_year_first(s, d) ||
	       take_eastern(s, d) || take_compact(s, d, how);
}

/* ---- the time ---- */

/* Words between a day and a time. */
static bool
eat_at(struct gp_str *s)
{
	static const char *const words[] = { "at",   "um",  "kl", "klo",
		                             "alle", "ore", "om", NULL };
	size_t i;

	for (i = 0; words[i]; i++)
		if (gp_eat_words(s, words[i])) {
			(void)gp_eat_char(s, '.');
			return true;
		}
	return gp_eat_bytes(s, GP_STR("\u00E0 ")) ||
	       gp_eat_bytes(s, GP_STR("\u00E0s "));
}

static bool
skip_separators(struct gp_str *s)
{
	struct gp_str from = *s;

	while (gp_eat_spaces(s) || gp_eat_char(s, ',') || gp_eat_char(s, '|') ||
	       gp_eat_char(s, '@') || gp_eat_char(s, '/') || gp_eat_dash(s) ||
	       gp_eat_bytes(s, GP_STR("\u2022")) ||
	       gp_eat_bytes(s, GP_STR("\u00B7")) || eat_at(s))
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

/* "+0100", "+01:00"; hours alone, "+1", where they cannot end a span of
   time: "10:00-12". */
static bool
take_offset(struct gp_str *s, int *minutes)
{
	bool west = s->n > 0 && s->p[0] == '-';
	int hours = 0, rest = 0, both;

	if (!gp_eat_char(s, '+') && !gp_eat_char(s, '-'))
		return false;
	if (gp_eat_number(s, 4, 4, &both)) {
		hours = both / 100;
		rest = both % 100;
	} else if (!gp_eat_number(s, 1, 2, &hours) ||
	           (gp_eat_char(s, ':') ? !gp_eat_number(s, 2, 2, &rest)
	                                : west)) {
		return false;
	}
	if (hours > 14 || rest > 59)
		return false;
	*minutes = (hours * 60 + rest) * (west ? -1 : 1);
	return true;
}

/* "BST", "+0100", "GMT+0100", "GMT+1" */
static void
take_zone(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s, more;
	const struct gp_zone_name *z;
	int minutes;

	(void)gp_eat_spaces(&rest);
	for (z = gp_zone_names; z->name && !d->has_zone; z++)
		if (gp_eat_words(&rest, z->name)) {
			d->has_zone = true;
			d->zone = z->minutes;
		}
	more = rest;
	if ((!d->has_zone || d->zone == 0) && take_offset(&more, &minutes)) {
		d->has_zone = true;
		d->zone = minutes;
		rest = more;
	}
	if (d->has_zone)
		*s = rest;
}

/* "14:30 Uhr" */
static void
skip_hours_word(struct gp_str *s)
{
	struct gp_str rest = *s;

	(void)gp_eat_spaces(&rest);
	if (gp_eat_words(&rest, "uhr") || gp_eat_words(&rest, "hrs") ||
	    gp_eat_words(&rest, "h"))
		*s = rest;
}

static bool
take_clock(struct gp_str *s, struct gp_date *d)
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
	skip_hours_word(s);
	take_zone(s, &t);
	*d = t;
	return true;
}

/* ---- both ---- */

/* "Nov  9 10:00:00 2015", as C's asctime() has it, and with the zone before
   the year, as date(1) and others have it. */
static bool
take_time_within(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;

	if (!take_month_of_day(&rest, &d->month) || !gp_eat_spaces(&rest) ||
	    !gp_eat_number(&rest, 1, 2, &d->day) || !gp_eat_spaces(&rest) ||
	    !take_clock(&rest, d) || !gp_eat_spaces(&rest) ||
	    !gp_eat_number(&rest, 4, 4, &d->year))
		return false;
	*s = rest;
	return true;
}

/* A time that cannot be is none: the day stays. */
static void
take_time_behind(struct gp_str *s, struct gp_date *d)
{
	struct gp_str rest = *s;
	struct gp_date timed = *d;

	if (skip_separators(&rest) && take_clock(&rest, &timed) &&
	    gp_date_valid(&timed)) {
		*d = timed;
		*s = rest;
	}
}

/* "10:00, Monday 9 November 2015" */
static bool
take_time_before(struct gp_str *s, struct gp_date *d,
                 struct gp_date_manner *how)
{
	struct gp_str rest = *s;

	*d = (struct gp_date){ .precision = GP_DAY };
	if (!take_clock(&rest, d) || !skip_separators(&rest))
		return false;
	gp_skip_weekday(&rest);
	if (!take_day(&rest, d, how))
		return false;
	*s = rest;
	return true;
}

bool
gp_take_moment(struct gp_str *s, struct gp_date *d, struct gp_date_manner *how)
{
	struct gp_str rest = *s;
	struct gp_date read = { .precision = GP_DAY };

	if (take_day(&rest, &read, how)) {
		take_time_behind(&rest, &read);
	} else {
		rest = *s;
		read = (struct gp_date){ .precision = GP_DAY };
		if (!take_time_within(&rest, &read) &&
		    !take_time_before(&rest, &read, how))
			return false;
	}
	*d = read;
	*s = rest;
	return true;
}
