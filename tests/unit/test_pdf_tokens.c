/* The tokens and values of PDF: what each is, and where it ends. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/limits.h"
#include "base/pdf/tokens.h"

static void
tokens(void **state)
{
	static const char text[] = "12 (a\\)(b)) <41> <</K[/N]>>%x\nTj-.5";
	static const char *const wanted[] = { "12", "(a\\)(b))", "<41>", "<<",
		                              "/K", "[",         "/N",   "]",
		                              ">>", "Tj-.5" };
	struct gp_str s = gp_str(text), token;
	size_t at = 0, i;

	(void)state;
	for (i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		token = gp_tokens_next(s, &at);
		assert_true(gp_str_eq(token, gp_str(wanted[i])));
	}
	assert_int_equal(gp_tokens_next(s, &at).n, 0);
	assert_int_equal(at, s.n);
	at = 0;
	assert_int_equal(gp_tokens_next(GP_STR(" (a\\)"), &at).n, 0);
	assert_int_equal(at, 1);
}

static void
values(void **state)
{
	static const struct {
		const char *text;
		size_t n; /* of the value; 0: none */
	} rows[] = {
		{ "12 0 R 5", 6 },
		{ "12 0 5", 2 },
		{ "-12 0 R", 3 },
		{ "[1 [2] <<>>] 3", 12 },
		{ "<< /A [ >> ]", 0 },
		{ "[ 1", 0 },
		{ "]", 0 },
		{ "(a", 0 },
		{ "<4", 0 },
		{ "", 0 },
		{ "  /Name x", 5 },
		{ "12 1 R", 2 },
		{ "[12 1 R]", 0 },
		{ "/ x", 0 },
		{ "-.5", 3 },
		{ "1.2.3", 0 },
		{ "-", 0 },
		{ "null", 4 },
	};
	char deep[2 * GP_MAX_PDF_DEPTH + 4];
	size_t i, at;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		at = 0;
		assert_int_equal(gp_tokens_value(gp_str(rows[i].text), &at).n,
		                 rows[i].n);
	}
	memset(deep, '[', GP_MAX_PDF_DEPTH + 1);
	memset(deep + GP_MAX_PDF_DEPTH + 1, ']', GP_MAX_PDF_DEPTH + 1);
	deep[2 * GP_MAX_PDF_DEPTH + 2] = '\0';
	at = 0;
	assert_int_equal(gp_tokens_value(gp_str(deep), &at).n, 0);
	deep[2 * GP_MAX_PDF_DEPTH + 1] = '\0';
	at = 0;
	assert_int_equal(gp_tokens_value(gp_str(deep + 1), &at).n,
	                 2 * GP_MAX_PDF_DEPTH);
}

static void
numbers(void **state)
{
	size_t n;

	(void)state;
	assert_true(
		gp_tokens_number(GP_STR("18446744073709551615"), SIZE_MAX, &n));
	assert_true(n == SIZE_MAX);
	assert_false(
		gp_tokens_number(GP_STR("18446744073709551616"), SIZE_MAX, &n));
	assert_false(gp_tokens_number(GP_STR("11"), 10, &n));
	assert_true(gp_tokens_number(GP_STR("10"), 10, &n));
	assert_false(gp_tokens_number(GP_STR("7"), 5, &n));
	assert_false(gp_tokens_number(GP_STR(""), SIZE_MAX, &n));
	assert_false(gp_tokens_number(GP_STR("-1"), SIZE_MAX, &n));
	assert_true(gp_tokens_reference(GP_STR("7 0 R"), 7, &n));
	assert_int_equal(n, 7);
	assert_false(gp_tokens_reference(GP_STR("7 0 R"), 6, &n));
	assert_false(gp_tokens_reference(GP_STR("7 1 R"), 9, &n));
	assert_false(gp_tokens_reference(GP_STR("7 0 R 8"), 9, &n));
}

/* ---- steps ---- */

/* The kinds of the steps through a value, a letter each; '-' where it is
   malformed. */
static void
is_walk(const char *text, bool foreign, const char *wanted)
{
	static const char letters[] = "-nNsxcw[]<>kR";
	struct gp_tokens_walk w = { .text = gp_str(text), .foreign = foreign };
	struct gp_str token;
	char got[32];
	size_t n = 0;

	do
		got[n++] = letters[gp_tokens_step(&w, &token)];
	while (w.depth > 0 && got[n - 1] != '-' && n + 1 < sizeof got);
	got[n] = '\0';
	assert_string_equal(got, wanted);
}

static void
steps(void **state)
{
	(void)state;
	is_walk("<</A 1/B[2 0 R(x)<41>]/C/D/E true>>", false, "<knk[Rsx]kNkc>");
	is_walk("7 8", false, "n");
	is_walk("[7 1 R]", false, "[nn-");
	is_walk("[7 1 R]", true, "[R]");
	is_walk("<</ / >>", true, "<kN>");
	is_walk("<</ / >>", false, "<-");
	is_walk("<<1 2>>", true, "<-");
	is_walk("<</A>>", true, "<k-");
	is_walk("[ >>", true, "[-");
	is_walk(">>", true, "-");
	is_walk("[ Tj ]", true, "[-");
	is_walk("[ (", true, "[-");
	is_walk("[ 1", true, "[n-");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tokens),
		cmocka_unit_test(values),
		cmocka_unit_test(numbers),
		cmocka_unit_test(steps),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
