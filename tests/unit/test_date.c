/* Dates: every day of the calendar there and back, the forms that are read
   and refused, zones, the edges of the years. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>

#include "base/date.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

static struct gp_date
date(const char *text)
{
	struct gp_date d = { .precision = GP_NO_DATE };

	if (!gp_date_parse(gp_str(text), &d))
		fail_msg("\"%s\" is not read", text);
	return d;
}

/* A calendar of its own, day by day. */
static int
days_in(int year, int month)
{
	bool leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0);

	if (month == 2)
		return leap ? 29 : 28;
	return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

static void
one_day(int64_t days, int year, int month, int day)
{
	struct gp_date d = {
		.precision = GP_DAY, .year = year, .month = month, .day = day
	};
	struct gp_date back;
	int64_t seconds = days * 86400;

	if (!gp_date_valid(&d) || gp_date_seconds(&d) != seconds ||
	    gp_date_weekday(&d) != (int)(days + 719162) % 7 ||
	    !gp_date_from_seconds(seconds + 86399, &back) ||
	    back.year != year || back.month != month || back.day != day ||
	    back.hour != 23 || back.minute != 59 || back.second != 59)
		fail_msg("%04d-%02d-%02d", year, month, day);
}

/* 1 January of the year 1 was a Monday, 719162 days before the epoch. */
static void
every_day(void **state)
{
	int64_t days = -719162;
	int year, month, day;

	(void)state;
	for (year = 1; year <= 9999; year++)
		for (month = 1; month <= 12; month++)
			for (day = 1; day <= days_in(year, month); day++)
				one_day(days++, year, month, day);
	assert_int_equal(days, 2932897);
}

static void
no_such_day(void **state)
{
	char text[40];
	int year, month, day;
	struct gp_date d;

	(void)state;
	for (year = 1896; year <= 2404; year++)
		for (month = 0; month <= 13; month++)
			for (day = 0; day <= 32; day++) {
				bool real = month >= 1 && month <= 12 &&
				            day >= 1 &&
				            day <= days_in(year, month);

				(void)snprintf(text, sizeof text,
				               "%04d-%02d-%02d", year, month,
				               day);
				if (gp_date_parse(gp_str(text), &d) != real)
					fail_msg("%s", text);
			}
}

struct form {
	const char *in, *iso, *rfc3339, *utc, *text;
};

static const struct form forms[] = {
	{ "2015", "2015", "2015-01-01T00:00:00Z", "2015-01-01T00:00:00Z",
	  "2015" },
	{ "2015-09", "2015-09", "2015-09-01T00:00:00Z", "2015-09-01T00:00:00Z",
	  "September 2015" },
	{ "2015-09-03", "2015-09-03", "2015-09-03T00:00:00Z",
	  "2015-09-03T00:00:00Z", "3 September 2015" },
	{ "0001-01-01", "0001-01-01", "0001-01-01T00:00:00Z",
	  "0001-01-01T00:00:00Z", "1 January 1" },
	{ "9999-12-31", "9999-12-31", "9999-12-31T00:00:00Z",
	  "9999-12-31T00:00:00Z", "31 December 9999" },
	{ "2000-02-29", "2000-02-29", "2000-02-29T00:00:00Z",
	  "2000-02-29T00:00:00Z", "29 February 2000" },
	{ "2015-09-25T14:57", "2015-09-25T14:57", "2015-09-25T14:57:00Z",
	  "2015-09-25T14:57:00Z", "25 September 2015" },
	{ "2015-09-25 14:57", "2015-09-25T14:57", "2015-09-25T14:57:00Z",
	  "2015-09-25T14:57:00Z", "25 September 2015" },
	{ "2015-09-25T14:57:03", "2015-09-25T14:57:03", "2015-09-25T14:57:03Z",
	  "2015-09-25T14:57:03Z", "25 September 2015" },
	{ "2015-09-25T14:57:03.999Z", "2015-09-25T14:57:03Z",
	  "2015-09-25T14:57:03Z", "2015-09-25T14:57:03Z", "25 September 2015" },
	{ "2015-09-25T00:30+01:00", "2015-09-25T00:30+01:00",
	  "2015-09-25T00:30:00+01:00", "2015-09-24T23:30:00Z",
	  "25 September 2015" },
	{ "2015-12-31T23:30:00-05:30", "2015-12-31T23:30:00-05:30",
	  "2015-12-31T23:30:00-05:30", "2016-01-01T05:00:00Z",
	  "31 December 2015" },
	{ "2015-09-25T14:57-00:30", "2015-09-25T14:57-00:30",
	  "2015-09-25T14:57:00-00:30", "2015-09-25T15:27:00Z",
	  "25 September 2015" },
	{ "2015-09-25T14:57+14:00", "2015-09-25T14:57+14:00",
	  "2015-09-25T14:57:00+14:00", "2015-09-25T00:57:00Z",
	  "25 September 2015" },
	{ "2015-09-25T14:57-14:00", "2015-09-25T14:57-14:00",
	  "2015-09-25T14:57:00-14:00", "2015-09-26T04:57:00Z",
	  "25 September 2015" },
	{ "2015-09-25T14:57+00:00", "2015-09-25T14:57Z", "2015-09-25T14:57:00Z",
	  "2015-09-25T14:57:00Z", "25 September 2015" },
	{ "1900-03-01T00:00Z", "1900-03-01T00:00Z", "1900-03-01T00:00:00Z",
	  "1900-03-01T00:00:00Z", "1 March 1900" },
};

