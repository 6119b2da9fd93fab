/* Dates as data: text to numbers by the shape of ISO 8601, numbers to the
   texts that outputs want, days to seconds and back.  The day numbers follow
   Howard Hinnant's chrono-compatible civil calendar algorithms (2013).  It
   knows no grammar of dates that people write, and no today. */
#include "base/date.h"

#include <stdio.h>

static const char *const month_names[] = { "January", "February", "March",
	                                   "April",   "May",      "June",
	                                   "July",    "August",   "September",
	                                   "October", "November", "December" };

enum { DAY_SECONDS = 86400, EPOCH_SHIFT = 719468, ERA_DAYS = 146097 };

/* As XML Schema has it, and so the schemas of feeds. */
enum { MAX_ZONE = 14 * 60, LAST_SECOND = 59 };

static bool
is_leap(int y)
{
	return (y % 4 == 0 && y % 100 != 0) || y % 400 == 0;
}

static int
month_days(int y, int m)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30,
		                    31, 31, 30, 31, 30, 31 };

	return m == 2 && is_leap(y) ? 29 : days[m - 1];
}

static int64_t
days_from_civil(int y, int m, int d)
{
	int64_t year = m <= 2 ? y - 1 : y;
	int64_t era = year / 400;
	int64_t yoe = year - era * 400;
	int64_t doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
	int64_t doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * ERA_DAYS + doe - EPOCH_SHIFT;
}

static void
civil_from_days(int64_t days, struct gp_date *out)
{
	int64_t z = days + EPOCH_SHIFT;
	int64_t era = z / ERA_DAYS;
	int64_t doe = z - era * ERA_DAYS;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;

	out->day = (int)(doy - (153 * mp + 2) / 5 + 1);
	out->month = (int)(mp < 10 ? mp + 3 : mp - 9);
	out->year = (int)(yoe + era * 400 + (out->month <= 2));
}

/* The zone is a real one, and in UTC too the year has four digits. */
static bool
zone_fits(const struct gp_date *d)
{
	struct gp_date utc;

	return d->zone >= -MAX_ZONE && d->zone <= MAX_ZONE &&
	       gp_date_from_seconds(gp_date_seconds(d), &utc);
}

bool
gp_date_valid(const struct gp_date *d)
{
	if (d->precision == GP_NO_DATE || d->year < 1 || d->year > 9999)
		return false;
	if (d->precision >= GP_MONTH && (d->month < 1 || d->month > 12))
		return false;
	if (d->precision >= GP_DAY &&
	    (d->day < 1 || d->day > month_days(d->year, d->month)))
		return false;
	if (d->precision >= GP_MINUTE &&
	    (d->hour < 0 || d->hour > 23 || d->minute < 0 || d->minute > 59))
		return false;
	if (d->precision >= GP_SECOND && (d->second < 0 || d->second > 60))
		return false;
	return d->precision < GP_MINUTE || !d->has_zone || zone_fits(d);
}

/* Takes exactly `count` digits off the front. */
static bool
digits(struct gp_str *s, size_t count, int *out)
{
	size_t i;

	if (s->n < count)
		return false;
	*out = 0;
	for (i = 0; i < count; i++) {
		if (!gp_is_digit(s->p[i]))
			return false;
		*out = *out * 10 + (s->p[i] - '0');
	}
	*s = gp_str_sub(*s, count, s->n);
	return true;
}

static bool
take_character(struct gp_str *s, char c)
{
	if (s->n == 0 || s->p[0] != c)
		return false;
	*s = gp_str_sub(*s, 1, s->n);
	return true;
}

/* Takes one digit or more. */
static bool
skip_digits(struct gp_str *s)
{
	size_t n = 0;

	while (n < s->n && gp_is_digit(s->p[n]))
		n++;
	*s = gp_str_sub(*s, n, s->n);
	return n > 0;
}

static bool
parse_zone(struct gp_str *s, struct gp_date *d)
{
	int hours, minutes;
	bool east = s->n > 0 && s->p[0] == '+';

	if (take_character(s, 'Z') || take_character(s, 'z')) {
		d->has_zone = true;
		return true;
	}
	if (!take_character(s, '+') && !take_character(s, '-'))
		return true;
	if (!digits(s, 2, &hours))
		return false;
	(void)take_character(s, ':');
	if (!digits(s, 2, &minutes) || minutes > 59)
		return false;
	d->has_zone = true;
	d->zone = (hours * 60 + minutes) * (east ? 1 : -1);
	return true;
}

static bool
parse_time(struct gp_str *s, struct gp_date *d)
{
	if (!digits(s, 2, &d->hour) || !take_character(s, ':') ||
	    !digits(s, 2, &d->minute))
		return false;
	d->precision = GP_MINUTE;
	if (take_character(s, ':')) {
		if (!digits(s, 2, &d->second))
			return false;
		d->precision = GP_SECOND;
		if (take_character(s, '.') && !skip_digits(s))
			return false;
	}
	return parse_zone(s, d);
}

