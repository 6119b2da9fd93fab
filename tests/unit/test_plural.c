/* CLDR's categories of whole numbers, with the samples of its plurals.xml.
   Which word has which form is not asked here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/plural.h"

#include <string.h>

enum { NUMBERS = 12 };

static const size_t numbers[NUMBERS] = { 0,  1,  2,   3,   5,   6,
	                                 11, 21, 100, 101, 103, 1000000 };

/* A letter a number: z 1 2 f m o. */
static const struct row {
	const char *lang, *categories;
} rows[] = {
	{ "en", "o1oooooooooo" }, { "en-US", "o1oooooooooo" },
	{ "cy", "z12fomoooooo" }, { "fr", "11ooooooooom" },
	{ "de", "o1oooooooooo" }, { "es", "o1ooooooooom" },
	{ "it", "o1ooooooooom" }, { "nl", "o1oooooooooo" },
	{ "pt", "11ooooooooom" }, { "pt-PT", "o1ooooooooom" },
	{ "pl", "m1ffmmmmmmfm" }, { "uk", "m1ffmmm1m1fm" },
	{ "ar", "z12fffmmoofo" }, { "he", "o12ooooooooo" },
	{ "ja", "o1oooooooooo" }, { "no tag", "o1oooooooooo" },
};

static void
numbers_have_their_category(void **state)
{
	static const char letters[] = "z12fmo";
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		for (k = 0; k < NUMBERS; k++) {
			enum gp_plural c =
				gp_plural(gp_str(rows[i].lang), numbers[k]);

			if (letters[c] != rows[i].categories[k])
				fail_msg("%s: %zu is `%s`", rows[i].lang,
				         numbers[k], gp_plural_name(c));
		}
}

static void
a_language_uses_what_its_numbers_have(void **state)
{
	static const char letters[] = "z12fmo";
	size_t i;
	enum gp_plural c;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		for (c = 0; c < GP_PLURALS; c++)
			if (gp_plural_is_used(gp_str(rows[i].lang), c) !=
			            (strchr(rows[i].categories, letters[c]) !=
			             NULL) &&
			    c != GP_PLURAL_OTHER)
				fail_msg("%s: `%s`", rows[i].lang,
				         gp_plural_name(c));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_have_their_category),
		cmocka_unit_test(a_language_uses_what_its_numbers_have),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
