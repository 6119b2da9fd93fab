/* Lines as real pages have them: what is an author's stays, wherever it
   stands; what a page puts above an article is told from the article. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "normalised.h"

#include "model/node_words.h"

#define PROSE                                                               \
	"This is a paragraph of prose that is long enough to be taken for " \
	"one, and it ends.\n"
#define TEXT PROSE "\n" PROSE "\n" PROSE "\n" PROSE "\n" PROSE "\n" PROSE

/* A label before a better title is not the title. */
static void
labels_over_titles(void **state)
{
	static const char *const labels[] = { "Press release", "OPINION",
		                              "View this email in your browser",
		                              "Facebook" };
	struct gp_buf text = { .max = 0 };
	const struct gp_doc *doc;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof labels / sizeof labels[0]; i++) {
		gp_buf_clear(&text);
		gp_buf_printf(&text, "%s\n\nThe minister’s plan\n\n" TEXT,
		              labels[i]);
		gp_buf_putc(&text, '\0');
		doc = normalised(text.data);
		is_text(doc->title.text, "The minister’s plan");
		assert_non_null(dropped_at(doc, 1));
		assert_int_equal(blocks_of(doc), 6);
		gp_doc_free(doc);
	}
	gp_buf_free(&text);
	/* With nothing better behind it, it is. */
	doc = normalised("Opinion\n\n" TEXT);
	is_text(doc->title.text, "Opinion");
	gp_doc_free(doc);
	doc = normalised("Opinion\n\nBy Jane Smith\n\n" TEXT);
	is_text(doc->title.text, "Opinion");
	gp_doc_free(doc);
	/* As it stands, and said. */
	doc = normalised("title: The minister’s plan\n\n" TEXT);
	is_text(doc->title.text, "title: The minister’s plan");
	assert_int_equal(warned(doc, "title-label"), 1);
	gp_doc_free(doc);
}

/* ---- headings that read like buttons ---- */

static void
names_as_headings(void **state)
{
	static const char *const names[] = { "Facebook", "WhatsApp",
		                             "Advertising", "Email" };
	struct gp_buf text = { .max = 0 };
	const struct gp_doc *doc;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		gp_buf_clear(&text);
		gp_buf_printf(&text,
		              "Title here\n\n" PROSE "\n" PROSE "\n%s\n\n" TEXT
		              "\n%s\n",
		              names[i], names[i]);
		gp_buf_putc(&text, '\0');
		doc = normalised(text.data);
		is_block(doc, 2, GP_HEADING, names[i]);
		/* Behind the text it is a button. */
		assert_non_null(dropped_at(doc, 21));
		gp_doc_free(doc);
	}
	gp_buf_free(&text);
	doc = normalised("Title here\n\n" PROSE "\nAdvertisement\n\n" TEXT);
	assert_non_null(dropped_at(doc, 5));
	gp_doc_free(doc);
}

static void
contacts_stay(void **state)
{
	const struct gp_doc *doc = normalised(
		"Title here\n\n" TEXT
		"\nContact: Defra press office, 020 8225 7618, out of hours\n");

	(void)state;
	is_block(doc, 6, GP_PARAGRAPH,
	         "Contact: Defra press office, 020 8225 7618, out of hours");
	gp_doc_free(doc);
}

/* ---- the lines between title and text ---- */

static void
doubtful_lines(void **state)
{
	static const char *const rows[][2] = {
		{ "Jane Smith", "byline-candidate" },
		{ "JANE SMITH", "byline-candidate" },
		{ "Jane Smith, The Guardian", "byline-candidate" },
		{ "Jane Smith in Brussels and Tom Jones", "byline-candidate" },
		{ "12/03/2024", "date-ambiguous" },
		{ "Published: 12/03/2024", "date-ambiguous" },
		{ "Image caption, The minister at the site in Hull",
		  "front-line" },
		{ "Krant van 12 maart 2024 om 15.45", "front-line" },
	};
	struct gp_buf text = { .max = 0 };
	const struct gp_doc *doc;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		gp_buf_clear(&text);
		gp_buf_printf(&text, "Title here\n\n%s\n\n" TEXT, rows[i][0]);
		gp_buf_putc(&text, '\0');
		doc = normalised(text.data);
		is_text(doc->standfirst.text, "");
		is_block(doc, 0, GP_PARAGRAPH, rows[i][0]);
		if (warned(doc, rows[i][1]) != 1)
			fail_msg("%s: no %s", rows[i][0], rows[i][1]);
		gp_doc_free(doc);
	}
	gp_buf_free(&text);
}

