/*
 * Dates as data: the proleptic Gregorian calendar, ISO 8601 and RFC 3339
 * text, English names.  Formats only: this module has no clock and knows no
 * time zone but the offset written beside a time.
 */
#ifndef GP_BASE_DATE_H
#define GP_BASE_DATE_H

#include "base/str.h"

#include <stdint.h>

/* How much of a date was given.  Nothing beyond it may be printed as known. */
enum gp_precision {
	GP_NO_DATE,
	GP_YEAR,
	GP_MONTH,
	GP_DAY,
	GP_MINUTE,
	GP_SECOND,
};

struct gp_date {
	enum gp_precision precision;
	int year; /* 1 to 9999 */
	int month, day;
	int hour, minute, second;
	bool has_zone;
	int zone; /* minutes east of UTC, when has_zone */
};

/* Reads YYYY, YYYY-MM, YYYY-MM-DD or YYYY-MM-DD(T| )HH:MM[:SS[.f]][Z|+HH:MM]
   (the zone's colon may be missing, T and Z may be small); the whole of `s`.
   False, and *out as it was, when it is none of these or no such day. */
bool
gp_date_parse(struct gp_str s, struct gp_date *out);

/* True when the date's fields up to its precision name a real moment, in UTC
   too in the years 1 to 9999. */
bool
gp_date_valid(const struct gp_date *d);

enum { GP_DATE_TEXT = 40 };

/* As given, no more: "2015-09-23", "2015-09-25T14:57". */
void
gp_date_iso(const struct gp_date *d, char out[GP_DATE_TEXT]);

/* RFC 3339 with everything: what was not given is the earliest moment, a time
   without a zone is taken as UTC, a leap second is the one before it.  ""
   when there is no date. */
void
gp_date_rfc3339(const struct gp_date *d, char out[GP_DATE_TEXT]);

/* The same moment in UTC: "2015-09-23T00:00:00Z"; "" when there is none. */
void
gp_date_utc(const struct gp_date *d, char out[GP_DATE_TEXT]);

/* "23 September 2015", "September 2015" or "2015": what was given of the
   day, in British order, no leading zero. */
void
gp_date_long(const struct gp_date *d, char out[GP_DATE_TEXT]);

/* Seconds since 1970-01-01T00:00:00Z (RFC 3339 rules as above). */
int64_t
gp_date_seconds(const struct gp_date *d);
/* The other way round, to the second, zone UTC; false outside years 1 to
   9999. */
bool
gp_date_from_seconds(int64_t seconds, struct gp_date *out);

/* Order in time, as less than, equal to or greater than zero. */
int
gp_date_cmp(const struct gp_date *a, const struct gp_date *b);

/* 0 Monday to 6 Sunday; precision must be a day or finer. */
int
gp_date_weekday(const struct gp_date *d);

#endif
