/* The claims about dates as evidence.  What each place is worth stands in one
   table; a time in UTC is of the day that readers saw, where the page says
   which; a date that a page shows without a word is one of change when its
   head says so.  It does not choose. */
#include "normalise/says/date_evidence.h"
#include "normalise/says/claim_words.h"
#include "normalise/says/date_address.h"
#include "normalise/says/dateline.h"

#include "normalise/rules/sites.h"

enum {
	OLDEST = 1800,
	FIRST_PAGES = 1991, /* of the web */
	A_DAY = 86400,
	/* Hours: the day begins up to 12 later in the west, and 14 earlier in
	   the east (RFC 3339 names no bounds; these are the zones in use). */
	WEST = 12,
	EAST = 24 - 14,
};

/* Trust in a date by where it is said.  The places that name one day add
   theirs up.  The file's own word outweighs all the others together; what a
   page's address says, and what stands far from the title, counts where
   nothing else does.  Head and page weigh alike and JSON-LD less, which many a
   system fills with the day of its last run: of 1221 dates of three public
   sets (htmldate's, trafilatura's, WCXB) 1054 are right so, and 1045 with 12
   for data and 8 for the page. */
static const int place_trust[] = {
	[GP_SAID_BY_FILE] = 40,   [GP_SAID_IN_DATA] = 8,
	[GP_SAID_IN_META] = 10,   [GP_SAID_IN_PAGE] = 10,
	[GP_SAID_NEARBY] = 4,     [GP_SAID_IN_OPENING] = 4,
	[GP_SAID_IN_ADDRESS] = 6, [GP_SAID_FAR] = 2,
	[GP_SAID_IN_PASSING] = 1, [GP_SAID_ASTRAY] = 1,
};

/* ---- "03/04/2015" ---- */

/* One reading only: the day is the number over 12. */
static enum gp_date_order
order_by(const struct gp_judged_claim *c)
{
	struct gp_str value = c->said->value;
	struct gp_found_date found;
	size_t slash = gp_str_find(value, GP_STR("/"), 0);

	if (slash + 3 > value.n ||
	    !gp_dateline_find(value, GP_ORDER_UNKNOWN, &found, NULL) ||
	    found.date.day <= 12)
		return GP_ORDER_UNKNOWN;
	return value.p[0] - '0' == found.date.day / 10 ? GP_DAY_FIRST
	                                               : GP_MONTH_FIRST;
}

/* As the rule file says, or the language has it; by the other dates where it
   does not say. */
static enum gp_date_order
order_of(struct gp_work *w)
{
	static const enum gp_date_order by_rule[] = {
		[GP_DATES_DMY] = GP_DAY_FIRST,
		[GP_DATES_MDY] = GP_MONTH_FIRST,
		[GP_DATES_YMD] = GP_ORDER_UNKNOWN,
	};
	struct gp_str lang = w->doc->lang;
	struct gp_judged_claim *c = NULL;
	enum gp_date_order order = GP_ORDER_UNKNOWN;

	if (w->how->site &&
	    gp_site_file_of(w->how->site)->dates != GP_DATES_UNSAID)
		return by_rule[gp_site_file_of(w->how->site)->dates];
	if (gp_str_eq_nocase(lang, GP_STR("en-US")))
		return GP_MONTH_FIRST;
	if (lang.n > 2 || !gp_str_eq_nocase(lang, GP_STR("en")))
		return GP_DAY_FIRST;
	while (order == GP_ORDER_UNKNOWN &&
	       (c = gp_claims_next(w, c, GP_CLAIM_DATE)) != NULL)
		order = order_by(c);
	return order;
}

/* ---- reading ---- */

static bool
is_default(const struct gp_date *d)
{
	return d->year < OLDEST ||
	       (d->year == 1970 && d->month == 1 && d->day == 1);
}

/* Midnight sharp is what programs write that know the day only. */
static void
drop_midnight(struct gp_date *d)
{
	if (d->precision > GP_DAY && d->hour == 0 && d->minute == 0 &&
	    d->second == 0) {
		d->precision = GP_DAY;
		d->has_zone = false;
	}
}

