/* The container alone: dates of entries, what is stored, what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "write/epub/container.h"

static unsigned
number(const struct gp_buf *b, size_t at, size_t size)
{
	unsigned n = 0;

	assert_true(at + size <= b->len);
	while (size--)
		n = n << 8 | (unsigned char)b->data[at + size];
	return n;
}

/* The day and time of the only entry of a container with this date. */
static unsigned
dos_date(const char *iso)
{
	struct gp_date d = { 0 };
	struct gp_container *c;
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	unsigned result;

	assert_true(gp_date_parse(gp_str(iso), &d));
	c = gp_container_new(&d);
	gp_container_store(c, "a", GP_STR(""));
	assert_true(gp_container_write(c, &b, &e));
	result = number(&b, 12, 2) << 16 | number(&b, 10, 2);
	gp_container_free(c);
	gp_buf_free(&b);
	return result;
}

static void
dates_are_utc_and_in_range(void **state)
{
	(void)state;
	assert_int_equal(dos_date("1970"), (1 << 5 | 1) << 16);
	assert_int_equal(dos_date("1980-01-01"), (1 << 5 | 1) << 16);
	assert_int_equal(dos_date("2015-03-01T01:02:03+02:00"),
	                 (35u << 9 | 2 << 5 | 28) << 16 | 23 << 11 | 2 << 5 |
	                         1);
	assert_int_equal(dos_date("2107-12-31"), (127u << 9 | 12 << 5 | 31)
	                                                 << 16);
	assert_int_equal(dos_date("9999"), (127u << 9 | 12 << 5 | 31) << 16 |
	                                           23 << 11 | 59 << 5 | 29);
}

static void
what_does_not_shrink_is_stored(void **state)
{
	static const struct gp_date date = { GP_YEAR, .year = 2015 };
	struct gp_container *c = gp_container_new(&date);
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };

	(void)state;
	gp_container_deflate(c, "short", GP_STR("x"));
	gp_container_deflate(c, "empty", GP_STR(""));
	assert_true(gp_container_write(c, &b, &e));
	assert_int_equal(number(&b, 8, 2), 0);
	assert_memory_equal(b.data + 30, "shortxPK", 8);
	gp_container_free(c);
	gp_buf_free(&b);
}

static void
one_name_twice_is_a_failure(void **state)
{
	static const struct gp_date date = { GP_YEAR, .year = 2015 };
	struct gp_container *c = gp_container_new(&date);
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };

	(void)state;
	gp_container_store(c, "a", GP_STR("1"));
	gp_container_store(c, "a", GP_STR("2"));
	assert_false(gp_container_write(c, &b, &e));
	assert_int_not_equal(e.code, GP_OK);
	gp_container_free(c);
	gp_buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_utc_and_in_range),
		cmocka_unit_test(what_does_not_shrink_is_stored),
		cmocka_unit_test(one_name_twice_is_a_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
