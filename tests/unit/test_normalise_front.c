/* What an article says of itself: dates and bylines as grammars, then title,
   standfirst, source and address, and what pack.yaml says over them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "normalised.h"

#include "normalise/says/byline.h"
#include "normalise/says/dateline.h"

#define PROSE                                                               \
	"This is a paragraph of prose that is long enough to be taken for " \
	"one, and it ends.\n"

/* ---- dates ---- */

struct date_row {
	const char *line, *iso, *raw;
	enum gp_date_role role;
};

static void
dates(void **state)
{
	static const struct date_row rows[] = {
		{ "23 Sep 2015", "2015-09-23", "23 Sep 2015", GP_PUBLISHED },
		{ "09 Nov 2015", "2015-11-09", "09 Nov 2015", GP_PUBLISHED },
		{ "Wednesday, 23rd of September, 2015", "2015-09-23",
		  "23rd of September, 2015", GP_PUBLISHED },
		{ "Sept. 23rd, 2015", "2015-09-23", "Sept. 23rd, 2015",
		  GP_PUBLISHED },
		{ "Thurs 1 May 2014 |", "2014-05-01", "1 May 2014",
		  GP_PUBLISHED },
		{ "Published on: 1 May 2014", "2014-05-01", "1 May 2014",
		  GP_PUBLISHED },
		{ "Last updated 1 May 2014", "2014-05-01", "1 May 2014",
		  GP_MODIFIED },
		{ "Updated: 2014-05-01", "2014-05-01", "2014-05-01",
		  GP_MODIFIED },
		{ "2015-09-25T14:57:03.5Z", "2015-09-25T14:57:03Z",
		  "2015-09-25T14:57:03.5Z", GP_PUBLISHED },
		{ "2015-09-25 14:57 +0100", "2015-09-25T14:57+01:00",
		  "2015-09-25 14:57 +0100", GP_PUBLISHED },
		{ "25 September 2015 | 2:57 pm", "2015-09-25T14:57",
		  "25 September 2015 | 2:57 pm", GP_PUBLISHED },
		{ "25 September 2015 at 12.05 a.m. BST",
		  "2015-09-25T00:05+01:00",
		  "25 September 2015 at 12.05 a.m. BST", GP_PUBLISHED },
		{ "25 September 2015 – 12:05pm EST", "2015-09-25T12:05-05:00",
		  "25 September 2015 – 12:05pm EST", GP_PUBLISHED },
		{ "Published 3:45pm, 12 March 2024", "2024-03-12T15:45",
		  "3:45pm, 12 March 2024", GP_PUBLISHED },
		{ "PUBLISHED: 15:45, 12 March 2024", "2024-03-12T15:45",
		  "15:45, 12 March 2024", GP_PUBLISHED },
		{ "Updated: 15:45 GMT, Tuesday 12 March 2024",
		  "2024-03-12T15:45Z", "15:45 GMT, Tuesday 12 March 2024",
		  GP_MODIFIED },
		{ "12 Mar 2024 • 3:45pm", "2024-03-12T15:45",
		  "12 Mar 2024 • 3:45pm", GP_PUBLISHED },
		{ "pubDate: Tue, 12 Mar 2024 15:45:00 GMT",
		  "2024-03-12T15:45:00Z", "12 Mar 2024 15:45:00 GMT",
		  GP_PUBLISHED },
		{ "Publié le 12 mars 2024 à 15h45", "2024-03-12T15:45",
		  "12 mars 2024 à 15h45", GP_PUBLISHED },
		{ "Publié le 1er août 2024", "2024-08-01", "1er août 2024",
		  GP_PUBLISHED },
		{ "Cyhoeddwyd 12 Mawrth 2024", "2024-03-12", "12 Mawrth 2024",
		  GP_PUBLISHED },
		{ "Published 13/03/2024", "2024-03-13", "13/03/2024",
		  GP_PUBLISHED },
		{ "03/13/2024", "2024-03-13", "03/13/2024", GP_PUBLISHED },
		{ "Mittwoch, 26.01.2022 - 14:30 Uhr", "2022-01-26T14:30",
		  "26.01.2022 - 14:30 Uhr", GP_PUBLISHED },
		{ "Letzte Aktualisierung: 18.01.2018", "2018-01-18",
		  "18.01.2018", GP_MODIFIED },
		{ "PUBLI\u00C9 LE 12 f\u00E9vr. 2024", "2024-02-12",
		  "12 f\u00E9vr. 2024", GP_PUBLISHED },
		{ "12 Meán Fómhair 2024", "2024-09-12", "12 Meán Fómhair 2024",
		  GP_PUBLISHED },
		{ "23-Sep-2015", "2015-09-23", "23-Sep-2015", GP_PUBLISHED },
		{ "23 d\u2019agost de 2015", "2015-08-23",
		  "23 d\u2019agost de 2015", GP_PUBLISHED },
		{ "Me\u00E1n F\u00F3mhair 23, 2015", "2015-09-23",
		  "Me\u00E1n F\u00F3mhair 23, 2015", GP_PUBLISHED },
		{ "25 September 2015 | 2:57 pm – Source:", "2015-09-25T14:57",
		  "25 September 2015 | 2:57 pm", GP_AGGREGATED },
	};
	struct gp_found_date found;
	char iso[GP_DATE_TEXT];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		if (!gp_dateline_parse(gp_str(rows[i].line), &found))
			fail_msg("no date: %s", rows[i].line);
		gp_date_iso(&found.date, iso);
		if (strcmp(iso, rows[i].iso) != 0)
			fail_msg("%s: %s and not %s", rows[i].line, iso,
			         rows[i].iso);
		is_text(found.raw, rows[i].raw);
		assert_int_equal(found.role, rows[i].role);
	}
	assert_true(gp_dateline_ambiguous(GP_STR("Published 01/02/2015")));
	assert_false(gp_dateline_ambiguous(GP_STR("13/02/2015")));
	assert_false(gp_dateline_ambiguous(GP_STR("1 May 2014")));
	assert_true(gp_dateline_parse(GP_STR("1 May 2014 - Source: The Times"),
	                              &found));
	assert_true(found.has_source);
	is_text(found.source, "The Times");
	assert_true(gp_dateline_parse(GP_STR("1 May 2014 - Source : Le Port"),
	                              &found));
	is_text(found.source, "Le Port");
}

