/* The weighing of leaves: the table of trees is whole, and what speaks for a
   leaf and against it comes out as it should. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "import/html/choose/html_forest.h"

/* A paragraph of a plain page: in its middle, in the core. */
static const struct {
	enum gp_leaf_measure measure;
	int value;
} usual[] = {
	{ GP_MEASURE_WORDS, 60 },
	{ GP_MEASURE_ENDS, 1 },
	{ GP_MEASURE_EL, 1 },
	{ GP_MEASURE_STRONG, 99 },
	{ GP_MEASURE_WEAK, 99 },
	{ GP_MEASURE_GOOD, 1 },
	{ GP_MEASURE_IN_ARTICLE, 1 },
	{ GP_MEASURE_WORDS_BEFORE, 400 },
	{ GP_MEASURE_PROSE_PLACE, 500 },
	{ GP_MEASURE_PROSE_BEFORE, 300 },
	{ GP_MEASURE_PROSE_BEHIND, 300 },
	{ GP_MEASURE_SINCE_H1, 8 },
	{ GP_MEASURE_SINCE_TITLE, 8 },
	{ GP_MEASURE_SAME, 1 },
	{ GP_MEASURE_A_WORDS, 60 },
	{ GP_MEASURE_A_PROSE, 100 },
	{ GP_MEASURE_A_LONG, 1000 },
	{ GP_MEASURE_A_TWINS, 9 },
	{ GP_MEASURE_A_TWIN_WORDS, 60 },
	{ GP_MEASURE_A_NTH, 5 },
	{ GP_MEASURE_B_WORDS, 600 },
	{ GP_MEASURE_B_PROSE, 950 },
	{ GP_MEASURE_B_LONG, 900 },
	{ GP_MEASURE_B_TWINS, 1 },
	{ GP_MEASURE_C_WORDS, 620 },
	{ GP_MEASURE_C_PROSE, 950 },
	{ GP_MEASURE_C_LONG, 800 },
	{ GP_MEASURE_D_WORDS, 700 },
	{ GP_MEASURE_D_PROSE, 1000 },
	{ GP_MEASURE_D_LONG, 500 },
	{ GP_MEASURE_IN_CORE, 1 },
	{ GP_MEASURE_CORE_WORDS, 600 },
	{ GP_MEASURE_CORE_PROSE, 950 },
	{ GP_MEASURE_TO_HALF, 1 },
	{ GP_MEASURE_HALF_WORDS, 600 },
	{ GP_MEASURE_HALF_DEPTH, 4 },
	{ GP_MEASURE_TENTH_PROSE, 950 },
	{ GP_MEASURE_PAGE_WORDS, 800 },
	{ GP_MEASURE_PAGE_LINKS, 200 },
	{ GP_MEASURE_PAGE_LEAVES, 60 },
	{ GP_MEASURE_PAGE_PROSE, 750 },
	{ GP_MEASURE_PAGE_LONG, 200 },
	{ GP_MEASURE_LONG_WORDS, 55 },
	{ GP_MEASURE_ARTICLES, 1 },
	{ GP_MEASURE_PARAGRAPHS, 10 },
	{ GP_MEASURE_LAST_WORDS, 50 },
	{ GP_MEASURE_LAST_ENDS, 1 },
	{ GP_MEASURE_LAST_EL, 1 },
	{ GP_MEASURE_LAST_UP, 1 },
	{ GP_MEASURE_NEXT_WORDS, 70 },
	{ GP_MEASURE_NEXT_ENDS, 1 },
	{ GP_MEASURE_NEXT_EL, 1 },
	{ GP_MEASURE_NEXT_UP, 1 },
};

static void
fill(int row[GP_MEASURE_COUNT])
{
	size_t i;

	for (i = 0; i < GP_MEASURE_COUNT; i++)
		row[i] = 0;
	for (i = 0; i < sizeof usual / sizeof usual[0]; i++)
		row[usual[i].measure] = usual[i].value;
}

static void
the_table_is_whole(void **state)
{
	(void)state;
	assert_null(gp_forest_fault());
}

static void
a_paragraph_is_text(void **state)
{
	int row[GP_MEASURE_COUNT];

	(void)state;
	fill(row);
	assert_true(gp_forest_sum(row) > 1000);
}

static void
a_linked_word_in_a_menu_is_none(void **state)
{
	int row[GP_MEASURE_COUNT];

	(void)state;
	fill(row);
	row[GP_MEASURE_WORDS] = 1;
	row[GP_MEASURE_LINKS] = row[GP_MEASURE_A_LINKS] =
		row[GP_MEASURE_B_LINKS] = 1000;
	row[GP_MEASURE_ENDS] = row[GP_MEASURE_IN_CORE] =
		row[GP_MEASURE_A_LONG] = row[GP_MEASURE_B_LONG] = 0;
	row[GP_MEASURE_EL] = 2;
	row[GP_MEASURE_BAD] = 3;
	row[GP_MEASURE_STRONG] = 1;
	assert_true(gp_forest_sum(row) < -1000);
}

static void
percents_follow_the_sum(void **state)
{
	int sum, last = 0, now;

	(void)state;
	assert_int_equal(gp_forest_percent(0), 50);
	for (sum = -9000; sum <= 9000; sum += 100, last = now) {
		now = gp_forest_percent(sum);
		assert_true(now >= last && now > 0 && now < 100);
		assert_int_equal(now + gp_forest_percent(-sum), 100);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_table_is_whole),
		cmocka_unit_test(a_paragraph_is_text),
		cmocka_unit_test(a_linked_word_in_a_menu_is_none),
		cmocka_unit_test(percents_follow_the_sum),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
