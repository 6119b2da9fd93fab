/* The table of writers: every row is whole, and no two are alike in what a
   user tells them apart by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/str.h"
#include "write/write.h"

enum { WIDEST = 80, WIDEST_SUMMARY = 65 };

static void
assert_narrow(struct gp_str text, size_t most)
{
	struct gp_str rest = text, line;

	assert_true(text.n > 0);
	while (rest.n > 0) {
		line = gp_str_sub(rest, 0, gp_str_find(rest, GP_STR("\n"), 0));
		assert_in_range(line.n, 1, most);
		rest = gp_str_sub(rest, line.n + 1, rest.n);
	}
}

static void
rows_are_whole(void **state)
{
	const struct gp_format_row *f;
	size_t i;

	(void)state;
	for (i = 0; gp_writers[i] && gp_writers[i]->write; i++) {
		f = gp_format_at(i);
		assert_ptr_equal(f, &gp_writers[i]->format);
		assert_ptr_equal(gp_writer_find(f->name), gp_writers[i]);
		assert_null(gp_writers[i]->write_files);
		assert_narrow(gp_str(f->summary), WIDEST_SUMMARY);
		assert_narrow(gp_str(f->about), WIDEST);
		assert_non_null(strchr(f->type, '/'));
		assert_true(f->suffix[0] == '.' && f->suffix[1]);
	}
	assert_true(i >= 3);
	assert_null(gp_format_at(i));
	for (; gp_writers[i]; i++) {
		assert_null(gp_writers[i]->write);
		assert_non_null(gp_writers[i]->write_files);
		assert_true(gp_str_ends(gp_str(gp_writers[i]->folder),
		                        GP_STR("/")));
	}
	assert_null(gp_format_at(SIZE_MAX));
	assert_null(gp_writer_find("docx"));
	assert_null(gp_writer_find(""));
}

/* Two writers never write into one file. */
static bool
share_a_file(const struct gp_format_row *a, const struct gp_format_row *b)
{
	if (a->file && b->file)
		return strcmp(a->file, b->file) == 0;
	return !a->file && !b->file && strcmp(a->suffix, b->suffix) == 0;
}

static void
rows_differ(void **state)
{
	const struct gp_format_row *a, *b;
	size_t i, j;

	(void)state;
	for (i = 0; (a = gp_format_at(i)) != NULL; i++)
		for (j = 0; j < i; j++) {
			b = gp_format_at(j);
			assert_string_not_equal(a->name, b->name);
			assert_false(share_a_file(a, b));
		}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_are_whole),
		cmocka_unit_test(rows_differ),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
