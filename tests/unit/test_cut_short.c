/*
 * Entries of feeds and pages that hold only the beginning of an article: the
 * warning, and what gives none.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "imported.h"

#define SENTENCE                                                              \
	"The harbour is to be dredged in March, when the eels have left it, " \
	"and not before."

/* The first article of a source. */
static const struct gp_doc *
read_first(const char *name, const char *text)
{
	struct gp_normaliser how = { .rules = imported_rules() };
	struct gp_source_bytes source = { .name = name, .data = gp_str(text) };
	struct gp_articles all;
	struct gp_err e = { 0 };
	const struct gp_doc *doc = NULL;

	if (gp_import_all(&source, &all, NULL, &e))
		doc = gp_normalise(all.drafts[0], &how, &e);
	gp_articles_free(&all);
	if (!doc)
		fail_msg("%s", e.msg);
	return doc;
}

static bool
is_cut(const char *name, const char *text)
{
	const struct gp_doc *doc = read_first(name, text);
	const struct gp_warning *w;
	bool found = false;

	for (w = doc ? doc->warnings : NULL; w; w = w->next)
		found |= strcmp(w->code, "cut-short") == 0;
	gp_doc_free(doc);
	return found;
}

#define ENTRY(html)                                                            \
	"<rss version=\"2.0\"><channel><title>A</title><item><title>B</title>" \
	"<description><![CDATA[" html                                          \
	"]]></description></item></channel></rss>"

static void
feeds(void **state)
{
	(void)state;
	assert_true(is_cut("a.rss", ENTRY("<p>" SENTENCE " [\u2026]</p>")));
	assert_true(is_cut("a.rss", ENTRY("<p>" SENTENCE "..</p>")));
	assert_true(is_cut("a.rss", ENTRY("<p>" SENTENCE " [...]</p><p>The "
	                                  "post B appeared first on A.</p>")));
	assert_false(is_cut("a.rss", ENTRY("<p>" SENTENCE "</p>")));
	assert_true(is_cut("a.rss", ENTRY("<p>" SENTENCE " [...]</p><p>The "
	                                  "post B first appeared on A.</p>")));
	assert_false(
		is_cut("a.rss", ENTRY("<p>" SENTENCE "</p><p>Der Beitrag B "
	                              "erschien zuerst auf A.</p>")));
}

static void
pages(void **state)
{
	(void)state;
	assert_true(is_cut("a.html", "<html><body><p>" SENTENCE " [...]</p>"));
	assert_true(is_cut("a.html",
	                   "<html><meta property=article:content_tier "
	                   "content=locked><p>" SENTENCE "</p>"));
	assert_false(is_cut("a.html",
	                    "<html><meta property="
	                    "article:content_tier content=free><p>" SENTENCE
	                    "</p>"));
	assert_false(is_cut("a.html", "<html><p>He said no more...</p>"));
}

/* What a publishing system signs is no word of the author. */
static void
credits(void **state)
{
	const struct gp_doc *doc = read_first(
		"a.rss",
		ENTRY("<p>" SENTENCE "</p><p>La entrada <a href=b>B</a> "
	              "se public\u00F3 primero en <a href=a>A</a>."
	              "</p>"));

	(void)state;
	assert_non_null(doc->dropped);
	assert_true(gp_str_eq(doc->dropped->rule, GP_STR("appeared-first-on")));
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(feeds),
		cmocka_unit_test(pages),
		cmocka_unit_test(credits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
