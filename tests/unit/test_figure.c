/*
 * Figures of tables: which words are amounts, which stand for one that is
 * wanting, and where the decimals begin.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "normalise/text/figure.h"

static const char *const figures[] = {
	"0",     "7",     "1,204",        "1 204,50", "1\u202F204",
	"1'204", "-3.5",  "\u22123.5",    "+4",       "£4.2m",
	"£-4",   "-£4",   "US$ 12",       "(1,234)",  "(£4.20)",
	"12 %",  "0.5%",  "411*",         "411 (r)",  "\u00B12",
	"<5",    "3 EUR", "12,50 \u20AC", "2015",     " 8 ",
};
static const char *const words[] = {
	"",           "Mill",       "007",   "020 7946", "12 boats",
	"2024-01-02", "10\u201312", "09:30", "1.2.",     "4 of 5",
	"(3",         "£",          "-",     "12am",     "1, 2",
};
static const char *const wanting[] = { "",  "-",   "\u2013", "..", "N/A",
	                               ":", "[x]", " – ",    "nil" };

static void
test_amounts(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof figures / sizeof *figures; i++)
		if (!gp_is_figure(gp_str(figures[i])))
			fail_msg("no figure: %s", figures[i]);
	for (i = 0; i < sizeof words / sizeof *words; i++)
		if (gp_is_figure(gp_str(words[i])))
			fail_msg("a figure: %s", words[i]);
}

static void
test_wanting(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof wanting / sizeof *wanting; i++)
		if (!gp_is_no_figure(gp_str(wanting[i])))
			fail_msg("not seen to be wanting: %s", wanting[i]);
	assert_false(gp_is_no_figure(GP_STR("0")));
	assert_false(gp_is_no_figure(GP_STR("none of them")));
}

static void
assert_point(const char *text, char sign, unsigned digits, bool is_sure)
{
	struct gp_figure_point point = gp_figure_point(gp_str(text));

	assert_int_equal(point.sign, sign);
	assert_int_equal(point.digits, digits);
	assert_int_equal(point.is_sure, is_sure);
}

static void
test_points(void **state)
{
	(void)state;
	assert_point("1,204.50", '.', 2, true);
	assert_point("1.204,5", ',', 1, true);
	assert_point("3,5 %", ',', 1, true);
	assert_point("£4.2m", '.', 1, true);
	assert_point("1,204", ',', 3, false);
	assert_point("1,204,000", ',', 3, false);
	assert_point("12", '\0', 0, false);
	assert_point("12.", '\0', 0, false);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_amounts),
		cmocka_unit_test(test_wanting),
		cmocka_unit_test(test_points),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
