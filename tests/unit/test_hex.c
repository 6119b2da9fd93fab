/* Hexadecimal digits: base/hex.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/hex.h"

static void
each_byte_is_a_digit_or_none(void **state)
{
	const char *digits = "0123456789abcdefABCDEF", *at;
	int c, want;

	(void)state;
	for (c = 1; c < 256; c++) {
		at = strchr(digits, c);
		want = at ? (int)(at - digits) : -1;
		assert_int_equal(gp_hex_value((char)c),
		                 want > 15 ? want - 6 : want);
	}
	assert_int_equal(gp_hex_value('\0'), -1);
}

static void
there_and_back(void **state)
{
	char two[2];
	int i;

	(void)state;
	for (i = 0; i < 256; i++) {
		two[0] = gp_hex_digit((unsigned)i >> 4);
		two[1] = gp_hex_digit((unsigned)i);
		assert_int_equal(gp_hex_byte((struct gp_str){ two, 2 }, 0), i);
	}
}

static void
two_digits_or_none(void **state)
{
	(void)state;
	assert_int_equal(gp_hex_byte(GP_STR("%e9"), 1), 0xE9);
	assert_int_equal(gp_hex_byte(GP_STR("%e"), 1), -1);
	assert_int_equal(gp_hex_byte(GP_STR("%"), 1), -1);
	assert_int_equal(gp_hex_byte(GP_STR(""), 1), -1);
	assert_int_equal(gp_hex_byte(GP_STR("%eg"), 1), -1);
	assert_int_equal(gp_hex_byte(GP_STR("%ge"), 1), -1);
	assert_int_equal(gp_hex_byte(GP_STR("+1"), 0), -1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_byte_is_a_digit_or_none),
		cmocka_unit_test(there_and_back),
		cmocka_unit_test(two_digits_or_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
