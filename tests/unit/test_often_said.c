/* Warnings that most articles have: told once, and those of few each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "pack/often_said.h"

/* What becomes of `n` articles without a source, of so many. */
static struct gp_diag *
said(size_t n, size_t articles)
{
	struct gp_diag *d = gp_diag_new();
	size_t i;

	gp_diag_add(d, GP_WARNING, "no-date", "first.txt", 0, "no date");
	for (i = 0; i < n; i++)
		gp_diag_add(d, GP_WARNING, "no-source", "a.txt", 0, "none");
	gp_diag_add(d, GP_NOTE, "dropped", "last.txt", 7, "a line");
	gp_often_said(d, articles);
	return d;
}

static void
check(size_t n, size_t articles, size_t left)
{
	struct gp_diag *d = said(n, articles);

	assert_int_equal(gp_diag_count_code(d, "no-source"), left);
	assert_int_equal(gp_diag_count_code(d, "no-date"), 1);
	assert_int_equal(gp_diag_count_code(d, "dropped"), 1);
	gp_diag_free(d);
}

static void
few_are_told_each(void **state)
{
	(void)state;
	check(0, 0, 0);
	check(1, 1, 1);
	check(2, 2, 2);
	check(3, 6, 3);
	check(4, 100, 4);
}

static void
most_are_told_once(void **state)
{
	(void)state;
	check(3, 3, 1);
	check(3, 5, 1);
	check(4, 6, 1);
}

static void
the_others_keep_their_order(void **state)
{
	struct gp_diag *d = said(3, 4);

	(void)state;
	assert_string_equal(gp_diag_at(d, 0)->file, "first.txt");
	assert_string_equal(gp_diag_at(d, 1)->file, "last.txt");
	assert_string_equal(gp_diag_at(d, 2)->file, "");
	assert_non_null(strstr(gp_diag_at(d, 2)->text, "3 of 4 articles"));
	assert_null(gp_diag_at(d, 3));
	gp_diag_free(d);
}

static void
nobody_need_listen(void **state)
{
	(void)state;
	gp_often_said(NULL, 3);
	gp_diag_take_out(NULL, "x");
	assert_int_equal(gp_diag_count_code(NULL, "x"), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(few_are_told_each),
		cmocka_unit_test(most_are_told_once),
		cmocka_unit_test(the_others_keep_their_order),
		cmocka_unit_test(nobody_need_listen),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