static void
no_dates(void **state)
{
	static const char *const lines[] = {
		"",
		"31 February 2015",
		"29 Feb 2015",
		"01/02/2015",
		"31/02/2015",
		"3:45pm",
		"3:45pm 12 March",
		"12 mar. 24",
		"12 jui 2024", /* of two months */
		"12 mawrt 20",
		"September 2022 issue",
		"September 2015",
		"In December 2014 the UK entered into a partnership",
		"1 May 2014 was a Thursday",
		"1 Mayor 2014",
		"11 May 20145",
		"1 May 2014 25:00",
		"May 2014",
		"Date",
		"on",
	};
	struct gp_found_date found;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (gp_dateline_parse(gp_str(lines[i]), &found))
			fail_msg("a date: %s", lines[i]);
}

/* ---- bylines ---- */

static struct gp_byline
byline(struct gp_arena *a, const char *line)
{
	struct gp_byline b = { .n_authors = 0 };

	if (!gp_byline_parse(a, gp_str(line), &b))
		fail_msg("no byline: %s", line);
	is_text(b.text, line);
	return b;
}

static void
people(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_byline b;

	(void)state;
	b = byline(a, "By Jane Smith");
	assert_int_equal(b.n_authors, 1);
	is_text(b.authors[0].name, "Jane Smith");
	assert_int_equal(b.authors[0].kind, GP_PERSON);
	is_text(b.authors[0].role, "");
	b = byline(a, "Words by Étienne de la Tour-d’Auvergne");
	is_text(b.authors[0].name, "Étienne de la Tour-d’Auvergne");
	b = byline(a, "By matt.foster");
	is_text(b.authors[0].name, "Matt Foster");
	is_text(b.authors[0].raw, "matt.foster");
	assert_true(b.authors[0].derived);
	b = byline(a, "By Civil Service World");
	assert_int_equal(b.authors[0].kind, GP_ORGANISATION);
	b = byline(a, "By Jane Smith in Brussels");
	is_text(b.authors[0].name, "Jane Smith");
	is_text(b.authors[0].role, "");
	b = byline(a, "By Jane Smith and agency");
	assert_int_equal(b.n_authors, 1);
	is_text(b.authors[0].name, "Jane Smith");
	b = byline(a, "By Jane Smith and Tom Jones for The Guardian");
	assert_int_equal(b.n_authors, 2);
	is_text(b.authors[1].name, "Tom Jones");
	b = byline(a, "Analysis by Jane Smith");
	is_text(b.authors[0].name, "Jane Smith");
	b = byline(a, "Par Jeanne Dupont");
	is_text(b.authors[0].name, "Jeanne Dupont");
	b = byline(a, "By Department for Education");
	is_text(b.authors[0].name, "Department for Education");
	b = byline(a, "By Ann Lee OBE MP");
	is_text(b.authors[0].name, "Ann Lee");
	is_text(b.authors[0].suffix, "OBE MP");
	is_text(b.authors[0].display, "Ann Lee OBE MP");
	gp_arena_free(a);
}

