/* Character references come out alike, whatever the format they stand in,
   unless that format says otherwise. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "normalised.h"

#define SENTENCE "The fish were sold on Monday, and all of them were fresh."

/* Before and behind the words at hand, so that they are an article's. */
struct format {
	const char *name, *before, *behind;
};

static const struct format plain = { "a.txt",
	                             "Fish were sold\n\n" SENTENCE "\n\n",
	                             "\n\n" SENTENCE "\n" };
static const struct format markdown = { "a.md",
	                                "# Fish were sold\n\n" SENTENCE "\n\n",
	                                "\n\n" SENTENCE "\n" };
static const struct format page = {
	"a.html",
	"<!DOCTYPE html><html><body><article><h1>Fish were sold</h1><p>" SENTENCE
	"</p><p>",
	"</p><p>" SENTENCE "</p></article></body></html>"
};
static const struct format feed = {
	"a.json",
	"{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": "
	"[{\"id\": \"1\", \"title\": \"Fish were sold\", "
	"\"content_html\": \"<p>" SENTENCE "</p><p>",
	"</p><p>" SENTENCE "</p>\"}]}"
};

static void
comes_out(const struct format *f, const char *words, const char *want)
{
	struct gp_buf text = { .max = 0 };
	const struct gp_doc *doc;

	gp_buf_printf(&text, "%s%s%s", f->before, words, f->behind);
	doc = normalised_as(f->name, text.data);
	is_block(doc, 1, GP_PARAGRAPH, want);
	gp_doc_free(doc);
	gp_buf_free(&text);
}

static void
alike_everywhere(void **state)
{
	static const struct format *const formats[] = { &plain, &markdown,
		                                        &page, &feed };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof formats / sizeof *formats; i++) {
		comes_out(formats[i], "Fish &amp; chips, from 1990&#150;95.",
		          "Fish & chips, from 1990–95.");
		comes_out(formats[i], "The caf&eacute; and the &Aacute;.",
		          "The café and the Á.");
		comes_out(formats[i],
		          "&ldquo;Fish&rdquo; &rarr; &#x2019;&#128;.",
		          "“Fish” → ’€.");
		comes_out(formats[i], "Fish &unknown; &; AT&T.",
		          "Fish &unknown; &; AT&T.");
	}
	comes_out(&plain, "Fish &AMP; &GT; chips.", "Fish & > chips.");
	comes_out(&markdown, "Fish &AMP; &GT; chips.", "Fish & > chips.");
}

/* As browsers read them; but CommonMark (6.2) has the semicolon. */
static void
without_semicolon(void **state)
{
	(void)state;
	comes_out(&plain, "Fish &amp chips in a caf&eacute, 1990&#150 95.",
	          "Fish & chips in a café, 1990– 95.");
	comes_out(&markdown, "Fish &amp chips in a caf&eacute, 1990&#150 95.",
	          "Fish &amp chips in a caf&eacute, 1990&#150 95.");
	comes_out(&markdown,
	          "A <a title=x href=\"https://a.example/?b&amp=c\">"
	          "link&amp;</a>, <b>&GT</b>.",
	          "A link&, &GT.");
}

/* What XML forbids never comes out. */
static void
forbidden(void **state)
{
	(void)state;
	comes_out(&plain, "A &#0; &#1; &#x81; &#xFFFF; fish.",
	          "A &#0; &#1; &#x81; &#xFFFF; fish.");
	comes_out(&markdown, "A &#0; &#1; &#x81; &#xFFFF; fish.",
	          "A \uFFFD \uFFFD \uFFFD \uFFFD fish.");
}

/* Heads and titles of feeds are escaped once too often. */
static void
in_titles(void **state)
{
	const struct gp_doc *doc = normalised_as(
		"a.json",
		"{\"version\": \"https://jsonfeed.org/version/1.1\", "
		"\"items\": [{\"id\": \"1\", \"title\": "
		"\"Fish &amp chips, caf&eacute; &AMP; 1990&#150;95\", "
		"\"content_html\": \"<p>" SENTENCE "</p>\"}]}");

	(void)state;
	is_text(doc->title.text, "Fish & chips, café & 1990–95");
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(alike_everywhere),
		cmocka_unit_test(without_semicolon),
		cmocka_unit_test(forbidden),
		cmocka_unit_test(in_titles),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
