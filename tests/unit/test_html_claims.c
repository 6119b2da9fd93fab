/* What an HTML page says about itself, as the importer notes it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/diag.h"
#include "import/import.h"

#define TEXT                                                               \
	"<p>The first paragraph of this page is long enough to count as "  \
	"running text, and says nothing else.</p><p>A second one follows " \
	"it, with as many words as it takes to make it look like one.</p>"

static struct gp_draft *
draft_of(const char *html, struct gp_diag *d)
{
	struct gp_source_bytes source = { .name = "page.html",
		                          .data = gp_str(html) };
	struct gp_err e = { 0 };
	struct gp_draft *draft = gp_import(&source, d, &e);

	assert_string_equal(e.msg, "");
	return draft;
}

static const struct gp_claim *
find(const struct gp_draft *draft, enum gp_claim_kind kind, const char *from,
     const char *value)
{
	const struct gp_claim *c;

	for (c = draft->claims; c; c = c->next)
		if (c->kind == kind && gp_str_eq(c->from, gp_str(from)) &&
		    (!value || gp_str_eq(c->value, gp_str(value))))
			return c;
	return NULL;
}

static void
head_names(void **state)
{
	struct gp_draft *d = draft_of(
		"<html lang=\"en-GB\"><head>\n"
		"<title>Bread | The Oven</title>\n"
		"<meta property=\"og:title\" content=\"Bread\">\n"
		"<meta name=\"DC.creator\" content=\"Smith, Jane\">\n"
		"<meta property=\"article:published_time\" "
		"content=\"2019-06-03T10:00:00Z\">\n"
		"<meta property=\"article:modified_time\" "
		"content=\"2020-01-01\">\n"
		"<meta property=\"og:site_name\" content=\"The Oven\">\n"
		"<link rel=\"canonical\" href=\"https://oven.example/bread\">\n"
		"</head><body><h1>Bread</h1>" TEXT "</body></html>",
		NULL);
	const struct gp_claim *c;

	(void)state;
	c = find(d, GP_CLAIM_TITLE, "title", "Bread | The Oven");
	assert_non_null(c);
	assert_int_equal(c->line, 2);
	assert_int_equal(c->place, GP_SAID_NEARBY);
	assert_non_null(find(d, GP_CLAIM_TITLE, "og:title", "Bread"));
	assert_non_null(find(d, GP_CLAIM_BYLINE, "dc.creator", "Smith, Jane"));
	c = find(d, GP_CLAIM_DATE, "article:published_time",
	         "2019-06-03T10:00:00Z");
	assert_non_null(c);
	assert_false(c->modified);
	assert_int_equal(c->line, 5);
	c = find(d, GP_CLAIM_DATE, "article:modified_time", "2020-01-01");
	assert_non_null(c);
	assert_true(c->modified);
	assert_non_null(find(d, GP_CLAIM_SOURCE, "og:site_name", "The Oven"));
	assert_non_null(find(d, GP_CLAIM_URL, "rel=canonical",
	                     "https://oven.example/bread"));
	assert_non_null(find(d, GP_CLAIM_LANG, "html lang", "en-GB"));
	c = find(d, GP_CLAIM_TITLE, "h1", "Bread");
	assert_non_null(c);
	assert_true(c->in_article);
	gp_draft_free(d);
}

static struct gp_draft *
with_json(const char *json, struct gp_diag *d)
{
	static char page[8000];

	gp_format(
		page, sizeof page,
		"<html><head><link rel=canonical href=\"https://a.example/x\">"
		"<script type=\"application/ld+json\">%s</script></head>"
		"<body><h1>Rivers rise again</h1>%s</body></html>",
		json, TEXT);
	return draft_of(page, d);
}

static void
json_graph(void **state)
{
	struct gp_draft *d = with_json(
		"{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"A\"},"
		"{\"@type\":[\"NewsArticle\"],\"headline\":\"Rivers rise\","
		"\"author\":[{\"@id\":\"#p\"},{\"@type\":\"Organization\","
		"\"name\":\"Wire\"},\"Ann Other\"],"
		"\"datePublished\":\"2019-06-03\","
		"\"dateModified\":\"2019-06-04\","
		"\"publisher\":{\"name\":\"The A\"}},"
		"{\"@type\":\"Person\",\"@id\":\"#p\",\"name\":\"Jo Bo\"}]}",
		NULL);
	const struct gp_claim *c;

	(void)state;
	assert_non_null(
		find(d, GP_CLAIM_TITLE, "json-ld headline", "Rivers rise"));
	assert_non_null(find(d, GP_CLAIM_BYLINE, "json-ld author", "Jo Bo"));
	assert_non_null(
		find(d, GP_CLAIM_BYLINE, "json-ld author", "Ann Other"));
	c = find(d, GP_CLAIM_BYLINE, "json-ld author", "Wire");
	assert_non_null(c);
	assert_true(c->organisation);
	assert_non_null(
		find(d, GP_CLAIM_DATE, "json-ld datePublished", "2019-06-03"));
	c = find(d, GP_CLAIM_DATE, "json-ld dateModified", NULL);
	assert_true(c != NULL && c->modified);
	assert_non_null(find(d, GP_CLAIM_SOURCE, "json-ld publisher", "The A"));
	gp_draft_free(d);
}

/* The page's own article among others, by its address; none when nothing
   tells which it is. */
