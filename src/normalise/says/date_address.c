/* The day in an address: numbers that begin a part of the path, a year that
   can be one first.  "/2021/10/20-places" counts twenty places, so that a day
   between strokes ends with one.  It knows no host. */
#include "normalise/says/date_address.h"
#include "normalise/says/date_take.h"
#include "normalise/says/date_words.h"

#include "base/text/uri.h"

enum { FIRST_YEAR = 1990, LAST_YEAR = 2099 };

/* The path of the innermost address: archives keep the old one in theirs. */
static struct gp_str
path_of(struct gp_str url)
{
	size_t scheme, at, i;

	for (at = i = 0; i < url.n; i++)
		if (gp_web_scheme(gp_str_sub(url, i, url.n)) > 0)
			at = i;
	url = gp_str_sub(url, at, url.n);
	scheme = gp_web_scheme(url);
	url = gp_str_sub(url, scheme + gp_web_authority(url).n, url.n);
	for (i = 0; i < url.n && url.p[i] != '?' && url.p[i] != '#';)
		i++;
	return gp_str_sub(url, 0, i);
}

static bool
take_sign(struct gp_str *s, char *sign)
{
	static const char signs[] = "/-_.";
	size_t i;

	for (i = 0; i < sizeof signs - 1; i++)
		if (gp_eat_char(s, signs[i])) {
			*sign = signs[i];
			return true;
		}
	return false;
}

/* "10", or "oct" as a part of the path. */
static bool
take_month(struct gp_str *s, int *month)
{
	struct gp_str rest = *s;
	size_t n = 0;

	if (gp_eat_number(s, 1, 2, month))
		return true;
	while (n < rest.n && gp_is_alpha(rest.p[n]))
		n++;
	*month = n >= 3 ? gp_month_of(gp_str_sub(rest, 0, n)) : 0;
	if (*month == 0 || n == rest.n || rest.p[n] != '/')
		return false;
	*s = gp_str_sub(rest, n, rest.n);
	return true;
}

static bool
is_fit(const struct gp_date *d)
{
	return d->year >= FIRST_YEAR && d->year <= LAST_YEAR &&
	       gp_date_valid(d);
}

/* "20211020": the whole of a word. */
static bool
read_run(struct gp_str s, struct gp_date *out)
{
	int all;

	if (!gp_eat_number(&s, 8, 8, &all) || (s.n > 0 && gp_is_alpha(s.p[0])))
		return false;
	*out = (struct gp_date){ .precision = GP_DAY,
		                 .year = all / 10000,
		                 .month = all / 100 % 100,
		                 .day = all % 100 };
	return is_fit(out);
}

/* Behind the month: its day, which makes `d` one of a day. */
static void
read_day(struct gp_str s, struct gp_date *d)
{
	struct gp_date day = *d;
	char sign;

	if (!take_sign(&s, &sign) || !gp_eat_number(&s, 1, 2, &day.day))
		return;
	if (s.n > 0 && (gp_is_alpha(s.p[0]) || (sign == '/' && s.p[0] != '/')))
		return;
	day.precision = GP_DAY;
	if (gp_date_valid(&day))
		*d = day;
}

/* "2021/10/20/", "2021/1020/", "2021/10/" */
static bool
read_parts(struct gp_str s, struct gp_date *out)
{
	struct gp_date d = { .precision = GP_MONTH };
	struct gp_str rest;
	char sign;
	int both;

	if (!gp_eat_number(&s, 4, 4, &d.year) || !take_sign(&s, &sign))
		return false;
	rest = s;
	if (sign == '/' && gp_eat_number(&rest, 4, 4, &both)) {
		d.precision = GP_DAY;
		d.month = both / 100;
		d.day = both % 100;
	} else if (take_month(&s, &d.month)) {
		read_day(s, &d);
		if (d.precision == GP_MONTH &&
		    (sign != '/' || (s.n > 0 && s.p[0] != '/')))
			return false;
	} else {
		return false;
	}
	*out = d;
	return is_fit(&d);
}

bool
gp_date_in_address(struct gp_str url, struct gp_date *out)
{
	struct gp_str path = path_of(url), at;
	struct gp_date d;
	bool any = false;
	size_t i;

	for (i = 1; i < path.n; i++) {
		if (!gp_is_digit(path.p[i]) || gp_is_alnum(path.p[i - 1]))
			continue;
		at = gp_str_sub(path, i, path.n);
		if (!read_run(at, &d) && !read_parts(at, &d))
			continue;
		if (!any || d.precision > out->precision)
			*out = d;
		any = true;
	}
	return any;
}
