/* Names of files as people see them and as lists keep them. */
#include "base/file_name.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct {
	const char *name;
	const char *shown, *written;
} rows[] = {
	{ "caf\u00E9.txt", "caf\u00E9.txt", "caf\u00E9.txt" },
	{ "", "", "" },
	{ "a\nb", "a\\nb", "a\\nb" },
	{ "a\\nb", "a\\nb", "a\\\\nb" },
	{ "a\x1B[1m", "a\\x1b[1m", "a\\x1b[1m" },
	{ "\xE9t\xC3", "\\xe9t\\xc3", "\\xe9t\\xc3" },
	{ "b\u202Etxt", "b\\xe2\\x80\\xaetxt", "b\\xe2\\x80\\xaetxt" },
	/* A joiner belongs to the word (Persian "mi-khaham"). */
	{ "\u0645\u06CC\u200C\u062E", "\u0645\u06CC\u200C\u062E",
	  "\u0645\u06CC\u200C\u062E" },
};

enum { ROWS = sizeof rows / sizeof *rows };

static void
reads_as(struct gp_str name, const char *want)
{
	assert_true(gp_str_eq(name, gp_str(want)));
}

static void
every_byte_is_seen(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	size_t i;

	(void)state;
	for (i = 0; i < ROWS; i++)
		assert_string_equal(gp_name_shown(a, gp_str(rows[i].name)).p,
		                    rows[i].shown);
	gp_arena_free(a);
}

static void
what_is_shown_stays(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	size_t i;

	(void)state;
	for (i = 0; i < ROWS; i++)
		assert_string_equal(gp_name_shown(a, gp_str(rows[i].shown)).p,
		                    rows[i].shown);
	gp_arena_free(a);
}

static void
what_is_written_is_read(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_str written;
	size_t i;

	(void)state;
	for (i = 0; i < ROWS; i++) {
		written = gp_name_written(a, gp_str(rows[i].name));
		assert_string_equal(written.p, rows[i].written);
		reads_as(gp_name_read(a, written), rows[i].name);
	}
	reads_as(gp_name_read(a, GP_STR("a\\")), "a\\");
	reads_as(gp_name_read(a, GP_STR("\\x4")), "\\x4");
	reads_as(gp_name_read(a, GP_STR("\\q")), "\\q");
	gp_arena_free(a);
}

static void
a_name_has_an_end(void **state)
{
	static const char longest[9000] = { 'x' };
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_str name = { longest, sizeof longest };

	(void)state;
	/* NULs are four bytes each. */
	assert_int_equal(gp_name_shown(a, name).n, 4094 * 4 + 1);
	gp_arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_byte_is_seen),
		cmocka_unit_test(what_is_shown_stays),
		cmocka_unit_test(what_is_written_is_read),
		cmocka_unit_test(a_name_has_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