static void
labels_of_dates(void **state)
{
	const struct gp_doc *doc = normalised("Title here\n\nPublished\n\n"
	                                      "12 March 2024\n\nLast updated:\n"
	                                      "13 March 2024\n\n" TEXT);

	(void)state;
	assert_int_equal(doc->date.date.day, 12);
	assert_int_equal(doc->date.role, GP_PUBLISHED);
	assert_int_equal(doc->date.at.first, 3);
	assert_int_equal(doc->date.at.last, 5);
	assert_int_equal(dropped_at(doc, 7)->at.last, 8);
	assert_int_equal(blocks_of(doc), 6);
	gp_doc_free(doc);
	doc = normalised("Title here\n\nUpdated\n12 March 2024\n\n" TEXT);
	assert_int_equal(doc->date.role, GP_MODIFIED);
	assert_int_equal(blocks_of(doc), 6);
	gp_doc_free(doc);
	/* The label of the date that gives way goes with it. */
	doc = normalised("Title here\n\nUpdated\n12 March 2024\n\n"
	                 "Published\n11 March 2024\n\n" TEXT);
	assert_int_equal(doc->date.date.day, 11);
	assert_int_equal(dropped_at(doc, 3)->at.last, 4);
	assert_int_equal(blocks_of(doc), 6);
	gp_doc_free(doc);
}

/* ---- sources of tables and pictures ---- */

static void
sources_of_tables(void **state)
{
	const struct gp_doc *doc = normalised("Title here\n\n" PROSE "\n" PROSE
	                                      "\nSource: ONS\n\n" TEXT
	                                      "\nYear Staff\n2014 300\nSource: "
	                                      "Treasury\n");

	(void)state;
	is_text(doc->source.name, "");
	is_block(doc, 2, GP_PARAGRAPH, "Source: ONS");
	is_block(doc, blocks_of(doc) - 1, GP_PARAGRAPH, "Source: Treasury");
	gp_doc_free(doc);
	doc = normalised("Title here\n\n" TEXT "\nSource: The Times\n");
	is_text(doc->source.name, "The Times");
	gp_doc_free(doc);
}

/* ---- lists and tables ---- */

static void
items_over_lines(void **state)
{
	const struct gp_doc *doc = normalised(
		"Title here\n\n" TEXT "\nThe money goes to:\n\n"
		"- £18m for Humberside, including\n  a new barrier at Hull\n"
		"- £5m for Kent\n\n"
		"  1) two of them\n     on two lines\n  2) one.\n\n" TEXT);
	const struct gp_node *list = block_of(doc, 7);
	struct gp_buf words = { .max = 0 };

	(void)state;
	assert_int_equal(list->kind, GP_LIST);
	assert_int_equal(list->at.first, 17);
	assert_int_equal(list->at.last, 19);
	assert_int_equal(list->first->at.last, 18);
	gp_node_words(list->first, &words);
	is_text(gp_buf_view(&words),
	        "£18m for Humberside, including a new barrier at Hull");
	gp_buf_free(&words);
	assert_ptr_equal(list->first->next->next, NULL);
	assert_int_equal(block_of(doc, 8)->first->at.last, 22);
	assert_int_equal(blocks_of(doc), 15);
	gp_doc_free(doc);
	/* As deep as the mark, or apart: a line of its own. */
	doc = normalised("Title here\n\n" TEXT "\n  - one of them here\n"
	                 "  and a line\n\n    another line\n\n" TEXT);
	assert_int_equal(block_of(doc, 6)->at.last, 15);
	assert_int_equal(blocks_of(doc), 15);
	gp_doc_free(doc);
}

static void
tables(void **state)
{
	const struct gp_doc *doc = normalised(
		"Title here\n\n" TEXT "\n\nYear\tStaff here\tof them\n"
		"2014 or so\t300\tof them\n2015 or so\t200\tof them\n\n\n" TEXT);

	(void)state;
	assert_int_equal(warned(doc, "looks-like-table"), 1);
	assert_int_equal(warned(doc, "kept-run"), 0);
	assert_null(doc->dropped);
	is_block(doc, 6, GP_PARAGRAPH, "Year Staff here of them");
	assert_int_equal(blocks_of(doc), 15);
	gp_doc_free(doc);
	doc = normalised("Title here\n\n" TEXT "\n\tA line\tof it\n\n\tand "
	                 "more\n\tand more\n\n" TEXT);
	assert_int_equal(warned(doc, "looks-like-table"), 0);
	gp_doc_free(doc);
}

static void
links_of_the_tail(void **state)
{
	const struct gp_doc *doc = normalised(
		"Title here\n\n" TEXT "\nMore on this story\n\n"
		"Barrier at Hull delayed again\n\nWhat is the barrier?\n\n"
		"Minister visits Hull\n\nRelated Topics\n\nFlooding\n\n"
		"Press office 020 8225 7618\n");

	(void)state;
	assert_int_equal(blocks_of(doc), 8);
	is_block(doc, 6, GP_PARAGRAPH, "What is the barrier?");
	is_block(doc, 7, GP_PARAGRAPH, "Press office 020 8225 7618");
	assert_int_equal(dropped_at(doc, 15)->at.last, 17);
	assert_int_equal(dropped_at(doc, 21)->at.last, 25);
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels_over_titles),
		cmocka_unit_test(names_as_headings),
		cmocka_unit_test(contacts_stay),
		cmocka_unit_test(sources_of_tables),
		cmocka_unit_test(doubtful_lines),
		cmocka_unit_test(items_over_lines),
		cmocka_unit_test(tables),
		cmocka_unit_test(links_of_the_tail),
		cmocka_unit_test(labels_of_dates),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
