/* What is said of articles that were out already, in the languages that have
   words for it.  Where it stands in an output is not asked here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "wording/said_words.h"

static void
expect_label(const char *lang, struct gp_date day, const char *label)
{
	struct gp_buf out = { .max = 0 };

	gp_said_label(GP_SAID_CORRECTION, &day, gp_str(lang), &out);
	gp_buf_putc(&out, '\0');
	assert_string_equal(out.data, label);
	gp_buf_free(&out);
}

static void
a_label_has_the_day_as_its_language_writes_it(void **state)
{
	const struct gp_date day = {
		.year = 2015, .month = 11, .day = 10, .precision = GP_DAY
	};
	const struct gp_date first = {
		.year = 2016, .month = 2, .day = 1, .precision = GP_DAY
	};

	(void)state;
	expect_label("en-GB", day, "Correction, 10 November 2015");
	expect_label("de", day, "Berichtigung, 10. November 2015");
	expect_label("pt-BR", day, "Correção, 10 de novembro de 2015");
	expect_label("FR-be", first, "Rectificatif, 1er février 2016");
	expect_label("es", first, "Corrección, 1 de febrero de 2016");
	expect_label("cy", first, "Cywiriad, 1 Chwefror 2016");
}

static void
other_languages_are_told_in_english(void **state)
{
	const struct gp_date month = { .year = 2015,
		                       .month = 11,
		                       .precision = GP_MONTH };

	(void)state;
	expect_label("ja", month, "Correction, November 2015");
	expect_label("", month, "Correction, November 2015");
	expect_label("de e", month, "Correction, November 2015");
	assert_true(gp_str_eq(gp_said_lang(gp_str("ja")), gp_str("en")));
	assert_true(gp_str_eq(gp_said_lang(gp_str("nl-BE")), gp_str("nl")));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_label_has_the_day_as_its_language_writes_it),
		cmocka_unit_test(other_languages_are_told_in_english),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
