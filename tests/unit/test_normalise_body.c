/* The body and what goes: related links with and without a label, the tail,
   the budget, "keep all"; headings, lists, hints, short forms; the account
   of repairs and lines; errors. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "normalised.h"

#include "normalise/doc_making.h"
#include "normalise/rules/rules.h"

#define P                                                                   \
	"This is a paragraph of prose that is long enough to be taken for " \
	"one, and it ends.\n"
#define TITLE "Title here\n\n" P "\n" P "\n" P "\n"

/* ---- what goes ---- */

static void
labelled_run(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE "Related articles\n\nOne link to it\nAnother link\n\n" P
		      "\nA heading of it\n\n" P);

	(void)state;
	is_text(dropped_at(doc, 9)->reason, "related-links");
	assert_int_equal(dropped_at(doc, 9)->at.last, 12);
	is_text(dropped_at(doc, 9)->raw,
	        "Related articles\n\nOne link to it\nAnother link");
	assert_int_equal(dropped_at(doc, 9)->confidence, 97);
	is_block(doc, 4, GP_HEADING, "A heading of it");
	gp_doc_free(doc);
}

static void
long_run(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE P P P P "\nRelated articles\n\n"
			      "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\nk\n\n" P);

	(void)state;
	assert_null(doc->dropped);
	assert_int_equal(warned(doc, "kept-run"), 1);
	gp_doc_free(doc);
	doc = normalised(TITLE "Related articles\n\n"
	                       "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n" P);
	assert_int_equal(dropped_at(doc, 9)->at.last, 20);
	gp_doc_free(doc);
}

static void
orphan_label(void **state)
{
	const struct gp_doc *doc = normalised(TITLE "Related reading");

	(void)state;
	assert_int_equal(dropped_at(doc, 9)->confidence, 95);
	gp_doc_free(doc);
	doc = normalised(TITLE "Further reading\n\n" P);
	assert_int_equal(dropped_at(doc, 9)->at.last, 9);
	is_block(doc, 3, GP_PARAGRAPH,
	         "This is a paragraph of prose that is long enough to be "
	         "taken for one, and it ends.");
	gp_doc_free(doc);
}

#define LINKS "Minister: no going back\nThree departments settle it\n"

static void
unlabelled_run(void **state)
{
	const struct gp_doc *doc = normalised(TITLE "\n" LINKS "\n\n" P "\n" P);

	(void)state;
	is_text(dropped_at(doc, 10)->rule, "unlabelled-run");
	assert_int_equal(dropped_at(doc, 10)->confidence, 89);
	gp_doc_free(doc);
	/* One fence is too little, behind a colon they are a list. */
	doc = normalised(TITLE LINKS "\n\n" P "\n" P);
	assert_null(doc->dropped);
	assert_int_equal(warned(doc, "kept-run"), 1);
	gp_doc_free(doc);
	doc = normalised(TITLE "These are the things that he said they all "
	                       "want to have now:\n\n\n" LINKS "\n\n" P);
	assert_null(doc->dropped);
	assert_int_equal(warned(doc, "kept-run"), 0);
	gp_doc_free(doc);
	/* Where all gaps are wide, a wide gap is no fence. */
	doc = normalised("Title here\n\n\n" P "\n\n" P "\n\n" LINKS "\n\n" P
	                 "\n\n" P);
	assert_null(doc->dropped);
	gp_doc_free(doc);
}

static void
joined_titles(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE "Related articles\n\nA proper rethink of core systems "
		      "could yield big results head to leave the service "
		      "for another private sector role\n\n" P P P);

	(void)state;
	assert_int_equal(warned(doc, "joined-titles"), 1);
	gp_doc_free(doc);
}