static void
several(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_byline b;

	(void)state;
	b = byline(a, "By Jane Smith, Tom Jones and Ann Lee");
	assert_int_equal(b.n_authors, 3);
	is_text(b.authors[2].name, "Ann Lee");
	b = byline(a, "By Jane Smith and Tom Jones, Political Editors");
	assert_int_equal(b.n_authors, 2);
	is_text(b.authors[1].role, "Political Editors");
	b = byline(a, "By Department of Health and Social Care");
	assert_int_equal(b.n_authors, 1);
	b = byline(a, "By Marks and Spencer");
	assert_int_equal(b.n_authors, 1);
	gp_arena_free(a);
}

static void
roles(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_byline b;

	(void)state;
	b = byline(a, "Written by Matt Hancock MP, Her Majesty’s Paymaster "
	              "General, Former Minister for the Cabinet Office and "
	              "the MP for West Suffolk");
	assert_int_equal(b.n_authors, 1);
	assert_int_equal(b.authors[0].n_roles, 3);
	is_text(b.authors[0].roles[1],
	        "Former Minister for the Cabinet Office");
	is_text(b.authors[0].roles[2], "MP for West Suffolk");
	b = byline(a, "By Jane Smith, Health Secretary and Deputy Leader");
	assert_int_equal(b.n_authors, 1);
	is_text(b.authors[0].role, "Health Secretary and Deputy Leader");
	b = byline(a, "By Jane Smith - Health Correspondent");
	is_text(b.authors[0].role, "Health Correspondent");
	b = byline(a, "By matt.foster | Reporter");
	is_text(b.authors[0].role, "Reporter");
	gp_byline_drop_role(&b);
	is_text(b.authors[0].role, "");
	gp_arena_free(a);
}

static void
no_bylines(void **state)
{
	static const char *const lines[] = {
		"",
		"By",
		"By ",
		"By the end of the year",
		"By Monday, ministers had agreed on all of it.",
		"Bystanders Gather",
		"By Jane Smith reveals all",
		"By Jane Smith and",
		"Jane Smith",
		"by a.b c",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof lines / sizeof lines[0]; i++)
		if (gp_byline_is(gp_str(lines[i])))
			fail_msg("a byline: %s", lines[i]);
}