static void
forms_read_and_written(void **state)
{
	char out[GP_DATE_TEXT];
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(forms); i++) {
		struct gp_date d = date(forms[i].in);

		assert_true(gp_date_valid(&d));
		gp_date_iso(&d, out);
		assert_string_equal(out, forms[i].iso);
		gp_date_rfc3339(&d, out);
		assert_string_equal(out, forms[i].rfc3339);
		gp_date_utc(&d, out);
		assert_string_equal(out, forms[i].utc);
		gp_date_long(&d, out);
		assert_string_equal(out, forms[i].text);
	}
}

static void
forms_refused(void **state)
{
	static const char *const bad[] = {
		"",
		" ",
		"x",
		"0000",
		"0000-01-01",
		"15",
		"201",
		"20155",
		"2015-",
		"2015-9",
		"2015-00",
		"2015-13",
		"2015-1-01",
		"2015-09-",
		"2015-09-1",
		"2015-09-00",
		"2015-09-31",
		"2015-02-31",
		"2015-02-30",
		"2015-02-29",
		"1900-02-29",
		"2100-02-29",
		"2015-04-31",
		"-2015-01-01",
		"+2015-01-01",
		" 2015-01-01",
		"2015-01-01 ",
		"2015-01-01\n",
		"2015/01/01",
		"20150101",
		"2015-0101",
		"01-02-2015",
		"2015-W40",
		"2015-268",
		"2015-01-01T",
		"2015-01-01T1",
		"2015-01-01T12",
		"2015-01-01T12:",
		"2015-01-01T12:3",
		"2015-01-01T24:00",
		"2015-01-01T25:00",
		"2015-01-01T12:60",
		"2015-01-01T12:30:",
		"2015-01-01T12:30:5",
		"2015-01-01T12:30:61",
		"2015-01-01T12:30:05.",
		"2015-01-01T12:30:05.Z",
		"2015-01-01T12:30.5",
		"2015-01-01T12:30:05,5",
		"2015-01-01T12:30 Z",
		"2015-01-01T12:30ZZ",
		"2015-01-01T12:30Z ",
		"2015-01-01T12:30+",
		"2015-01-01T12:30+1",
		"2015-01-01T12:30+01",
		"2015-01-01T12:30+01:",
		"2015-01-01T12:30+01:0",
		"2015-01-01T12:30+01:60",
		"2015-01-01T12:30+15:00",
		"2015-01-01T12:30-24:00",
		"2015-01-01T12:30+14:01",
		"2015-01-01T12:30-14:30",
		"2015-01-01T12:30+01:00x",
		"2015-01-01Z",
		"2015-01-01+01:00",
		"2015Z",
		"2015-01-01T12:30 +01:00",
		"2015-01-01  12:30",
		"20I5-01-01",
		"2015-01-O1",
		"\xD9\xA2\xD9\xA0\xD9\xA1\xD9\xA5",
		/* In UTC these lie outside the years 1 to 9999. */
		"9999-12-31T23:30-05:00",
		"0001-01-01T00:30+01:00",
	};
	struct gp_date d = { .precision = GP_SECOND, .year = 7 };
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(bad); i++)
		if (gp_date_parse(gp_str(bad[i]), &d))
			fail_msg("\"%s\" is read", bad[i]);
	assert_false(gp_date_parse(GP_STR("2015\0"), &d));
	assert_false(gp_date_parse((struct gp_str){ NULL, 0 }, &d));
	/* A refusal leaves the result alone. */
	assert_int_equal(d.year, 7);
	assert_int_equal(d.precision, GP_SECOND);
}

/* RFC 3339 has second 60, the schemas of feeds have not: what is printed
   stays below it and in the same minute. */
static void
leap_second(void **state)
{
	struct gp_date d = date("2016-12-31T23:59:60Z");
	char out[GP_DATE_TEXT];

	(void)state;
	gp_date_iso(&d, out);
	assert_string_equal(out, "2016-12-31T23:59:60Z");
	gp_date_rfc3339(&d, out);
	assert_string_equal(out, "2016-12-31T23:59:59Z");
	gp_date_utc(&d, out);
	assert_string_equal(out, "2016-12-31T23:59:59Z");
	d = date("9999-12-31T23:59:60Z");
	gp_date_utc(&d, out);
	assert_string_equal(out, "9999-12-31T23:59:59Z");
}