static void
tail(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE P P P "\nShare this page\n\nHome\n\nLeave a Reply\n\n"
			    "Your email address will not be published.\n\n"
			    "Whatever comes\n");
	const struct gp_dropped *d;

	(void)state;
	is_text(dropped_at(doc, 13)->reason, "share-widget");
	is_text(dropped_at(doc, 15)->reason, "site-chrome");
	d = dropped_at(doc, 17);
	is_text(d->reason, "comment-form");
	assert_int_equal(d->at.last, 21);
	/* Its last line went for its place alone. */
	assert_int_equal(d->confidence, 85);
	gp_doc_free(doc);
	doc = normalised(TITLE "Leave a Reply\n\n"
	                       "Your email address will not be published.\n");
	assert_int_equal(dropped_at(doc, 9)->confidence, 99);
	gp_doc_free(doc);
	/* The same words in the middle are not the end of anything. */
	doc = normalised(TITLE "Home\n\n3 comments\n\n" P);
	assert_null(doc->dropped);
	gp_doc_free(doc);
}

static void
unsure(void **state)
{
	struct gp_err e = { 0 };
	struct gp_rules *rules = rules_of("any\t0.84\tguess\tSome.*\n", &e);
	struct gp_normaliser how = { .rules = rules };
	const struct gp_doc *doc =
		normalised_with(GP_STR(TITLE "Something\n\n" P), &how, &e);

	(void)state;
	assert_non_null(doc);
	assert_null(doc->dropped);
	assert_int_equal(warned(doc, "kept-unsure"), 1);
	gp_doc_free(doc);
	gp_rules_free(rules);
}

static void
budget(void **state)
{
	const struct gp_doc *doc = normalised(
		"Title here\n\n" P "\nPhoto: one two three four five\n\n" P);

	(void)state;
	assert_non_null(dropped_at(doc, 5));
	gp_doc_free(doc);
	doc = normalised("Title here\n\n" P
	                 "\nPhoto: one two three four five six seven eight "
	                 "nine ten\n\n" P);
	assert_null(doc->dropped);
	assert_int_equal(warned(doc, "drop-refused"), 1);
	assert_int_equal(blocks_of(doc), 3);
	gp_doc_free(doc);
}

static void
keep_all(void **state)
{
	struct gp_err e = { 0 };
	struct gp_rules *rules = rules_of(NULL, &e);
	struct gp_normaliser how = { .rules = rules, .keep_all = true };
	const struct gp_doc *doc = normalised_with(
		GP_STR("Advertisement\n\nTitle here\n\nShare this page\n\nJane Smith\n\n"
	               "By Jane Smith\n\n" P "\n\n" LINKS "\n\n" P
	               "\nRelated articles\n\nOne link to it\n\n" P
	               "\nLeave a Reply\n"),
		&how, &e);
	const struct gp_dropped *d;

	(void)state;
	assert_non_null(doc);
	for (d = doc->dropped; d; d = d->next)
		is_text(d->reason, "consumed-as-metadata");
	assert_int_equal(warned(doc, "kept-all"), 5);
	is_text(doc->title.text, "Title here");
	is_block(doc, 0, GP_PARAGRAPH, "Advertisement");
	is_block(doc, 1, GP_PARAGRAPH, "Share this page");
	gp_doc_free(doc);
	gp_rules_free(rules);
}

/* ---- what stays ---- */

static void
headings(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE "A heading\n\n" P "\n1)\u00A0\u00A0 Start small\n\n"
		      "…because it works, and it works for a good reason.\n\n"
		      "‘A quoted heading’\n\n" P "\n“A quoted line”\n\n" P
		      "\n— Jane Smith\n\n" P "\nTwo lines\nwithout a gap\n\n" P
		      "\nA last line without anything under it\n");

	(void)state;
	is_block(doc, 3, GP_HEADING, "A heading");
	assert_int_equal(gp_node_heading(block_of(doc, 3))->level, 2);
	is_block(doc, 5, GP_HEADING, "Start small");
	is_text(gp_node_label(block_of(doc, 5)), "1)");
	is_block(doc, 7, GP_HEADING, "‘A quoted heading’");
	is_block(doc, 9, GP_PARAGRAPH, "“A quoted line”");
	is_block(doc, 11, GP_PARAGRAPH, "— Jane Smith");
	is_block(doc, 13, GP_PARAGRAPH, "Two lines");
	is_block(doc, 14, GP_PARAGRAPH, "without a gap");
	is_block(doc, 16, GP_PARAGRAPH,
	         "A last line without anything under it");
	gp_doc_free(doc);
	/* A line without anything to see is a blank one. */
	doc = normalised(TITLE P "\u200B\nA heading\n\u200B\n" P);
	is_block(doc, 4, GP_HEADING, "A heading");
	gp_doc_free(doc);
}

