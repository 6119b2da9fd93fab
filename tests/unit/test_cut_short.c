/*
 * Entries of feeds, mails and pages that hold only the beginning of an article,
 * or end in the middle of something: the warning, and what gives none.
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

/* ---- sources that end in the middle ---- */

static void
broken_pages(void **state)
{
	static const char *const cut[] = {
		"<html><body><p>" SENTENCE "</p><p class=\"foo",
		"<html><body><p>" SENTENCE "</p><",
		"<html><body><p>" SENTENCE "</",
		"<html><body><p>" SENTENCE "</p><a href='x>y",
		"<html><body><p>" SENTENCE "</p><!-- an end",
		"<html><body><p>" SENTENCE "</p><script>if (a > b)",
		"<html><body><p>" SENTENCE "</p><STYLE>p {",
		"<html><BODY class=a><p>" SENTENCE "</p><p>The other h",
		"<html><body><p>" SENTENCE "<p>Und die \u00DC",
	};
	static const char *const whole[] = {
		"<html><body><p>" SENTENCE "</p></body></html>\n",
		"<html><body><p>" SENTENCE "</p><p>Ruth Hale</p>",
		"<html><body><p>" SENTENCE,
		"<p>" SENTENCE "<p>By Ruth Hale",
		"<html><body><p>" SENTENCE "</p><!-->",
		"<html><body><p>" SENTENCE " 3 < 4.",
		"<html><body><p>" SENTENCE "<p>Hale</body>",
		"<html><body><p>" SENTENCE "<script>a('<style>')</script></p>",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof cut / sizeof *cut; i++)
		if (!is_cut("a.html", cut[i]))
			fail_msg("not told: %s", cut[i]);
	for (i = 0; i < sizeof whole / sizeof *whole; i++)
		if (is_cut("a.html", whole[i]))
			fail_msg("told: %s", whole[i]);
}

#define MAIL(more)                                                 \
	"From: A <a@b.c>\nDate: Mon, 09 Nov 2015 10:00:00 +0000\n" \
	"Subject: Harbour\nMessage-ID: <1@b.c>\nMIME-Version: 1.0\n" more
#define PARTS                                                      \
	"Content-Type: multipart/alternative; boundary=x\n\n--x\n" \
	"Content-Type: text/plain\n\n" SENTENCE "\n--x\n"          \
	"Content-Type: text/html\n\n"

static void
broken_mails(void **state)
{
	(void)state;
	assert_true(is_cut("a.eml", MAIL(PARTS "<p>" SENTENCE "</p>\n")));
	assert_true(is_cut("a.eml", MAIL(PARTS "<p>" SENTENCE "</p><a hr")));
	assert_true(is_cut(
		"a.eml",
		MAIL("Content-Type: text/html\n\n<p>" SENTENCE "</p><a hr")));
	assert_true(is_cut("a.eml", MAIL("Content-Transfer-Encoding: base64\n\n"
	                                 "T25lIHdvcmQgb2YgaXQgYWxs\nT25lIHd")));
	assert_false(
		is_cut("a.eml", MAIL("Content-Transfer-Encoding: base64\n\n"
	                             "T25lIHdvcmQgb2YgaXQgYWxs\nT25lIA==\n")));
	assert_false(
		is_cut("a.eml", MAIL(PARTS "<p>" SENTENCE "</p>\n--x--\n")));
	assert_false(is_cut("a.eml", MAIL("\n" SENTENCE "\n")));
}

static void
broken_texts(void **state)
{
	(void)state;
	assert_true(is_cut("a.md", "# A\n\n" SENTENCE "\n\n```\nlend(4"));
	assert_true(is_cut("a.md", "# A\n\n" SENTENCE "\n\n~~~ c\nlend(4\n"));
	assert_false(is_cut("a.md", "# A\n\n" SENTENCE "\n\n```\nf\n```\n"));
	assert_false(is_cut("a.md", "# A\n\n> ```\n> a\n\n" SENTENCE "\n"));
	assert_false(is_cut("a.md", "# A\n\n- ```\n  a\n\n" SENTENCE "\n"));
	assert_false(is_cut("a.md", "# A\n\n" SENTENCE " It is `a"));
}

/* Of a feed that is broken off the entries before are whole; of one that is
   not, the content of an entry may be. */
static void
broken_feeds(void **state)
{
	(void)state;
	assert_true(is_cut("a.rss", ENTRY("<p>" SENTENCE "</p><a hre")));
	assert_false(is_cut("a.rss", ENTRY("<p>" SENTENCE "<p>Ruth Hale")));
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
		cmocka_unit_test(feeds),        cmocka_unit_test(pages),
		cmocka_unit_test(credits),      cmocka_unit_test(broken_pages),
		cmocka_unit_test(broken_mails), cmocka_unit_test(broken_texts),
		cmocka_unit_test(broken_feeds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
