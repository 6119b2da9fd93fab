/* Words in a language: which file serves a tag, which form goes with a number,
   how a day is written.  Whether a translation is a good one is not asked. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "config/labels/labels_file.h"
#include "pack/label_files.h"
#include "wording/day_words.h"

static struct gp_label_files files = { .data = "." };

static int
open_files(void **state)
{
	(void)state;
	files.arena = gp_arena_new(64 * 1024 * 1024);
	return files.arena ? 0 : 1;
}

static int
close_files(void **state)
{
	(void)state;
	gp_arena_free(files.arena);
	return 0;
}

static const struct gp_labels *
words_for(const char *lang)
{
	const struct gp_labels *l;
	struct gp_err e = { 0 };

	if (!gp_label_files_find(&files, gp_str(lang), &l, &e))
		fail_msg("%s: line %u: %s", lang, e.line, e.msg);
	return l;
}

static void
expect_label(const char *lang, struct gp_date day, const char *label)
{
	struct gp_buf out = { .max = 0 };

	gp_day_fill(words_for(lang), GP_W_CORRECTION_ON, &day, &out);
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
other_languages_have_no_words(void **state)
{
	const struct gp_date month = { .year = 2015,
		                       .month = 11,
		                       .precision = GP_MONTH };

	(void)state;
	expect_label("ja", month, "Correction, November 2015");
	expect_label("", month, "Correction, November 2015");
	expect_label("de e", month, "Correction, November 2015");
	assert_null(words_for("ja"));
	assert_null(words_for("../../content/pack"));
	assert_true(gp_str_eq(gp_labels_lang(NULL), gp_str("en")));
}

static void
a_file_serves_tags_that_say_more(void **state)
{
	(void)state;
	assert_ptr_equal(words_for("cy-GB"), words_for("cy"));
	assert_ptr_equal(words_for("DE-Latn-1996"), words_for("de"));
	assert_ptr_equal(words_for("nl-x-house"), words_for("nl"));
	assert_ptr_equal(words_for("en-AU"), words_for("en-GB"));
	assert_ptr_equal(words_for("EN"), words_for("en-GB"));
	assert_true(
		gp_str_eq(gp_labels_lang(words_for("nl-BE")), gp_str("nl")));
}

/* ---- the files that come with it ---- */

static const char *const shipped[] = { "en-GB", "en-US", "cy", "fr", "de",
	                               "es",    "it",    "nl", "pt", "pl",
	                               "ar",    "he",    "uk" };

static void
expect_forms(const struct gp_labels *l, enum gp_word word)
{
	enum gp_plural c;

	if (!l->rows[word].forms)
		fail_msg("%s: %s has no forms", l->lang.p, gp_word_key(word));
	for (c = 0; c < GP_PLURALS; c++)
		if (gp_plural_is_used(l->lang, c) &&
		    l->rows[word].forms[c].n == 0)
			fail_msg("%s: %s has no form `%s`", l->lang.p,
			         gp_word_key(word), gp_plural_name(c));
}

static void
each_has_every_word_and_form(void **state)
{
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof shipped / sizeof *shipped; i++) {
		const struct gp_labels *l = words_for(shipped[i]);

		assert_string_equal(l->lang.p, shipped[i]);
		for (k = 0; k < GP_W_COUNT; k++) {
			enum gp_word word = (enum gp_word)k;

			if (l->rows[k].text.n == 0)
				fail_msg("%s: %s is missing", shipped[i],
				         gp_word_key(word));
			if (gp_word_is_counted(word))
				expect_forms(l, word);
		}
	}
}

static void
british_english_is_what_is_compiled_in(void **state)
{
	const struct gp_labels *l = words_for("en-GB");
	size_t k;

	(void)state;
	for (k = 0; k < GP_W_COUNT; k++)
		assert_string_equal(gp_word(l, (enum gp_word)k).p,
		                    gp_word(NULL, (enum gp_word)k).p);
}

/* ---- other files ---- */

static const struct gp_labels *
read_text(const char *text, struct gp_err *e)
{
	*e = (struct gp_err){ 0 };
	return gp_labels_read(files.arena, "own.yaml", gp_str(text), e);
}

static void
fails(const char *text, unsigned line, const char *why)
{
	struct gp_err e;

	assert_null(read_text(text, &e));
	assert_int_equal(e.code, GP_SYNTAX);
	assert_int_equal(e.line, line);
	if (!strstr(e.msg, why))
		fail_msg("not `%s` but: %s", why, e.msg);
}

static void
what_a_file_lacks_is_english(void **state)
{
	struct gp_err e;
	const struct gp_labels *l = read_text("lang: da\nnext: Næste\n", &e);

	(void)state;
	assert_non_null(l);
	assert_string_equal(gp_word(l, GP_W_NEXT).p, "Næste");
	assert_string_equal(gp_word(l, GP_W_BACK).p, "Back to contents");
}

static void
faults_have_their_place(void **state)
{
	(void)state;
	fails("next: Næste\n", 1, "`lang:`");
	fails("lang: da\nnxt: Næste\n", 2, "there is no word `nxt`");
	fails("lang: da\nnext: ''\n", 2, "a word is needed");
	fails("lang: da\nnext: [Næste, Frem]\n", 2, "is one too many");
	fails("lang: da\nmonths: [januar]\n", 2, "too few");
	fails("lang: da\narticles:\n  one: '{n} artikel'\n", 3, "`other`");
	fails("lang: da\narticles:\n  few: x\n  other: y\n", 3,
	      "have no form `few`");
}

static void
holes_are_filled(void **state)
{
	const struct gp_hole all = { "all", GP_STR("{n}") };
	struct gp_buf out = { .max = 0 };

	(void)state;
	gp_word_fill(NULL, GP_W_PAGE_OF, &all, 1, &out);
	gp_buf_putc(&out, '\0');
	assert_string_equal(out.data, "{n} of {n}");
	gp_buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_label_has_the_day_as_its_language_writes_it),
		cmocka_unit_test(other_languages_have_no_words),
		cmocka_unit_test(a_file_serves_tags_that_say_more),
		cmocka_unit_test(each_has_every_word_and_form),
		cmocka_unit_test(british_english_is_what_is_compiled_in),
		cmocka_unit_test(what_a_file_lacks_is_english),
		cmocka_unit_test(faults_have_their_place),
		cmocka_unit_test(holes_are_filled),
	};

	return cmocka_run_group_tests(tests, open_files, close_files);
}
