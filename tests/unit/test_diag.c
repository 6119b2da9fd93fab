/* Findings: order, counts, the cap, texts that are too long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/diag.h"
#include "base/limits.h"
#include "base/utf8.h"

/* Finding `i`, which must be there. */
static const struct gp_finding *
row(const struct gp_diag *d, size_t i)
{
	static const struct gp_finding none;
	const struct gp_finding *f = gp_diag_at(d, i);

	assert_non_null(f);
	return f ? f : &none;
}

static void
in_order_of_discovery(void **state)
{
	struct gp_diag *d = gp_diag_new();
	char file[] = "a.txt";
	const struct gp_finding *f;

	(void)state;
	gp_diag_add(d, GP_NOTE, "first", file, 12, "%s %d", "one", 1);
	file[0] = 'x';
	gp_diag_add(d, GP_WARNING, "second", NULL, 0, "two");
	f = row(d, 0);
	assert_int_equal(f->level, GP_NOTE);
	assert_string_equal(f->code, "first");
	assert_string_equal(f->file, "a.txt");
	assert_int_equal(f->line, 12);
	assert_string_equal(f->text, "one 1");
	f = row(d, 1);
	assert_int_equal(f->level, GP_WARNING);
	assert_string_equal(f->file, "");
	assert_null(gp_diag_at(d, 2));
	assert_null(gp_diag_at(d, SIZE_MAX));
	assert_int_equal(gp_diag_count(d, GP_NOTE), 2);
	assert_int_equal(gp_diag_count(d, GP_WARNING), 1);
	gp_diag_free(d);
}

static void
nothing(void **state)
{
	struct gp_diag *d = gp_diag_new();

	(void)state;
	assert_int_equal(gp_diag_count(d, GP_NOTE), 0);
	assert_null(gp_diag_at(d, 0));
	gp_diag_free(d);
	gp_diag_free(NULL);
	gp_diag_add(NULL, GP_NOTE, "x", "x", 0, "x");
}

static void
the_cap_says_so(void **state)
{
	struct gp_diag *d = gp_diag_new();
	size_t i;

	(void)state;
	for (i = 0; i < GP_MAX_FINDINGS; i++)
		gp_diag_add(d, GP_NOTE, "x", "a", 1, "%zu", i);
	assert_int_equal(gp_diag_count(d, GP_NOTE), GP_MAX_FINDINGS);
	assert_int_equal(gp_diag_count(d, GP_WARNING), 0);
	assert_null(gp_diag_at(d, GP_MAX_FINDINGS));
	for (i = 0; i < 10; i++)
		gp_diag_add(d, GP_NOTE, "x", "a", 1, "more");
	assert_int_equal(gp_diag_count(d, GP_NOTE), GP_MAX_FINDINGS + 1);
	assert_string_equal(row(d, GP_MAX_FINDINGS - 1)->text, "19999");
	assert_string_equal(row(d, GP_MAX_FINDINGS)->code, "findings-cut");
	assert_null(gp_diag_at(d, GP_MAX_FINDINGS + 1));
	gp_diag_free(d);
}

/* Long names and texts reach the limit of memory before that of findings:
   no finding may then be empty, and the last one says that more went. */
static void
memory_runs_out_before_the_cap(void **state)
{
	struct gp_diag *d = gp_diag_new();
	char name[4000], text[1001];
	const struct gp_finding *f;
	size_t i, n;

	(void)state;
	memset(name, 'n', sizeof name - 1);
	name[sizeof name - 1] = '\0';
	memset(text, 't', sizeof text - 1);
	text[sizeof text - 1] = '\0';
	for (i = 0; i < GP_MAX_FINDINGS; i++)
		gp_diag_add(d, GP_NOTE, "x", name, 1, "%s", text);
	n = gp_diag_count(d, GP_NOTE);
	assert_true(n > 0);
	for (i = 0; i < n; i++) {
		f = row(d, i);
		assert_true(strlen(f->text) > 0);
		assert_true(i + 1 == n || strlen(f->file) > 0);
	}
	if (n < GP_MAX_FINDINGS)
		assert_string_equal(row(d, n - 1)->code, "findings-cut");
	gp_diag_free(d);
}

static void
texts_are_one_clean_line(void **state)
{
	struct gp_diag *d = gp_diag_new();
	char text[3000] = "";
	const char *got;
	size_t i;

	(void)state;
	for (i = 0; i + 4 < sizeof text; i += 3)
		memcpy(text + i, "\xE2\x82\xAC", 4);
	gp_diag_add(d, GP_NOTE, "x", "a", 1, "1%s", text);
	gp_diag_add(d, GP_NOTE, "x", "a", 1, "12%s", text);
	gp_diag_add(d, GP_NOTE, "x", "a", 1, "a\n\x1b[31mb");
	for (i = 0; i < 2; i++) {
		got = row(d, i)->text;
		assert_int_equal(gp_utf8_valid(gp_str(got)), strlen(got));
		assert_true(strlen(got) > 900);
	}
	got = row(d, 2)->text;
	assert_null(strpbrk(got, "\n\x1b"));
	gp_diag_free(d);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_order_of_discovery),
		cmocka_unit_test(nothing),
		cmocka_unit_test(the_cap_says_so),
		cmocka_unit_test(memory_runs_out_before_the_cap),
		cmocka_unit_test(texts_are_one_clean_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