bool
gp_date_parse(struct gp_str s, struct gp_date *out)
{
	struct gp_date d = { .precision = GP_YEAR };

	if (!digits(&s, 4, &d.year))
		return false;
	if (take_character(&s, '-')) {
		if (!digits(&s, 2, &d.month))
			return false;
		d.precision = GP_MONTH;
	}
	if (d.precision == GP_MONTH && take_character(&s, '-')) {
		if (!digits(&s, 2, &d.day))
			return false;
		d.precision = GP_DAY;
	}
	if (d.precision == GP_DAY &&
	    (take_character(&s, 'T') || take_character(&s, 't') ||
	     take_character(&s, ' ')) &&
	    !parse_time(&s, &d))
		return false;
	if (s.n || !gp_date_valid(&d))
		return false;
	*out = d;
	return true;
}

static void
format_zone(const struct gp_date *d, char out[8])
{
	int east = d->zone < 0 ? -d->zone : d->zone;

	if (!d->has_zone || d->zone == 0)
		(void)snprintf(out, 8, "%s", d->has_zone ? "Z" : "");
	else
		(void)snprintf(out, 8, "%c%02d:%02d", d->zone < 0 ? '-' : '+',
		               east / 60 % 100, east % 60);
}

void
gp_date_iso(const struct gp_date *d, char out[GP_DATE_TEXT])
{
	char zone[8];

	format_zone(d, zone);
	switch (d->precision) {
	case GP_NO_DATE:
		out[0] = '\0';
		return;
	case GP_YEAR:
		(void)snprintf(out, GP_DATE_TEXT, "%04d", d->year);
		return;
	case GP_MONTH:
		(void)snprintf(out, GP_DATE_TEXT, "%04d-%02d", d->year,
		               d->month);
		return;
	case GP_DAY:
		(void)snprintf(out, GP_DATE_TEXT, "%04d-%02d-%02d", d->year,
		               d->month, d->day);
		return;
	case GP_MINUTE:
		(void)snprintf(out, GP_DATE_TEXT, "%04d-%02d-%02dT%02d:%02d%s",
		               d->year, d->month, d->day, d->hour, d->minute,
		               zone);
		return;
	case GP_SECOND:
		(void)snprintf(out, GP_DATE_TEXT,
		               "%04d-%02d-%02dT%02d:%02d:%02d%s", d->year,
		               d->month, d->day, d->hour, d->minute, d->second,
		               zone);
	}
}

/* Fills in the earliest moment that fits what was given.  A leap second
   becomes the one before it: XML Schema knows none. */
static struct gp_date
complete(const struct gp_date *d)
{
	struct gp_date full = *d;

	if (d->precision < GP_MONTH)
		full.month = 1;
	if (d->precision < GP_DAY)
		full.day = 1;
	if (d->precision < GP_MINUTE)
		full.hour = full.minute = 0;
	if (d->precision < GP_SECOND)
		full.second = 0;
	if (full.second > LAST_SECOND)
		full.second = LAST_SECOND;
	if (!d->has_zone)
		full.zone = 0;
	full.has_zone = true;
	full.precision = GP_SECOND;
	return full;
}

void
gp_date_rfc3339(const struct gp_date *d, char out[GP_DATE_TEXT])
{
	struct gp_date full = complete(d);

	gp_date_iso(d->precision == GP_NO_DATE ? d : &full, out);
}

void
gp_date_utc(const struct gp_date *d, char out[GP_DATE_TEXT])
{
	struct gp_date utc;

	out[0] = '\0';
	if (gp_date_from_seconds(gp_date_seconds(d), &utc))
		gp_date_iso(&utc, out);
}

void
gp_date_long(const struct gp_date *d, char out[GP_DATE_TEXT])
{
	const char *month =
		d->precision >= GP_MONTH ? month_names[d->month - 1] : "";

	if (d->precision >= GP_DAY)
		(void)snprintf(out, GP_DATE_TEXT, "%d %s %d", d->day, month,
		               d->year);
	else if (d->precision == GP_MONTH)
		(void)snprintf(out, GP_DATE_TEXT, "%s %d", month, d->year);
	else if (d->precision == GP_YEAR)
		(void)snprintf(out, GP_DATE_TEXT, "%d", d->year);
	else
		out[0] = '\0';
}

int64_t
gp_date_seconds(const struct gp_date *d)
{
	struct gp_date f = complete(d);
	int64_t days = days_from_civil(f.year, f.month, f.day);

	return days * DAY_SECONDS + f.hour * 3600 + (f.minute - f.zone) * 60 +
	       f.second;
}

bool
gp_date_from_seconds(int64_t seconds, struct gp_date *out)
{
	static const int64_t first = INT64_C(-62135596800);
	static const int64_t last = INT64_C(253402300799);
	int64_t days, rest;

	if (seconds < first || seconds > last)
		return false;
	days = seconds / DAY_SECONDS;
	rest = seconds % DAY_SECONDS;
	if (rest < 0) {
		rest += DAY_SECONDS;
		days--;
	}
	*out = (struct gp_date){ .precision = GP_SECOND, .has_zone = true };
	civil_from_days(days, out);
	out->hour = (int)(rest / 3600);
	out->minute = (int)(rest / 60 % 60);
	out->second = (int)(rest % 60);
	return true;
}

int
gp_date_cmp(const struct gp_date *a, const struct gp_date *b)
{
	int64_t x = gp_date_seconds(a), y = gp_date_seconds(b);

	return (x > y) - (x < y);
}

int
gp_date_weekday(const struct gp_date *d)
{
	int64_t days = days_from_civil(d->year, d->month, d->day);

	return (int)(((days + 3) % 7 + 7) % 7);
}
