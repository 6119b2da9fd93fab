/* Plain text: lines, blocks and gaps; the choice of an importer; limits. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "import/import.h"

static struct gp_draft *
import(const char *name, struct gp_str data, struct gp_err *e)
{
	struct gp_source_bytes source = { .name = name, .data = data };

	return gp_import(&source, NULL, e);
}

static void
is_text(struct gp_str got, const char *want)
{
	assert_int_equal(got.n, strlen(want));
	if (got.n)
		assert_memory_equal(got.p, want, got.n);
}

static void
lines_and_blocks(void **state)
{
	struct gp_err e = { 0 };
	struct gp_draft *d = import(
		"a.txt", GP_STR("\n One \r\n\r\n\u00A0\t\nTwo\nThree\n"), &e);
	const struct gp_draft_block *b;

	(void)state;
	assert_non_null(d);
	assert_int_equal(d->n_lines, 6);
	is_text(d->lines[0], "");
	is_text(d->lines[1], " One ");
	is_text(d->lines[5], "Three");
	assert_int_equal(d->n_blocks, 3);
	b = d->first;
	is_text(b->raw, " One ");
	assert_int_equal(b->at.first, 2);
	assert_int_equal(b->gap, 1);
	b = b->next;
	assert_int_equal(b->at.first, 5);
	assert_int_equal(b->gap, 2);
	assert_int_equal(b->next->gap, 0);
	assert_null(b->next->next);
	gp_draft_free(d);
}

static void
facts(void **state)
{
	struct gp_err e = { 0 };
	struct gp_draft *d = import("dir/a.txt",
	                            GP_STR("\xEF\xBB\xBF"
	                                   "a\0b\n"),
	                            &e);

	(void)state;
	assert_non_null(d);
	is_text(d->input.file, "dir/a.txt");
	is_text(d->input.kind, "plain-text");
	is_text(d->input.encoding, "UTF-8");
	assert_int_equal(d->input.bytes, 7);
	assert_true(d->input.bom);
	assert_true(d->input.final_newline);
	assert_int_equal(d->input.controls_removed, 1);
	/* sha256sum of the seven bytes */
	assert_string_equal(
		d->input.sha256,
		"d0740406bd1989c0359f359a9e3f28f93e5da5b89d3c654d9dcf971a10f2f08c");
	gp_draft_free(d);
}

/* Whatever bytes a file's name has, what is shown of it is UTF-8. */
static void
file_name(void **state)
{
	struct gp_err e = { 0 };
	struct gp_draft *d = import("caf\xE9.txt", GP_STR("a"), &e);

	(void)state;
	assert_non_null(d);
	is_text(d->input.file, "caf\\xe9.txt");
	gp_draft_free(d);
	d = import(NULL, GP_STR("a"), &e);
	assert_non_null(d);
	is_text(d->input.file, "");
	gp_draft_free(d);
}

static void
fails(struct gp_str data, enum gp_code code, unsigned line, const char *msg)
{
	struct gp_err e = { 0 };

	assert_null(import("bad.txt", data, &e));
	assert_int_equal(e.code, code);
	assert_int_equal(e.line, line);
	assert_string_equal(e.file, "bad.txt");
	assert_string_equal(e.msg, msg);
}

static void
nothing(void **state)
{
	(void)state;
	fails(GP_STR(""), GP_INPUT, 0,
	      "holds no text; take it away, or skip it in pack.yaml");
	fails(GP_STR(" \n\t\n\u00A0\n"), GP_INPUT, 0,
	      "holds no text; take it away, or skip it in pack.yaml");
	fails(GP_STR("\xEF\xBB\xBF"), GP_INPUT, 0,
	      "holds no text; take it away, or skip it in pack.yaml");
	fails(GP_STR("%PDF-1.4 x"), GP_INPUT, 0,
	      "is a PDF file, not text; give the article itself as text");
}

static void
limits(void **state)
{
	size_t n = GP_MAX_LINE_BYTES + 3;
	char *p = malloc(n);
	struct gp_err e = { 0 };
	struct gp_draft *d;

	(void)state;
	assert_non_null(p);
	memset(p, 'a', n);
	memcpy(p, "x\n", 2);
	fails((struct gp_str){ p, n }, GP_LIMIT, 2,
	      "this line is longer than 1024 KiB");
	d = import("a.txt", (struct gp_str){ p, n - 1 }, &e);
	assert_non_null(d);
	gp_draft_free(d);
	memset(p, '\n', n);
	p[GP_MAX_LINES] = 'x';
	fails((struct gp_str){ p, GP_MAX_LINES + 1 }, GP_LIMIT, 0,
	      "has more than 200000 lines");
	p[GP_MAX_LINES - 1] = 'x';
	d = import("a.txt", (struct gp_str){ p, GP_MAX_LINES }, &e);
	assert_non_null(d);
	assert_int_equal(d->n_lines, GP_MAX_LINES);
	gp_draft_free(d);
	free(p);
}

static void
names(void **state)
{
	(void)state;
	assert_true(gp_import_takes("a.txt"));
	assert_true(gp_import_takes("dir.d/b.TEXT"));
	assert_false(gp_import_takes("pack.yaml"));
	assert_false(gp_import_takes("txt"));
	assert_false(gp_import_takes(".txt"));
	assert_false(gp_import_takes("a.txt/b"));
	assert_false(gp_import_takes("a."));
	assert_false(gp_import_takes(""));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_and_blocks),
		cmocka_unit_test(facts),
		cmocka_unit_test(nothing),
		cmocka_unit_test(limits),
		cmocka_unit_test(names),
		cmocka_unit_test(file_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
