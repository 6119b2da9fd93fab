/*
 * Lists of terms in Markdown: which lines are meanings, and what the tree
 * makes of them.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "import/markdown/md_terms.h"

/* A line of its own in `want` for each that begins a meaning. */
static const struct {
	const char *text, *want;
	size_t n;
	unsigned last;
} texts[] = {
	{ "Pier\n: Where boats lie.\n", "Pier\n- Where boats lie.\n", 1, 1 },
	{ "Pier\n:   One.\n\n    More.\n:   Two.\n",
	  "Pier\n-   One.\n\n    More.\n-   Two.\n", 2, 4 },
	{ "Pier\n\n: Loose.\n", "Pier\n\n- Loose.\n", 1, 2 },
	{ "Pier\n: A\n  b\nlazy\n: C\n\nQuay\n: D\n",
	  "Pier\n- A\n  b\nlazy\n- C\n\nQuay\n- D\n", 3, 7 },
	{ "Pier\n\n\n: Too far.\n", "Pier\n\n\n: Too far.\n", 0, 0 },
	{ "Two lines\nof words\n: none\n", "Two lines\nof words\n: none\n", 0,
	  0 },
	{ "# Pier\n: none\n", "# Pier\n: none\n", 0, 0 },
	{ "- Pier\n: none\n", "- Pier\n: none\n", 0, 0 },
	{ "1. Pier\n: none\n", "1. Pier\n: none\n", 0, 0 },
	{ "| a | b |\n|---|---|\n| 1 | 2 |\n: Caption\n",
	  "| a | b |\n|---|---|\n| 1 | 2 |\n: Caption\n", 0, 0 },
	{ "```\nPier\n: code\n```\n", "```\nPier\n: code\n```\n", 0, 0 },
	{ "Good\n: )\n", "Good\n: )\n", 0, 0 },
	{ "Pier\n:none\n::: box\n", "Pier\n:none\n::: box\n", 0, 0 },
	{ ": At the very start.\n", ": At the very start.\n", 0, 0 },
};

static void
finds_meanings(void **state)
{
	struct gp_md_terms terms;
	struct gp_arena *a;
	struct gp_str got;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		a = gp_arena_new(GP_MAX_DOC_ARENA);
		got = gp_md_show_terms(a, gp_str(texts[i].text), &terms);
		assert_int_equal(got.n, gp_str(texts[i].want).n);
		assert_memory_equal(got.p, texts[i].want, got.n);
		assert_int_equal(terms.n, texts[i].n);
		if (terms.n)
			assert_int_equal(terms.rows[terms.n - 1],
			                 texts[i].last);
		gp_arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_meanings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