static void
no_date(void **state)
{
	struct gp_date d = { .precision = GP_NO_DATE };
	char out[GP_DATE_TEXT] = "x";

	(void)state;
	assert_false(gp_date_valid(&d));
	gp_date_iso(&d, out);
	assert_string_equal(out, "");
	out[0] = 'x';
	gp_date_long(&d, out);
	assert_string_equal(out, "");
	out[0] = 'x';
	gp_date_utc(&d, out);
	assert_string_equal(out, "");
	out[0] = 'x';
	gp_date_rfc3339(&d, out);
	assert_string_equal(out, "");
}

static void
seconds_at_the_edges(void **state)
{
	struct gp_date d;
	char out[GP_DATE_TEXT];

	(void)state;
	assert_true(gp_date_from_seconds(-1, &d));
	gp_date_iso(&d, out);
	assert_string_equal(out, "1969-12-31T23:59:59Z");
	assert_true(gp_date_from_seconds(INT64_C(-62135596800), &d));
	gp_date_iso(&d, out);
	assert_string_equal(out, "0001-01-01T00:00:00Z");
	assert_true(gp_date_from_seconds(INT64_C(253402300799), &d));
	gp_date_iso(&d, out);
	assert_string_equal(out, "9999-12-31T23:59:59Z");
	assert_false(gp_date_from_seconds(INT64_C(-62135596801), &d));
	assert_false(gp_date_from_seconds(INT64_C(253402300800), &d));
	assert_false(gp_date_from_seconds(INT64_MIN, &d));
	assert_false(gp_date_from_seconds(INT64_MAX, &d));
	d = date("2001-09-09T01:46:40Z");
	assert_int_equal(gp_date_seconds(&d), 1000000000);
	d = date("2038-01-19T03:14:08Z");
	assert_int_equal(gp_date_seconds(&d), INT64_C(2147483648));
}

static int
cmp(const char *a, const char *b)
{
	struct gp_date x = date(a), y = date(b);
	int order = gp_date_cmp(&x, &y);

	assert_int_equal(gp_date_cmp(&y, &x), -order);
	return order;
}

static void
order_in_time(void **state)
{
	struct gp_date none = { .precision = GP_NO_DATE };
	struct gp_date first = date("0001-01-01");

	(void)state;
	assert_int_equal(cmp("2015", "2015-01-01T00:00Z"), 0);
	assert_int_equal(cmp("2015-09", "2015-09-01"), 0);
	assert_true(cmp("2015-09-25T00:30+01:00", "2015-09-25") < 0);
	assert_true(cmp("2015-09-25T23:30-01:00", "2015-09-26") > 0);
	assert_int_equal(cmp("2015-06-01T12:00+01:00", "2015-06-01T11:00Z"), 0);
	assert_true(cmp("0001-01-01", "9999-12-31") < 0);
	assert_true(gp_date_cmp(&none, &first) < 0);
}

/* Fields set by hand, each one step over its edge. */
static void
validity(void **state)
{
	static const struct gp_date bad[] = {
		{ GP_YEAR, 0, 1, 1, 0, 0, 0, false, 0 },
		{ GP_YEAR, 10000, 1, 1, 0, 0, 0, false, 0 },
		{ GP_YEAR, -1, 1, 1, 0, 0, 0, false, 0 },
		{ GP_MONTH, 2015, 0, 1, 0, 0, 0, false, 0 },
		{ GP_MONTH, 2015, 13, 1, 0, 0, 0, false, 0 },
		{ GP_DAY, 2015, 2, 31, 0, 0, 0, false, 0 },
		{ GP_DAY, 2015, -1, 1, 0, 0, 0, false, 0 },
		{ GP_MINUTE, 2015, 1, 1, 24, 0, 0, false, 0 },
		{ GP_MINUTE, 2015, 1, 1, -1, 0, 0, false, 0 },
		{ GP_MINUTE, 2015, 1, 1, 0, 60, 0, false, 0 },
		{ GP_SECOND, 2015, 1, 1, 0, 0, 61, false, 0 },
		{ GP_SECOND, 2015, 1, 1, 0, 0, -1, false, 0 },
	};
	static const struct gp_date good = { GP_YEAR, 2015, 99,    99, 99,
		                             99,      99,   false, 0 };
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(bad); i++)
		if (gp_date_valid(&bad[i]))
			fail_msg("row %zu", i);
	/* Fields beyond the precision say nothing. */
	assert_true(gp_date_valid(&good));
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day),
		cmocka_unit_test(no_such_day),
		cmocka_unit_test(forms_read_and_written),
		cmocka_unit_test(forms_refused),
		cmocka_unit_test(leap_second),
		cmocka_unit_test(no_date),
		cmocka_unit_test(seconds_at_the_edges),
		cmocka_unit_test(order_in_time),
		cmocka_unit_test(validity),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