/* Seconds since 1970, or thousandths: ten digits or thirteen. */
static bool
read_seconds(struct gp_str s, struct gp_date *out)
{
	int64_t seconds = 0;
	size_t i;

	if ((s.n != 10 && s.n != 13) || s.p[0] != '1')
		return false;
	for (i = 0; i < s.n; i++) {
		if (!gp_is_digit(s.p[i]))
			return false;
		if (i < 10)
			seconds = seconds * 10 + (s.p[i] - '0');
	}
	return gp_date_from_seconds(seconds, out);
}

/* The part of a line between bars or dots in the middle that holds `raw`, which
   is a view of it: "Jane Smith | 4 March 2024, 16:52". */
static size_t
bytes_of_part(struct gp_str line, struct gp_str raw)
{
	static const char *const bars[] = { "|", "\u00B7", "\u2022", NULL };
	size_t at = gp_str_find(line, raw, 0), from = 0, to = line.n, k, next;

	for (k = 0; bars[k]; k++) {
		struct gp_str bar = gp_str(bars[k]);

		for (next = gp_str_find(line, bar, 0); next < at;
		     next = gp_str_find(line, bar, next + bar.n))
			from = next + bar.n > from ? next + bar.n : from;
		if (next < to)
			to = next;
	}
	return to > from ? to - from : line.n;
}

/* Far from the title a date is the article's only when it is labelled, or
   nearly all there is and no older than the web. */
static bool
stands_out(const struct gp_found_date *found, const struct gp_claim *c)
{
	if (c->place != GP_SAID_FAR && c->place != GP_SAID_IN_PASSING &&
	    c->place != GP_SAID_ASTRAY)
		return true;
	return found->labelled ||
	       (found->raw.n * 2 >= bytes_of_part(c->value, found->raw) &&
	        found->date.year >= FIRST_PAGES);
}

static bool
read_words(const struct gp_claim *c, enum gp_date_order order,
           struct gp_said_date *d, bool *unclear)
{
	struct gp_found_date found;

	if (c->place == GP_SAID_IN_OPENING
	            ? !gp_dateline_open(c->value, order, &found)
	            : !gp_dateline_find(c->value, order, &found, unclear))
		return false;
	if (!stands_out(&found, c) ||
	    (found.of_other && c->place != GP_SAID_BY_FILE &&
	     c->place != GP_SAID_IN_DATA))
		return false;
	d->date = found.date;
	d->modified |= found.role == GP_MODIFIED;
	return true;
}

static bool
read_claim(const struct gp_claim *c, enum gp_date_order order,
           struct gp_said_date *d, bool *unclear)
{
	bool read;

	d->modified = c->modified;
	if (c->place == GP_SAID_IN_ADDRESS)
		read = gp_date_in_address(c->value, &d->date);
	else if (gp_date_parse(c->value, &d->date))
		read = d->date.precision >= GP_DAY ||
		       c->place == GP_SAID_BY_FILE ||
		       c->place == GP_SAID_IN_META ||
		       c->place == GP_SAID_IN_DATA;
	else
		read = read_seconds(c->value, &d->date) ||
		       read_words(c, order, d, unclear);
	return read && !is_default(&d->date);
}

/* The day as it is written, whatever its zone. */
static int64_t
day_of(const struct gp_date *date)
{
	struct gp_date day = *date;

	if (day.precision > GP_DAY)
		day.precision = GP_DAY;
	day.has_zone = false;
	return gp_date_seconds(&day) / A_DAY;
}

/* A byline may hold a date too: "By Jane Smith, 3 June 2019". */
static bool
may_be_dated(const struct gp_claim *c)
{
	if (!c->in_article && c->place != GP_SAID_BY_FILE)
		return false;
	return c->kind == GP_CLAIM_DATE ||
	       (c->kind == GP_CLAIM_BYLINE &&
	        (c->place == GP_SAID_IN_PAGE || c->place == GP_SAID_NEARBY));
}

static void
collect(struct gp_work *w, struct gp_said_dates *s)
{
	enum gp_date_order order = order_of(w);
	struct gp_judged_claim *c;

	for (c = w->doc->claims; c && s->n < GP_MOST_DATES; c = c->next) {
		struct gp_said_date d = { .claim = c };

		if (!may_be_dated(c->said) ||
		    !read_claim(c->said, order, &d, &s->unclear))
			continue;
		drop_midnight(&d.date);
		d.weight = place_trust[c->said->place];
		d.day = day_of(&d.date);
		s->all[s->n++] = d;
	}
}

/* ---- times in UTC ---- */

