/* Words as they are compared: base/text/fold.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text/fold.h"
#include "base/text/name_opening.h"
#include "base/utf8.h"

static void
characters(void **state)
{
	(void)state;
	assert_int_equal(gp_fold_char('A'), 'a');
	assert_int_equal(gp_fold_char('7'), '7');
	assert_int_equal(gp_fold_char(0xC9), 0xE9);
	assert_int_equal(gp_fold_char(0x410), 0x430);
	assert_int_equal(gp_fold_char(0x10400), 0x10428);
	assert_int_equal(gp_fold_char(0x4E2D), 0x4E2D);
	assert_int_equal(gp_fold_char('_'), 0);
	assert_int_equal(gp_fold_char(' '), 0);
	assert_int_equal(gp_fold_char(0x2019), 0);
	assert_int_equal(gp_fold_char(0), 0);
	assert_int_equal(gp_fold_char(GP_UTF8_BAD), 0);
}

static void
words(void **state)
{
	static const char *const rows[][2] = {
		{ "Fish & Chips", "fish chips" },
		{ "  \u201CIt\u2019s\u201D \u2014 it's!  ", "its its" },
		{ "CAF\u00C9\u00A0R\u00C9DACTION", "caf\u00E9 r\u00E9daction" },
		{ "a-b_c/d", "a b c d" },
		{ "a \xFF\xFE b", "a b" },
		{ "the states' own", "the states own" },
		{ "'' \u2019", "" },
		{ "", "" },
		{ "...", "" },
	};
	struct gp_buf out = { .max = 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		gp_buf_clear(&out);
		gp_buf_putc(&out, '>');
		gp_fold_words(gp_str(rows[i][0]), &out);
		assert_string_equal(out.data + 1, rows[i][1]);
	}
	gp_buf_free(&out);
}

static void
rows_of_tables(void **state)
{
	static const char *const rows[] = { "written by", "\u00E9crit par",
		                            "d\u2019", "by", NULL };

	(void)state;
	assert_null(gp_name_opening_fault());
	assert_int_equal(gp_fold_says(GP_STR("Written By me"), rows[0]), 10);
	assert_int_equal(gp_fold_says(GP_STR("written"), rows[0]), 0);
	assert_int_equal(gp_fold_says(GP_STR(""), rows[0]), 0);
	assert_int_equal(gp_fold_first(GP_STR("WORDS")), 'w');
	assert_int_equal(gp_fold_first(GP_STR("\u00C9T\u00C9")), '\xC3');
	assert_int_equal(gp_fold_first(GP_STR("(c)")), '(');
	assert_int_equal(gp_fold_first(GP_STR("")), 0);
	assert_int_equal(gp_fold_says_any(GP_STR("By Ann"), rows), 2);
	assert_int_equal(gp_fold_says_any(GP_STR("\u00C9CRIT PAR Ann"), rows),
	                 10);
	assert_int_equal(gp_fold_says_any(GP_STR("D\u2019Ann"), rows), 4);
	assert_int_equal(gp_fold_says_any(GP_STR("Ann"), rows), 0);
	assert_int_equal(gp_fold_says_any(GP_STR(""), rows), 0);
}

static void
one_by_one(void **state)
{
	size_t i = 0;

	(void)state;
	assert_int_equal(gp_fold_next(GP_STR("- A, b."), &i), 'a');
	assert_int_equal(gp_fold_next(GP_STR("- A, b."), &i), ' ');
	assert_int_equal(gp_fold_next(GP_STR("- A, b."), &i), 'b');
	assert_int_equal(gp_fold_next(GP_STR("- A, b."), &i), 0);
	assert_int_equal(gp_fold_next(GP_STR("- A, b."), &i), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters),
		cmocka_unit_test(words),
		cmocka_unit_test(rows_of_tables),
		cmocka_unit_test(one_by_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