static void
json_list(void **state)
{
	struct gp_draft *d =
		with_json("[{\"@type\":\"Article\",\"headline\":\"Other\"},"
	                  "{\"@type\":\"Article\",\"headline\":\"Mine\","
	                  "\"url\":\"https://a.example/x#top\"}]",
	                  NULL);

	(void)state;
	assert_non_null(find(d, GP_CLAIM_TITLE, "json-ld headline", "Mine"));
	assert_null(find(d, GP_CLAIM_TITLE, "json-ld headline", "Other"));
	gp_draft_free(d);
	d = with_json("[{\"@type\":\"Article\",\"headline\":\"One\"},"
	              "{\"@type\":\"Article\",\"headline\":\"Two\"}]",
	              NULL);
	assert_null(find(d, GP_CLAIM_TITLE, "json-ld headline", NULL));
	gp_draft_free(d);
}

static void
json_faults(void **state)
{
	static const char *const mended[] = {
		"{\"@type\":\"Article\",\"headline\":\"A\nB\",}",
		"<!-- {\"@type\":\"Article\",\"headline\":\"A\nB\"}; -->",
		"//<![CDATA[\n{\"@type\":\"Article\",\"headline\":\"A B\"}//]]>",
		"[{\"@type\":\"Article\",\"headline\":\"A\tB\"},]",
	};
	struct gp_diag *found = gp_diag_new();
	struct gp_draft *d;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof mended / sizeof mended[0]; i++) {
		d = with_json(mended[i], NULL);
		assert_non_null(
			find(d, GP_CLAIM_TITLE, "json-ld headline", "A B"));
		gp_draft_free(d);
	}
	d = with_json("{\"@type\":\"Article\",\"headline\":\"A\" oops}", found);
	assert_null(find(d, GP_CLAIM_TITLE, "json-ld headline", NULL));
	assert_int_equal(gp_diag_count(found, GP_WARNING), 1);
	assert_string_equal(gp_diag_at(found, 0)->code, "json-ld-broken");
	gp_draft_free(d);
	gp_diag_free(found);
}

static void
in_page(void **state)
{
	struct gp_draft *d = draft_of(
		"<html><head><title>Rivers rise again - A</title></head><body>"
		"<nav><time datetime=\"2001-01-01\">then</time></nav>"
		"<article class=post><h1>Rivers rise again</h1>"
		"<p class=\"entry-meta\">By <a rel=author href=x>Jo Bo</a> "
		"<abbr class=published title=\"2019-06-03\">June</abbr>"
		"<time class=updated datetime=\"2019-06-05\">later</time></p>" TEXT
		"<div itemprop=author itemscope><meta itemprop=url "
		"content=x><span itemprop=name>Ann Other</span></div>"
		"<div class=\"related-posts\"><span class=byline>By Al Ways"
		"</span></div></article>"
		"<div id=comments><b class=\"fn author\">Troll</b></div>"
		"</body></html>",
		NULL);
	const struct gp_claim *c;

	(void)state;
	c = find(d, GP_CLAIM_BYLINE, "rel=author", "Jo Bo");
	assert_non_null(c);
	assert_true(c->in_article);
	assert_non_null(find(d, GP_CLAIM_BYLINE, "itemprop", "Ann Other"));
	c = find(d, GP_CLAIM_DATE, "class date", "2019-06-03");
	assert_non_null(c);
	assert_true(c->in_article);
	c = find(d, GP_CLAIM_DATE, "time", "2019-06-05");
	assert_non_null(c);
	assert_true(c->modified);
	for (c = d->claims; c; c = c->next) {
		assert_false(gp_str_eq(c->value, GP_STR("2001-01-01")));
		if (gp_str_eq(c->value, GP_STR("Troll")) ||
		    gp_str_eq(c->value, GP_STR("By Al Ways")))
			assert_false(c->in_article);
	}
	gp_draft_free(d);
}

/* A label in one element, the name in the next. */
static void
labels(void **state)
{
	struct gp_draft *d = draft_of(
		"<html><head><title>Rivers rise again</title></head><body>"
		"<article><h1>Rivers rise again</h1><div><div>Written by</div>"
		"<div>Jo Bo</div></div><p>by</p><p>the river</p>" TEXT
		"<h4>Autorin</h4><p>Ute Kern</p><p>Al Wu</p></article>"
		"</body></html>",
		NULL);

	(void)state;
	assert_non_null(find(d, GP_CLAIM_BYLINE, "label", "Jo Bo"));
	assert_non_null(find(d, GP_CLAIM_BYLINE, "label", "Ute Kern"));
	assert_null(find(d, GP_CLAIM_BYLINE, "label", "the river"));
	assert_null(find(d, GP_CLAIM_BYLINE, "label", "Al Wu"));
	gp_draft_free(d);
}

static void
limits(void **state)
{
	struct gp_buf b = { .max = 0 };
	struct gp_draft *d;
	const struct gp_claim *c;
	size_t n = 0;
	int i;

	(void)state;
	gp_buf_puts(&b, "<html><head>");
	for (i = 0; i < 5000; i++)
		gp_buf_puts(&b, "<meta name=author content=\"Jo\x01 Bo\">");
	gp_buf_puts(&b, "</head><body><h1>Rivers rise</h1>" TEXT "</body>");
	d = draft_of(b.data, NULL);
	for (c = d->claims; c; c = c->next)
		n += c->kind == GP_CLAIM_BYLINE;
	assert_in_range(n, 50, 200);
	for (c = d->claims; c; c = c->next)
		assert_null(memchr(c->value.p, 1, c->value.n));
	gp_draft_free(d);
	gp_buf_free(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(head_names), cmocka_unit_test(json_graph),
		cmocka_unit_test(json_list),  cmocka_unit_test(json_faults),
		cmocka_unit_test(in_page),    cmocka_unit_test(labels),
		cmocka_unit_test(limits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
