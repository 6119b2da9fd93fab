/*
 * Footnotes of Markdown as links and items: text in, text out, and where each
 * note stands.  What is made of that text is not asked here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/buf.h"
#include "base/limits.h"
#include "import/markdown/md_notes.h"

#define MARK(n) \
	"<sup><a role=\"doc-noteref\" href=\"#note:" n "\">" n "</a></sup>"

static const struct {
	const char *text, *want;
	unsigned numbers[4]; /* of the rows, in their order */
} texts[] = {
	{ "plain [link](a) 10^6^\n", "plain [link](a) 10^6^\n", { 0 } },
	{ "b[^b] a[^A] b[^b]\n\n[^a]: A.\n[^b]:  B.\n",
	  "b" MARK("1") " a" MARK("2") " b" MARK("1") "\n\n+   A.\n+   B.\n\n",
	  { 2, 1 } },
	{ "gone[^x] [^ y] [^]\n[^z]: Z.\n",
	  "gone[^x] [^ y] [^]\n+   Z.\n\n",
	  { 1 } },
	/* The first of two is meant, and both stay. */
	{ "a[^a]\n\n[^a]: One.\n\n[^a]: Two[^b].\n\n[^b]: B.\n",
	  "a" MARK("1") "\n\n+   One.\n\n+   Two" MARK("2") ".\n\n+   B.\n\n",
	  { 1, 3, 2 } },
	/* Code. */
	{ "`[^a]` \\[^a] ``x ` [^a]`` `[^a]\n\n[^a]: A.\n",
	  "`[^a]` \\[^a] ``x ` [^a]`` `" MARK("1") "\n\n+   A.\n\n",
	  { 1 } },
	{ "```\n[^a]: no\n```\n\n    x[^a]\n\n- i\n\n    y[^a]\n\n[^a]: A.\n",
	  "```\n[^a]: no\n```\n\n    x[^a]\n\n- i\n\n    y" MARK(
		  "1") "\n\n"
	               "+   A.\n\n",
	  { 1 } },
	{ "!!! note\n\n    y[^a]\n\n[^a]: A.\n\n        z[^a]\n",
	  "!!! note\n\n    y" MARK("1") "\n\n+   A.\n\n        z[^a]\n\n",
	  { 1 } },
	/* In a line. */
	{ "a^[One [*x*](y) [z].] b^[](c) d^[e](f) g\n",
	  "a" MARK("1") " b^[](c) d^[e](f) g\n\n+   One [*x*](y) [z].\n",
	  { 1 } },
	{ "a^[One\ntwo^[in\nit]\nthree]. Then\n- x^[never\n\nclosed]\n",
	  "a" MARK("1") ".\n</tt>\n</tt>\n</tt>Then\n- x^[never\n\nclosed]\n\n"
	                "+   One two" MARK("2") " three\n+   in it\n",
	  { 1, 2 } },
	{ "a^[One]\n\n```\nnever closed\n",
	  "a^[One]\n\n```\nnever closed\n",
	  { 0 } },
	/* In a quotation. */
	{ "> a[^a]\n>\n> [^a]: A.\n",
	  "> a" MARK("1") "\n>\n> +   A.\n\n",
	  { 1 } },
};

static void
writes_notes(void **state)
{
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct gp_arena *a = gp_arena_new(GP_MAX_DOC_ARENA);
		struct gp_md_notes got =
			gp_md_notes_of(a, gp_str(texts[i].text));
		struct gp_buf text = { .max = 0 };

		gp_buf_str(&text, got.text);
		gp_buf_putc(&text, '\0');
		assert_string_equal(text.data, texts[i].want);
		for (k = 0; k < got.n; k++)
			assert_int_equal(got.rows[k].number,
			                 texts[i].numbers[k]);
		assert_true(got.n == 4 || texts[i].numbers[got.n] == 0);
		gp_buf_free(&text);
		gp_arena_free(a);
	}
}

static void
tells_lines(void **state)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_DOC_ARENA);
	struct gp_md_notes got = gp_md_notes_of(
		a, GP_STR("a[^a]^[In it]\n\n[^a]: A.\nlazy\n\n    more\n\nend\n"
	                  "[^b]: B.\n"));

	(void)state;
	assert_int_equal(got.n_lines, 9);
	assert_int_equal(got.n, 3);
	assert_int_equal(got.rows[0].line, 2);
	assert_int_equal(got.rows[0].end, 6);
	assert_int_equal(got.rows[1].line, 8);
	assert_int_equal(got.rows[1].end, 9);
	assert_true(got.rows[2].line >= got.n_lines);
	assert_true(gp_str_eq(gp_str_sub(got.text, got.text.n - 10, got.text.n),
	                      GP_STR("+   In it\n")));
	gp_arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(writes_notes),
		cmocka_unit_test(tells_lines),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