static void
lists(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE "• one\n• two\n\n1. three\n2. four\n\n- five\n- six\n\n" P
		      "\n- Reuters\n\n*no list\n\n(iv) seven\n\n12.5 of "
		      "it\n");
	const struct gp_node *n;

	(void)state;
	n = block_of(doc, 3);
	is_block(doc, 3, GP_LIST, "one two");
	assert_false(gp_node_list(n)->ordered);
	is_text(gp_node_label(n->first), "•");
	assert_int_equal(n->at.first, 9);
	assert_int_equal(n->at.last, 10);
	is_block(doc, 4, GP_LIST, "three four");
	assert_true(gp_node_list(block_of(doc, 4))->ordered);
	is_text(gp_node_label(block_of(doc, 4)->last), "2.");
	is_block(doc, 5, GP_LIST, "five six");
	is_block(doc, 7, GP_PARAGRAPH, "- Reuters");
	is_block(doc, 8, GP_PARAGRAPH, "*no list");
	is_block(doc, 9, GP_LIST, "seven");
	is_text(gp_node_label(block_of(doc, 9)->first), "(iv)");
	is_block(doc, 10, GP_PARAGRAPH, "12.5 of it");
	gp_doc_free(doc);
}

/* A line of marks parts the text; an arrow is a bullet. */
static void
rules_and_arrows(void **state)
{
	const struct gp_doc *doc = normalised(
		"The title of it\n\n" P "\n* * *\n\n" P "\n-----\n\n" P
		"\n\xe2\x86\x92 One thing\n\xe2\x86\x92 Another\n\n" P
		"\n**\n\n" P);

	(void)state;
	assert_int_equal(block_of(doc, 1)->kind, GP_RULE);
	assert_int_equal(block_of(doc, 1)->at.first, 5);
	assert_int_equal(block_of(doc, 3)->kind, GP_RULE);
	assert_int_equal(block_of(doc, 5)->kind, GP_LIST);
	is_text(gp_node_label(block_of(doc, 5)->first), "\xe2\x86\x92");
	/* Two marks are none. */
	assert_int_not_equal(block_of(doc, 7)->kind, GP_RULE);
	gp_doc_free(doc);
}

static void
hints(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE "\"One,\" he said. \"Two.\n\n\"Three.\n\n\"Four.\"\n\n"
		      "\"Five.\"\n\nAuthor's view: It is so.\n\n"
		      "Smith added: It is so.\n\nTwo lessons:\n\n"
		      "1) The first\n\n" P "\n2) The second\n\n" P);

	(void)state;
	assert_int_equal(gp_node_paragraph(block_of(doc, 3))->speech,
	                 GP_SPEECH_OPEN);
	assert_int_equal(gp_node_paragraph(block_of(doc, 4))->speech,
	                 GP_SPEECH_CONTINUED);
	assert_int_equal(gp_node_paragraph(block_of(doc, 5))->speech,
	                 GP_SPEECH_CONTINUED);
	assert_int_equal(gp_node_paragraph(block_of(doc, 6))->speech,
	                 GP_NO_SPEECH);
	assert_int_equal(gp_node_paragraph(block_of(doc, 7))->run_in,
	                 strlen("Author’s view:"));
	assert_int_equal(gp_node_paragraph(block_of(doc, 8))->run_in, 0);
	assert_true(gp_node_paragraph(block_of(doc, 9))->leads_to_sections);
	assert_false(gp_node_paragraph(block_of(doc, 8))->leads_to_sections);
	gp_doc_free(doc);
}

