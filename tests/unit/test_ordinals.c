/* Counting in digits, letters and Roman numerals, and reading them again. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text/ordinals.h"

static const struct ordinal_row {
	long number;
	enum gp_ordinal as;
	const char *want;
} rows[] = {
	{ 12, GP_ORDINAL_NUMBER, "12" },
	{ -3, GP_ORDINAL_NUMBER, "-3" },
	{ 1, GP_ORDINAL_LOWER, "a" },
	{ 26, GP_ORDINAL_UPPER, "Z" },
	{ 27, GP_ORDINAL_LOWER, "aa" },
	{ 703, GP_ORDINAL_LOWER, "aaa" },
	{ 4, GP_ORDINAL_LOWER_ROMAN, "iv" },
	{ 1994, GP_ORDINAL_UPPER_ROMAN, "MCMXCIV" },
	{ 3888, GP_ORDINAL_LOWER_ROMAN, "mmmdccclxxxviii" },
};

static void
comes_back(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct gp_buf b = { .max = 64 };
		long number = 0;

		gp_ordinal_put(&b, rows[i].as, rows[i].number);
		assert_string_equal(b.data, rows[i].want);
		assert_true(
			gp_ordinal_read(gp_buf_view(&b), rows[i].as, &number));
		assert_int_equal(number, rows[i].number);
		gp_buf_free(&b);
	}
}

static void
what_cannot_be_counted_is_put_in_digits(void **state)
{
	struct gp_buf b = { .max = 64 };

	(void)state;
	gp_ordinal_put(&b, GP_ORDINAL_LOWER, 0);
	gp_buf_putc(&b, ' ');
	gp_ordinal_put(&b, GP_ORDINAL_UPPER_ROMAN, 4000);
	assert_string_equal(b.data, "0 4000");
	gp_buf_free(&b);
}

static void
what_is_no_number_is_not_read(void **state)
{
	long n;

	(void)state;
	assert_false(gp_ordinal_read(GP_STR(""), GP_ORDINAL_NUMBER, &n));
	assert_false(gp_ordinal_read(GP_STR("-"), GP_ORDINAL_NUMBER, &n));
	assert_false(gp_ordinal_read(GP_STR("1a"), GP_ORDINAL_NUMBER, &n));
	assert_false(
		gp_ordinal_read(GP_STR("1234567890"), GP_ORDINAL_NUMBER, &n));
	assert_false(gp_ordinal_read(GP_STR("A"), GP_ORDINAL_LOWER, &n));
	assert_false(gp_ordinal_read(GP_STR("abcdef"), GP_ORDINAL_LOWER, &n));
	assert_false(
		gp_ordinal_read(GP_STR("iiii"), GP_ORDINAL_LOWER_ROMAN, &n));
	assert_false(gp_ordinal_read(GP_STR("ix"), GP_ORDINAL_UPPER_ROMAN, &n));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(comes_back),
		cmocka_unit_test(what_cannot_be_counted_is_put_in_digits),
		cmocka_unit_test(what_is_no_number_is_not_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