static bool
is_utc(const struct gp_date *d)
{
	return d->precision > GP_DAY && d->has_zone && d->zone == 0;
}

/* True when the moment of `utc` is of the day of `local` somewhere: -1 the
   day before its own, 1 the one behind it. */
static bool
is_next_day(const struct gp_said_date *utc, const struct gp_said_date *local)
{
	int64_t by = local->day - utc->day;

	return (by == -1 && utc->date.hour < WEST) ||
	       (by == 1 && utc->date.hour >= EAST);
}

/* What the places weigh together, each counted once, that tell a day of their
   own: the one given. */
static int
weight_of_day(const struct gp_said_dates *s, int64_t day, bool modified)
{
	bool seen[GP_SAID_ASTRAY + 1] = { false };
	int sum = 0;
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct gp_said_date *o = &s->all[i];

		if (o->day != day || o->modified != modified ||
		    is_utc(&o->date) || o->date.precision < GP_DAY ||
		    seen[o->claim->said->place])
			continue;
		seen[o->claim->said->place] = true;
		sum += o->weight;
	}
	return sum;
}

/* What is written in UTC is of the day that readers saw: where what tells a
   day of its own tells rather the one beside it, it is that. */
static void
move_to_local(struct gp_said_dates *s, struct gp_said_date *utc)
{
	int own = weight_of_day(s, utc->day, utc->modified);
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct gp_said_date *o = &s->all[i];

		if (o->modified != utc->modified || is_utc(&o->date) ||
		    o->date.precision < GP_DAY || !is_next_day(utc, o) ||
		    weight_of_day(s, o->day, o->modified) <= own)
			continue;
		utc->day = o->day;
		utc->is_moved = true;
		return;
	}
}

static void
settle_zones(struct gp_said_dates *s)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (is_utc(&s->all[i].date))
			move_to_local(s, &s->all[i]);
}

/* ---- what is seen ---- */

static bool
is_for_programs(const struct gp_said_date *d)
{
	return d->claim->said->place == GP_SAID_BY_FILE ||
	       d->claim->said->place == GP_SAID_IN_DATA ||
	       d->claim->said->place == GP_SAID_IN_META;
}

static bool
is_stated(const struct gp_said_dates *s, int64_t day, bool modified)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (is_for_programs(&s->all[i]) && s->all[i].day == day &&
		    s->all[i].modified == modified)
			return true;
	return false;
}

/* A page may show when it was changed and not say so: its head does. */
static void
settle_seen(struct gp_said_dates *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct gp_said_date *d = &s->all[i];

		if (!is_for_programs(d) &&
		    d->claim->said->place != GP_SAID_IN_ADDRESS &&
		    is_stated(s, d->day, true) && !is_stated(s, d->day, false))
			d->modified = true;
	}
}

/* ---- what nothing tells the matter of ---- */

static bool
is_astray(const struct gp_said_date *d)
{
	return d->claim->said->place == GP_SAID_ASTRAY;
}

/* The month that the page's address names is that of `d`. */
static bool
is_in_month(const struct gp_said_dates *s, const struct gp_said_date *d)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (s->all[i].claim->said->place == GP_SAID_IN_ADDRESS &&
		    s->all[i].date.year == d->date.year &&
		    s->all[i].date.month == d->date.month)
			return true;
	return false;
}

/* No other of them is of another day, but for changes. */
static bool
is_only_day(const struct gp_said_dates *s, const struct gp_said_date *d)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (is_astray(&s->all[i]) && s->all[i].day != d->day &&
		    s->all[i].modified == d->modified)
			return false;
	return true;
}

/* Days that stand anywhere count when they are one, or in the month that the
   address has. */
static void
settle_astray(struct gp_said_dates *s)
{
	bool counts[GP_MOST_DATES];
	size_t i, n = 0;

	for (i = 0; i < s->n; i++)
		counts[i] = !is_astray(&s->all[i]) ||
		            is_in_month(s, &s->all[i]) ||
		            is_only_day(s, &s->all[i]);
	for (i = 0; i < s->n; i++)
		if (counts[i])
			s->all[n++] = s->all[i];
	s->n = n;
}

void
gp_said_dates_read(struct gp_work *w, struct gp_said_dates *out)
{
	collect(w, out);
	settle_zones(out);
	settle_seen(out);
	settle_astray(out);
}