static void
bare_names(void **state)
{
	static const char *const names[] = {
		"Jane Smith",
		"JANE SMITH",
		"Ludwig van Beethoven",
		"Jane Smith, The Guardian",
		"Jane Smith in Brussels",
		"Jane Smith and agency",
		"Jane Smith and Tom Jones",
	};
	static const char *const others[] = {
		"Jane",     "The end of it", "Key findings",
		"Smith of", "A B C D E",     "12 May 2014",
		"",         "van Gogh",      "Jane Smith in the end said no",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (!gp_byline_maybe(gp_str(names[i])))
			fail_msg("no name: %s", names[i]);
	for (i = 0; i < sizeof others / sizeof others[0]; i++)
		if (gp_byline_maybe(gp_str(others[i])))
			fail_msg("a name: %s", others[i]);
}

/* Behind the text: by whom it is, unless somebody signed before it. */
static void
signatures(void **state)
{
	const struct gp_doc *doc =
		normalised("Floods come\n\n" PROSE "\n\nText: Jo Bo\n");

	(void)state;
	assert_int_equal(doc->byline.n_authors, 1);
	is_text(doc->byline.authors[0].name, "Jo Bo");
	is_text(doc->byline.text, "Jo Bo");
	gp_doc_free(doc);
	doc = normalised("Floods come\n\nBy Ann Other\n\n" PROSE
	                 "\n\nText: Jo Bo\n");
	is_text(doc->byline.authors[0].name, "Ann Other");
	gp_doc_free(doc);
	/* No line goes that says more than the byline. */
	doc = normalised("Floods come\n\n" PROSE
	                 "\n\nReporting by Jo Bo; editing by Ann Other\n");
	is_text(doc->byline.authors[0].name, "Jo Bo");
	assert_int_equal(doc->byline.at.first, 0);
	gp_doc_free(doc);
	doc = normalised("Floods come\n\n" PROSE "\n\nText: Romans 8\n");
	assert_int_equal(doc->byline.n_authors, 0);
	gp_doc_free(doc);
}

/* ---- the front zone ---- */

static void
title_and_standfirst(void **state)
{
	const struct gp_doc *doc =
		normalised("Advertisement\n\nThe 'title' stays: AS it is\n\n"
	                   "A line that says the same in more words\n\n" PROSE);

	(void)state;
	is_text(doc->title.text, "The ‘title’ stays: AS it is");
	is_text(doc->standfirst.text,
	        "A line that says the same in more words");
	is_text(doc->standfirst.confidence, "high");
	assert_int_equal(doc->title.at.first, 3);
	assert_non_null(dropped_at(doc, 1));
	gp_doc_free(doc);

	/* A sentence, a label, a list and prose are none. */
	doc = normalised("Title here\n\nThis is a short sentence of it.\n\n"
	                 "Six words without a stop here\n\n" PROSE);
	is_text(doc->standfirst.text, "");
	gp_doc_free(doc);
	doc = normalised(PROSE "\n" PROSE);
	is_text(doc->title.text, "");
	assert_int_equal(warned(doc, "no-title"), 1);
	gp_doc_free(doc);
	doc = normalised("Title here\n\n• one two three four five six\n"
	                 "• one two three four five six\n\n" PROSE);
	is_text(doc->standfirst.text, "");
	gp_doc_free(doc);
}

static void
standfirst_by_structure(void **state)
{
	const struct gp_doc *doc = normalised(
		"Title here\n\n" PROSE "\n\nA heading\n\n" PROSE "\n" PROSE);

	(void)state;
	assert_true(gp_str_starts(doc->standfirst.text, GP_STR("This is")));
	is_text(doc->standfirst.confidence, "medium");
	is_text(doc->standfirst.alternative, "body paragraph");
	is_block(doc, 0, GP_HEADING, "A heading");
	gp_doc_free(doc);
	doc = normalised("Title here\n\n" PROSE "\n1) A heading\n\n" PROSE
	                 "\n" PROSE);
	is_text(doc->standfirst.text, "");
	gp_doc_free(doc);
}

static void
lines_of_the_front(void **state)
{
	const struct gp_doc *doc = normalised(
		"Title here\n\nJane Smith\n\nBy Jane Smith, 1 May 2014\n\n"
		"Updated 2 May 2014\n\nhttps://example.org/a\n\n"
		"Source: The Times\n\nShare this page\n\n" PROSE "\n" PROSE);

	(void)state;
	is_text(doc->byline.authors[0].name, "Jane Smith");
	is_text(doc->byline.authors[0].role, "");
	assert_int_equal(doc->byline.at.first, 3);
	assert_int_equal(doc->byline.at.last, 5);
	is_text(dropped_at(doc, 3)->rule, "repeated-name");
	assert_int_equal(doc->date.date.day, 1);
	is_text(dropped_at(doc, 7)->reason, "consumed-as-metadata");
	is_text(doc->url.text, "https://example.org/a");
	is_text(doc->source.name, "The Times");
	is_text(doc->source.confidence, "stated");
	is_text(dropped_at(doc, 13)->reason, "share-widget");
	assert_int_equal(blocks_of(doc), 2);
	gp_doc_free(doc);
}

static void
dates_of_the_tail(void **state)
{
	const struct gp_doc *doc =
		normalised("Title here\n\n" PROSE
	                   "\n25 September 2015 | 2:57 pm – Source:\n");

	(void)state;
	assert_int_equal(doc->date.role, GP_AGGREGATED);
	assert_int_equal(warned(doc, "date-aggregated"), 1);
	assert_int_equal(warned(doc, "source-empty"), 1);
	is_text(dropped_at(doc, 5)->reason, "consumed-as-metadata");
	gp_doc_free(doc);
	/* Published says more than updated, whichever comes first. */
	doc = normalised(
		"Title here\n\nUpdated 2 May 2014\n\n1 May 2014\n\n" PROSE);
	assert_int_equal(doc->date.date.day, 1);
	assert_int_equal(doc->date.role, GP_PUBLISHED);
	gp_doc_free(doc);
	/* In the middle of the text a date is text. */
	doc = normalised("Title here\n\n" PROSE "\n1 May 2014\n\n" PROSE);
	assert_int_equal(doc->date.date.precision, GP_NO_DATE);
	gp_doc_free(doc);
}

static void
sources(void **state)
{
	const struct gp_doc *doc = normalised(
		"Title here\n\nBy Civil Service World\n\n" PROSE "\n" PROSE
		"\n" PROSE "\n" PROSE "\n" PROSE "\n" PROSE
		"\nRead the latest articles by X - Read the May issue of "
		"Civil Service World\n");

	(void)state;
	is_text(doc->source.name, "Civil Service World");
	is_text(doc->source.confidence, "inferred");
	assert_int_equal(doc->source.n_evidence, 2);
	gp_doc_free(doc);
	doc = normalised("Title here\n\nShe told CSW on Monday that it was "
	                 "all of it true, and told BBC News so.\n\n" PROSE
	                 "\n" PROSE "\n" PROSE "\n" PROSE
	                 "\n\nRelated articles\nA webinar with CSW\n");
	is_text(doc->source.name, "");
	assert_int_equal(doc->source.n_candidates, 1);
	is_text(doc->source.candidates[0].name, "CSW");
	assert_int_equal(doc->source.candidates[0].n_lines, 2);
	gp_doc_free(doc);
}

/* ---- pack.yaml ---- */

static const char overridden[] =
	"Title here\n\nA line that says the same in more words\n\n"
	"By Jane Smith\n\n1 May 2014\n\n" PROSE "\n" PROSE;

static const struct gp_doc *
with(struct gp_override *o)
{
	struct gp_err e = { 0 };
	struct gp_normaliser how = { .override = o };
	const struct gp_doc *doc =
		normalised_with(gp_str(overridden), &how, &e);

	assert_string_equal(e.msg, "");
	assert_non_null(doc);
	return doc;
}

static void
overrides(void **state)
{
	struct gp_override o = {
		.title = GP_STR("The editor's title"),
		.standfirst = GP_STR("Another"),
		.byline = GP_STR("Tom Jones MP"),
		.source = GP_STR("The Times"),
		.url = GP_STR("https://example.org/"),
		.lang = GP_STR("cy"),
		.date = { .precision = GP_MONTH, .year = 2014, .month = 6 },
	};
	const struct gp_doc *doc = with(&o);
	unsigned line;

	(void)state;
	is_text(doc->title.text, "The editor’s title");
	assert_int_equal(doc->title.at.first, 0);
	is_text(doc->standfirst.text, "Another");
	is_text(doc->standfirst.confidence, "given");
	is_text(doc->byline.text, "Tom Jones MP");
	is_text(doc->byline.authors[0].suffix, "MP");
	is_text(doc->source.name, "The Times");
	is_text(doc->source.confidence, "given");
	is_text(doc->url.text, "https://example.org/");
	is_text(doc->lang, "cy");
	assert_int_equal(doc->date.date.precision, GP_MONTH);
	/* Neighbours of one reason are one entry. */
	line = doc->dropped->at.first;
	assert_int_equal(line, 1);
	assert_int_equal(doc->dropped->at.last, 7);
	is_text(doc->dropped->reason, "overridden");
	assert_int_equal(doc->dropped->confidence, 100);
	assert_null(doc->dropped->next);
	assert_int_equal(blocks_of(doc), 2);
	gp_doc_free(doc);
}

static void
overrides_that_agree(void **state)
{
	struct gp_override o = {
		.title = GP_STR("Title here"),
		.standfirst = GP_STR("A line that says the same in more words"),
		.byline = GP_STR("By Jane Smith"),
		.date = { .precision = GP_DAY,
		          .year = 2014,
		          .month = 5,
		          .day = 1 },
	};
	const struct gp_doc *doc = with(&o);

	(void)state;
	assert_int_equal(doc->title.at.first, 1);
	assert_int_equal(doc->standfirst.at.first, 3);
	is_text(doc->standfirst.confidence, "given");
	assert_int_equal(doc->byline.at.first, 5);
	assert_int_equal(doc->date.at.first, 7);
	assert_null(doc->dropped);
	is_text(doc->lang, "en-GB");
	gp_doc_free(doc);
}

/* A title that turns the words round it is closed, and that is told. */
static void
directions_are_closed(void **state)
{
	const struct gp_doc *doc = normalised(
		"The title \u202Eturns\n\n"
		"A first paragraph that is long enough to be running text, with "
		"a full stop at its end.\n\n"
		"A second paragraph that is long enough to be running text too, "
		"with another full stop.\n");

	(void)state;
	is_text(doc->title.text, "The title \u202Eturns\u202C");
	assert_int_equal(warned(doc, "direction-open"), 1);
	gp_doc_free(doc);
}

/* What stands for a picture that comes first are no words of the article. */
static void
picture_first(void **state)
{
	const struct gp_doc *doc = normalised_as(
		"a.md", "![Boats](boats.png)\n\nThree boats came in on Monday, "
			"and the harbour was full before the evening.\n");

	(void)state;
	is_text(doc->title.text, "");
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(picture_first),
		cmocka_unit_test(dates),
		cmocka_unit_test(no_dates),
		cmocka_unit_test(people),
		cmocka_unit_test(several),
		cmocka_unit_test(roles),
		cmocka_unit_test(no_bylines),
		cmocka_unit_test(bare_names),
		cmocka_unit_test(signatures),
		cmocka_unit_test(title_and_standfirst),
		cmocka_unit_test(standfirst_by_structure),
		cmocka_unit_test(lines_of_the_front),
		cmocka_unit_test(dates_of_the_tail),
		cmocka_unit_test(sources),
		cmocka_unit_test(overrides),
		cmocka_unit_test(overrides_that_agree),
		cmocka_unit_test(directions_are_closed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
