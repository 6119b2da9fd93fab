/* Raised and lowered words as plain text: signs of their own, marks of notes,
   endings, formulas as they are typed; and what the guard makes of them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/text/fold.h"
#include "base/text/raised.h"

struct raised_row {
	const char *before, *words;
	enum gp_raise how;
	const char *want;
};

static void
becomes(const struct raised_row *row)
{
	struct gp_buf b = { .max = 0 };
	size_t from;

	gp_buf_puts(&b, row->before);
	from = b.len;
	gp_buf_puts(&b, row->words);
	gp_raise(&b, from, row->how);
	assert_string_equal(b.data, row->want);
	gp_buf_free(&b);
}

static void
all_become(const struct raised_row *rows, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		becomes(&rows[i]);
}

static void
signs_of_their_own(void **state)
{
	static const struct raised_row rows[] = {
		{ "10", "6", GP_RAISED, "10⁶" },
		{ "10", "0123456789", GP_RAISED, "10⁰¹²³⁴⁵⁶⁷⁸⁹" },
		{ "10", "−4", GP_RAISED, "10⁻⁴" },
		{ "10", "-4", GP_RAISED, "10⁻⁴" },
		{ "10", "–4", GP_RAISED, "10⁻⁴" },
		{ "x", "n+1", GP_RAISED, "xⁿ⁺¹" },
		{ "CO", "2", GP_LOWERED, "CO₂" },
		{ "x", "1+2", GP_LOWERED, "x₁₊₂" },
		{ "10", " 6 ", GP_RAISED, "10 ⁶ " },
		{ "n", "o", GP_RAISED, "nº" },
		{ "1", "a", GP_RAISED, "1ª" },
	};

	(void)state;
	all_become(rows, sizeof rows / sizeof *rows);
}

static void
marks_of_notes(void **state)
{
	static const struct raised_row rows[] = {
		{ "2014", "1", GP_RAISED_NOTE, "2014[1]" },
		{ "2014", "[3]", GP_RAISED_NOTE, "2014[3]" },
		{ "2014", "[3]", GP_RAISED, "2014[3]" },
		{ "2014", "1,2", GP_RAISED, "2014[1,2]" },
		{ "2014", "1, 2", GP_RAISED, "2014[1, 2]" },
		{ "2014", "*", GP_RAISED, "2014*" },
		{ "2014", "†", GP_RAISED, "2014†" },
	};

	(void)state;
	all_become(rows, sizeof rows / sizeof *rows);
}

static void
words(void **state)
{
	static const struct raised_row rows[] = {
		{ "21", "st", GP_RAISED, "21st" },
		{ "M", "me", GP_RAISED, "Mme" },
		{ "1", "e", GP_RAISED, "1e" },
		{ "n", "os", GP_RAISED, "nos" },
		{ "price", "see the note", GP_RAISED, "price see the note" },
		{ "price ", "see the note", GP_RAISED, "price see the note" },
		{ "", "Photo: A. Person", GP_LOWERED, "Photo: A. Person" },
		{ "10", "", GP_RAISED, "10" },
		{ "10", " ", GP_RAISED, "10 " },
	};

	(void)state;
	all_become(rows, sizeof rows / sizeof *rows);
}

static void
as_it_is_typed(void **state)
{
	static const struct raised_row rows[] = {
		{ "x", "k", GP_RAISED, "x^k" },
		{ "x", "a/b", GP_RAISED, "x^(a/b)" },
		{ "10", "x", GP_RAISED, "10^x" },
		{ "2 x", "ab", GP_RAISED, "2 x^(ab)" },
		{ "x", "2k", GP_RAISED, "x^(2k)" },
		{ "v", "max", GP_LOWERED, "v_max" },
		{ "x", "i,j", GP_LOWERED, "x_(i,j)" },
		{ "e", "−x²", GP_RAISED, "e^(−x²)" },
		{ "2", "e", GP_RAISED_POWER, "2^e" },
		{ "x", "ab", GP_RAISED_POWER, "x^(ab)" },
		{ "x", "1,2", GP_RAISED_POWER, "x^(1,2)" },
		{ "x", "−1", GP_RAISED_POWER, "x⁻¹" },
		{ "x", "′", GP_RAISED_POWER, "x′" },
		{ "x", "ij", GP_LOWERED_INDEX, "x_ij" },
	};

	(void)state;
	all_become(rows, sizeof rows / sizeof *rows);
}

static void
only_whole(void **state)
{
	(void)state;
	assert_true(gp_raises_whole(GP_STR("12"), GP_RAISED));
	assert_false(gp_raises_whole(GP_STR("1a"), GP_RAISED));
	assert_false(gp_raises_whole(GP_STR(""), GP_RAISED));
	assert_false(gp_raises_whole(GP_STR("n"), GP_LOWERED));
}

/* A word is the same raised and lying. */
static void
is_the_same_word(void **state)
{
	struct gp_buf a = { .max = 0 }, b = { .max = 0 };

	(void)state;
	gp_fold_words(GP_STR("CO₂ 10⁰¹²³⁴⁵⁶⁷⁸⁹ x₀₁₉ nº 1ª xⁿⁱ ⁺⁻ ₊"), &a);
	gp_fold_words(GP_STR("CO2 100123456789 x019 no 1a xni"), &b);
	assert_string_equal(a.data, b.data);
	gp_buf_free(&a);
	gp_buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(signs_of_their_own),
		cmocka_unit_test(marks_of_notes),
		cmocka_unit_test(words),
		cmocka_unit_test(as_it_is_typed),
		cmocka_unit_test(only_whole),
		cmocka_unit_test(is_the_same_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
