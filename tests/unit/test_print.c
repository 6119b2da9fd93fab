/* The printers for people: text, tree, explain.  Every kind has its line,
   no line is too wide, nothing that was dropped is left unsaid, no article
   can steer the terminal, colour adds nothing but colour. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "fixture.h"
#include "report/terminal_lines.h"
#include "report/printer.h"

#define ROWS(table) (sizeof(table) / sizeof *(table))

static struct gp_buf
print(const struct gp_printer *p, const struct gp_doc *doc, bool colour)
{
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	if (!p->print(doc, colour, &out, &e))
		fail_msg("%s", e.msg);
	return out;
}

static bool
holds(const struct gp_buf *b, const char *part)
{
	return strstr(b->data, part) != NULL;
}

static void
must_hold(const struct gp_buf *b, const char *part)
{
	if (!holds(b, part))
		fail_msg("no \"%s\" in:\n%s", part, b->data);
}

/* ---- text ---- */

static void
text_of_every_kind(void **state)
{
	static const char *const lines[] = {
		"It saved 10⁶ tonnes of CO₂ on the 21st, or x^(a/b), at "
		"~~£12 million~~ £14 million, as the word register(REJ-ist-er) "
		"has it.",
		"A heading of level two",
		"• a list item",
		"• an item that holds a list:",
		"1. the first of two",
		"2. the second of two",
		"• the last item",
		"7. and leaves six out",
		"(b) with its second item",
		"Transaction",
		"    What a person asks of a service.",
		"Permit",
		"    One of two papers:",
		"    • to drive;",
		"    What such a paper says.",
		"Two services in one year",
		"Service\tTransactions\tCost of each",
		"Vehicle tax\t42.8 million\t£0.64",
		"What one transaction costs",
		"Listing 1: how to ask",
		"ask --cost licence",
		"Nobody asks for a portal.",
		"The minister, in committee",
		("Not included: Costs, year by year "
		 "(https://www.example.org/chart)"),
		"Before and after",
		"A quotation in a quotation.",
		"* * *",
		"GET /register/country/GB  {     \"name\": \"United Kingdom\" }",
		"The last paragraph.",
	};
	struct gp_doc *doc = fixture_every_kind();
	struct gp_buf out = print(&gp_print_text, doc, true);
	struct gp_str rest = gp_buf_view(&out), line;
	size_t next = 0;

	(void)state;
	/* What a picture shows is no running text. */
	assert_false(holds(&out, "A line that falls"));
	while (gp_str_split(&rest, '\n', &line))
		if (next < ROWS(lines) && gp_str_eq(line, gp_str(lines[next])))
			next++;
	if (next < ROWS(lines))
		fail_msg("no line \"%s\" in its place in:\n%s", lines[next],
		         out.data);
	assert_false(holds(&out, "Departments publish"));
	assert_false(holds(&out, "\x1B"));
	must_hold(&out, "a line break, and ");
	gp_buf_free(&out);
	gp_doc_free(doc);
}

static void
text_of_headings(void **state)
{
	struct gp_doc *doc = fixture_lessons();
	struct gp_buf out = print(&gp_print_text, doc, false);

	(void)state;
	must_hold(&out, "\n1) Start small\n…because");
	gp_buf_free(&out);
	gp_doc_free(doc);
}

/* ---- tree ---- */

static void
tree(void **state)
{
	static const char *const lines[] = {
		"title \"Departments publish what their services cost, down",
		"  organisation \"Civil Service World\"\n",
		"date is=published \"2015-09-23\"\n",
		"body\n  paragraph\n    text \"Text with \"\n    emphasis\n",
		"  list\n    list-item label=•\n      paragraph\n",
		"      list ordered\n        list-item label=1.\n",
		"      cell header\n        text \"Service\"\n",
		"      cell columns=3\n",
		"  paragraph speech=open\n",
		"  paragraph run-in=16\n",
		"  heading level=3\n",
		"    emphasis lang=fr\n",
		"dropped related-links 0.98 \"Related articles One thing",
		"repaired nbsp-to-space 8\n",
	};
	struct gp_doc *doc = fixture_every_kind();
	struct gp_buf out;
	size_t i;

	(void)state;
	doc->body->first->at = (struct gp_span){ 3, 4 };
	gp_doc_warn(doc, "no-end-stop", 31, "no end stop");
	out = print(&gp_print_tree, doc, false);
	must_hold(&out, "  paragraph 3-4\n");
	must_hold(&out, "warning 31 no-end-stop \"no end stop\"\n");
	gp_buf_free(&out);
	doc->body->first->at = (struct gp_span){ 0, 0 };
	out = print(&gp_print_tree, doc, false);
	for (i = 0; i < ROWS(lines); i++)
		must_hold(&out, lines[i]);
	gp_buf_free(&out);
	gp_doc_free(doc);
}

/* ---- explain ---- */