static void
short_forms(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE
		"The Government Digital Service (GDS) and the “US "
		"Digital Service (USDS)” met.\n\nA rite of (PASSAGE) "
		"and Gov. Kristi Noem (R) at (0100 GMT) with a plan "
		"(AB) (CD) in a modern Digital Service (NDS).\n\nThe Government Data Store (GDS) is "
		"another, says the GDS team (GDS).\n");

	(void)state;
	assert_int_equal(doc->n_short_forms, 2);
	is_text(doc->short_forms[0].brief, "GDS");
	is_text(doc->short_forms[0].full, "Government Digital Service");
	assert_int_equal(doc->short_forms[0].line, 9);
	is_text(doc->short_forms[1].brief, "USDS");
	is_text(doc->short_forms[1].full, "US Digital Service");
	gp_doc_free(doc);
}

/* ---- the account ---- */

static void
account(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE
		"It's here\u00A0now. \n\u200B\n\nRelated \"reading\"\n\n" P
		"\nShare this page ");
	struct gp_doc less = *doc;
	struct gp_err e = { 0 };

	(void)state;
	assert_int_equal(repaired(doc, "nbsp-to-space"), 1);
	assert_int_equal(repaired(doc, "straight-single-curled"), 1);
	assert_int_equal(repaired(doc, "edge-space-trimmed"), 1);
	assert_int_equal(repaired(doc, "straight-double-curled"), 2);
	is_text(dropped_at(doc, 10)->rule, "invisible-characters");
	is_text(dropped_at(doc, 10)->raw, "\u200B");
	is_text(dropped_at(doc, 16)->raw, "Share this page ");
	assert_true(gp_doc_account(doc, &e));
	/* Seen to fail. */
	less.dropped = less.dropped->next;
	assert_false(gp_doc_account(&less, &e));
	assert_int_equal(e.line, 10);
	gp_doc_free(doc);
}

static void
stops(void **state)
{
	const struct gp_doc *doc = normalised(
		TITLE "A spokesperson said details of who would attend the "
		      "new group and how often it would meet were still to "
		      "be confirmed\n\n" P);

	(void)state;
	assert_int_equal(warned(doc, "no-end-stop"), 1);
	gp_doc_free(doc);
}

static void
no_article(void **state)
{
	static const char *const texts[] = {
		"\u200B\n",
		"Title\n\n1 May 2014\n",
		"Title\n\nBy Jane Smith\n\n1 May 2014",
	};
	struct gp_normaliser how = { .rules = NULL };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof texts / sizeof texts[0]; i++) {
		struct gp_err e = { 0 };

		assert_null(normalised_with(gp_str(texts[i]), &how, &e));
		assert_int_equal(e.code, GP_INPUT);
		assert_string_equal(e.msg, "holds no article text");
		assert_string_equal(e.file, "test.txt");
	}
}

/* One line is an article; so is the least that is asked of one. */
static void
small(void **state)
{
	const struct gp_doc *doc = normalised("a");

	(void)state;
	is_block(doc, 0, GP_PARAGRAPH, "a");
	is_text(doc->title.text, "");
	gp_doc_free(doc);
	doc = normalised("a\nb");
	is_text(doc->title.text, "a");
	is_block(doc, 0, GP_PARAGRAPH, "b");
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labelled_run),
		cmocka_unit_test(long_run),
		cmocka_unit_test(orphan_label),
		cmocka_unit_test(unlabelled_run),
		cmocka_unit_test(joined_titles),
		cmocka_unit_test(tail),
		cmocka_unit_test(unsure),
		cmocka_unit_test(budget),
		cmocka_unit_test(keep_all),
		cmocka_unit_test(headings),
		cmocka_unit_test(lists),
		cmocka_unit_test(rules_and_arrows),
		cmocka_unit_test(hints),
		cmocka_unit_test(short_forms),
		cmocka_unit_test(account),
		cmocka_unit_test(stops),
		cmocka_unit_test(no_article),
		cmocka_unit_test(small),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
