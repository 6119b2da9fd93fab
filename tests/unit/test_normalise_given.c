/* What pack.yaml says of an article, against the lines of the article: a
   guess goes back to the body, nothing is printed twice, and "there is none"
   is an answer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "normalised.h"

#include "normalise/rules/rules.h"

#define PROSE                                                               \
	"This is a paragraph of prose that is long enough to be taken for " \
	"one, and it ends.\n"
#define GUESSED "Title here\n\n" PROSE "\n\nA heading\n\n" PROSE "\n" PROSE

static const struct gp_doc *
given(const char *text, struct gp_override *o)
{
	struct gp_err e = { 0 };
	struct gp_rules *rules = rules_of(NULL, &e);
	struct gp_normaliser how = { .rules = rules, .override = o };
	const struct gp_doc *doc = normalised_with(gp_str(text), &how, &e);

	gp_rules_free(rules);
	assert_string_equal(e.msg, "");
	assert_non_null(doc);
	return doc;
}

static void
guess_replaced(void **state)
{
	struct gp_override o = { .standfirst = GP_STR("The editor's words") };
	const struct gp_doc *doc = given(GUESSED, &o);

	(void)state;
	is_text(doc->standfirst.text, "The editor’s words");
	is_text(doc->standfirst.confidence, "given");
	assert_int_equal(blocks_of(doc), 4);
	assert_int_equal(block_of(doc, 0)->at.first, 3);
	assert_null(doc->dropped);
	gp_doc_free(doc);
}

static void
none_of_it(void **state)
{
	struct gp_override o = { .no_standfirst = true, .no_byline = true };
	const struct gp_doc *doc = given(GUESSED, &o);

	(void)state;
	is_text(doc->standfirst.text, "");
	assert_int_equal(blocks_of(doc), 4);
	assert_null(doc->dropped);
	/* The editor was asked, and has answered. */
	assert_int_equal(warned(doc, "no-byline"), 0);
	gp_doc_free(doc);

	doc = given("Title here\n\nA line that says the same in more words\n\n"
	            "Jane Smith\n\nBy Jane Smith\n\n" PROSE "\n" PROSE,
	            &o);
	is_text(doc->standfirst.text, "");
	is_text(doc->byline.text, "");
	assert_int_equal(doc->byline.n_authors, 0);
	is_block(doc, 0, GP_PARAGRAPH,
	         "A line that says the same in more words");
	is_block(doc, 1, GP_PARAGRAPH, "Jane Smith");
	is_block(doc, 2, GP_PARAGRAPH, "By Jane Smith");
	assert_int_equal(blocks_of(doc), 5);
	assert_null(doc->dropped);
	gp_doc_free(doc);
}

static void
said_twice(void **state)
{
	struct gp_override o = {
		.title = GP_STR("The minister's  plan"),
		.byline = GP_STR("By Jane Smith"),
		.standfirst = GP_STR("This short one ends."),
	};
	const struct gp_doc *doc =
		given("News\n\nThe minister’s plan\n\n"
	              "The minister's plan\n\nJane Smith\n\n"
	              "This short one ends.\n\n" PROSE "\n" PROSE,
	              &o);

	(void)state;
	assert_int_equal(doc->title.at.first, 3);
	assert_int_equal(doc->byline.at.first, 7);
	assert_int_equal(doc->standfirst.at.first, 9);
	assert_int_equal(blocks_of(doc), 2);
	is_text(dropped_at(doc, 1)->reason, "overridden");
	is_text(dropped_at(doc, 5)->rule, "repeated-name");
	gp_doc_free(doc);

	/* The first paragraph is the standfirst. */
	o = (struct gp_override){ .standfirst = gp_str_sub(GP_STR(PROSE), 0,
		                                           sizeof PROSE - 2) };
	doc = given("Title here\n\n" PROSE "\nAnother short one.\n", &o);
	assert_int_equal(doc->standfirst.at.first, 3);
	assert_int_equal(blocks_of(doc), 1);
	gp_doc_free(doc);

	/* What was taken for the standfirst is the title. */
	o = (struct gp_override){ .title = GP_STR("Six words or seven of a "
		                                  "title") };
	doc = given("News\n\nSix words or seven of a title\n\n" PROSE
	            "\n" PROSE,
	            &o);
	assert_int_equal(doc->title.at.first, 3);
	is_text(doc->standfirst.text, "");
	assert_int_equal(blocks_of(doc), 2);
	gp_doc_free(doc);
}

/* Without any pack.yaml. */
static void
title_twice(void **state)
{
	const struct gp_doc *doc =
		normalised("It’s the title\n\nIt's the title\n\n"
	                   "1 May 2014\n\n" PROSE "\n" PROSE);

	(void)state;
	is_text(doc->title.text, "It’s the title");
	is_text(dropped_at(doc, 3)->reason, "consumed-as-metadata");
	assert_int_equal(blocks_of(doc), 2);
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(guess_replaced),
		cmocka_unit_test(none_of_it),
		cmocka_unit_test(said_twice),
		cmocka_unit_test(title_twice),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