/* What a colour adds, taken away again. */
static struct gp_buf
without_colour(const struct gp_buf *b)
{
	struct gp_buf out = { .max = 0 };
	size_t i;

	for (i = 0; i < b->len; i++) {
		if (b->data[i] != '\x1B')
			gp_buf_putc(&out, b->data[i]);
		else
			while (b->data[i] != 'm')
				i++;
	}
	return out;
}

static void
colour(void **state)
{
	struct gp_doc *docs[] = { fixture_every_kind(), fixture_lessons(),
		                  fixture_hostile(), fixture_bare() };
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(docs); i++) {
		struct gp_buf plain = print(&gp_print_explain, docs[i], false);
		struct gp_buf bright = print(&gp_print_explain, docs[i], true);
		struct gp_buf faded = without_colour(&bright);

		assert_false(holds(&plain, "\x1B"));
		assert_true(holds(&bright, "\x1B[1m"));
		assert_string_equal(faded.data, plain.data);
		gp_buf_free(&plain);
		gp_buf_free(&bright);
		gp_buf_free(&faded);
		gp_doc_free(docs[i]);
	}
}

static void
drop(struct gp_doc *doc, unsigned first, unsigned last, const char *raw,
     const char *reason, const char *rule)
{
	struct gp_dropped **at = &doc->dropped;
	struct gp_dropped *d = gp_arena_alloc(doc->arena, sizeof *d);

	assert_non_null(d);
	while (*at)
		at = &(*at)->next;
	*d = (struct gp_dropped){ .at = { first, last },
		                  .raw = gp_str(raw),
		                  .reason = gp_str(reason),
		                  .rule = gp_str(rule),
		                  .confidence = 93 };
	*at = d;
}

static void
explain_dropped(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_buf out;

	(void)state;
	drop(doc, 15, 18, "Related ‘stories’:\n\nOne thing\nAnother thing",
	     "related-links", "related.*");
	drop(doc, 30, 30, "Share this page", "share-widget", "share .*");
	out = print(&gp_print_explain, doc, false);
	must_hold(&out, "  1. links to other articles (related-links), "
	                "confidence 0.93\n"
	                "         15 | Related ‘stories’:\n"
	                "         17 | One thing\n"
	                "         18 | Another thing\n"
	                "              rule: related.*\n");
	must_hold(&out, "         30 | Share this page\n");
	/* Marks that a rule may see otherwise stand for anything. */
	must_hold(&out, "      - pattern: 'Related .+stories.+'\n"
	                "        zone: mid\n"
	                "        confidence: 0\n");
	gp_buf_free(&out);
	gp_doc_free(doc);
}

/* A pattern that fits every line is no advice. */
static void
explain_no_words(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_buf out;

	(void)state;
	drop(doc, 0, 0, "* * *", "ad", "");
	out = print(&gp_print_explain, doc, false);
	must_hold(&out, "            | * * *\n");
	must_hold(&out, "--keep-all");
	assert_false(holds(&out, "pattern:"));
	gp_buf_free(&out);
	gp_doc_free(doc);
}

static void
explain_fields(void **state)
{
	static const char *const parts[] = {
		"line 6: byline looks like a user name: matt.foster\n",
		"person: Matt Foster; a guess from the user name matt.foster\n",
		"the moment another site copied it; without a time zone\n",
		"  Source      not found\n",
		"could be CSW, lines 20, 35\n",
		"        byline: By First Last  # made from a user name\n",
		"        date: YYYY-MM-DD  # not that of publication\n",
		"        source: Name of the publication  # not found\n",
		"      - file: 'it''s.txt'\n",
	};
	static unsigned lines[] = { 20, 35 };
	struct gp_author author = { .name = GP_STR("Matt Foster"),
		                    .raw = GP_STR("matt.foster"),
		                    .derived = true };
	struct gp_candidate candidate = { GP_STR("CSW"), lines, 2 };
	struct gp_doc *doc = fixture_bare();
	struct gp_buf out;
	size_t i;

	(void)state;
	doc->input.file = GP_STR("some/folder/it's.txt");
	doc->byline.text = GP_STR("By matt.foster");
	doc->byline.authors = &author;
	doc->byline.n_authors = 1;
	doc->source.candidates = &candidate;
	doc->source.n_candidates = 1;
	assert_true(gp_date_parse(GP_STR("2015-09-25T14:57"), &doc->date.date));
	doc->date.role = GP_AGGREGATED;
	gp_doc_warn(doc, "byline", 6, "byline looks like a user name: %s",
	            "matt.foster");
	out = print(&gp_print_explain, doc, false);
	for (i = 0; i < ROWS(parts); i++)
		must_hold(&out, parts[i]);
	gp_buf_free(&out);
	gp_doc_free(doc);
}

/* Every name has words for a person, and every finding its rule. */
static void
plain_words(void **state)
{
	static const char *const parts[] = {
		"tabs and odd spaces made plain",
		"lines that a rule of pack.yaml drops (house-rule)",
		"lines that pack.yaml replaces (overridden)",
		"as given in pack.yaml",
		("      - pattern: 'One'\n        confidence: 0\n"
		 "      - pattern: 'Two'\n        confidence: 0\n"),
	};
	struct gp_doc *doc = fixture_every_kind();
	struct gp_buf out;
	size_t i;

	(void)state;
	doc->dropped = NULL;
	gp_doc_repair(doc, "other-space-to-space", 2);
	drop(doc, 1, 1, "One", "house-rule", "One");
	drop(doc, 2, 2, "Gone", "overridden", "pack.yaml");
	drop(doc, 3, 3, "Two", "house-rule", "Two");
	doc->standfirst.text = GP_STR("A standfirst");
	doc->standfirst.confidence = GP_STR("given");
	out = print(&gp_print_explain, doc, false);
	for (i = 0; i < ROWS(parts); i++)
		must_hold(&out, parts[i]);
	gp_buf_free(&out);
	gp_doc_free(doc);
}

static void
narrow(void **state)
{
	struct gp_doc *doc = fixture_every_kind();
	struct gp_buf out;
	struct gp_str rest, line;
	size_t widest = 0;

	(void)state;
	drop(doc, 1, 1,
	     "A line that runs on and on, with 漢字漢字 漢字漢字 漢字漢字 漢字漢字 "
	     "漢字漢字 in it, and does not come to an end before it has filled "
	     "the screen twice over and a little more",
	     "ad",
	     "an|advertisement|of|many|words and more of them and still "
	     "more of them");
	out = print(&gp_print_explain, doc, false);
	rest = gp_buf_view(&out);
	while (gp_str_split(&rest, '\n', &line)) {
		if (gp_columns(line) > 80)
			fail_msg("too wide: %.*s", GP_ARG(line));
		if (gp_columns(line) > widest)
			widest = gp_columns(line);
	}
	assert_true(widest > 70);
	gp_buf_free(&out);
	gp_doc_free(doc);
}

/* ---- a terminal that stays where it is ---- */

static void
harmless(void **state)
{
	static const struct gp_printer *const printers[] = {
		&gp_print_tree, &gp_print_explain
	};
	static const char bad[] = "a\x1B[2J\x07 \xC2\x9B"
				  "31m \xE2\x80\xAE txt.exe \xE2\x80\x8B \x7F"
				  "\xFF end";
	size_t i;

	(void)state;
	for (i = 0; i < ROWS(printers); i++) {
		struct gp_doc *doc = fixture_bare();
		struct gp_buf out;

		doc->title.text = doc->standfirst.text = gp_str(bad);
		doc->byline.text = doc->source.name = gp_str(bad);
		doc->input.file = doc->url.text = gp_str(bad);
		drop(doc, 1, 1, bad, bad, bad);
		gp_doc_warn(doc, "x", 1, "%s", bad);
		gp_doc_repair(doc, bad, 1);
		out = print(printers[i], doc, false);
		assert_false(holds(&out, "\x1B"));
		assert_false(holds(&out, "\x07"));
		assert_false(holds(&out, "\xC2\x9B"));
		assert_false(holds(&out, "\xE2\x80\xAE"));
		assert_false(holds(&out, "\x7F"));
		assert_false(holds(&out, "\xFF"));
		must_hold(&out, "<U+001B>");
		must_hold(&out, "<U+202E>");
		gp_buf_free(&out);
		gp_doc_free(doc);
	}
}

static void
cut_and_wrapped(void **state)
{
	struct gp_buf out = { .max = 0 };

	(void)state;
	gp_put_short(&out, GP_STR("漢字漢字"), 8);
	assert_string_equal(out.data, "漢字漢字");
	gp_buf_clear(&out);
	gp_put_short(&out, GP_STR("漢字漢字"), 7);
	assert_string_equal(out.data, "漢字漢…");
	gp_buf_clear(&out);
	gp_put_short(&out, GP_STR("a\nb\tc"), 5);
	assert_string_equal(out.data, "a b c");
	gp_buf_clear(&out);
	gp_put_wrapped(&out, GP_STR("one  two three"), 70, "> ");
	assert_string_equal(out.data, "one  two\n> three\n");
	gp_buf_clear(&out);
	gp_put_wrapped(&out, GP_STR(""), 0, "> ");
	assert_string_equal(out.data, "\n");
	gp_buf_free(&out);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(text_of_every_kind),
		cmocka_unit_test(text_of_headings),
		cmocka_unit_test(tree),
		cmocka_unit_test(colour),
		cmocka_unit_test(explain_dropped),
		cmocka_unit_test(explain_no_words),
		cmocka_unit_test(explain_fields),
		cmocka_unit_test(plain_words),
		cmocka_unit_test(narrow),
		cmocka_unit_test(harmless),
		cmocka_unit_test(cut_and_wrapped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
