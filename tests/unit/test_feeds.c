/*
 * Feeds as they are written: names of other modules, addresses without a
 * beginning, and slips that cost a warning and no more.  What becomes of the
 * words behind the importer is not asked here.
 */
#include "imported.h"

#include "base/diag.h"
#include "base/limits.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#define RSS(head, item)                                                \
	"<rss version='2.0'" head "><channel><title>Pier News</title>" \
	"<link>https://pier.example/</link>" item "</channel></rss>"
#define ATOM(head, entry) \
	"<feed xmlns='http://www.w3.org/2005/Atom'" head ">" entry "</feed>"
#define BOATS "&lt;p&gt;Three boats came in.&lt;/p&gt;"
#define MEDIA " xmlns:media='http://search.yahoo.com/mrss/'"
#define ITEM(more) "<item>" more "<description>" BOATS "</description></item>"

struct wanted {
	const char *feed, *words, *title, *url; /* NULL: not asked */
	size_t mended;                          /* warnings */
};

static const char *
claimed(const struct gp_draft *draft, enum gp_claim_kind kind)
{
	const struct gp_claim *c = draft->claims;

	while (c && c->kind != kind)
		c = c->next;
	return c ? c->value.p : "";
}

static size_t
mended(const struct gp_diag *d)
{
	size_t i, n = 0, count = gp_diag_count(d, GP_NOTE);

	for (i = 0; i < count; i++)
		n += strcmp(gp_diag_at(d, i)->code, "mended") == 0 ||
		     strcmp(gp_diag_at(d, i)->code, "cut-short") == 0;
	return n;
}

static void
check(const struct wanted *w)
{
	struct gp_diag *d = gp_diag_new();
	struct gp_articles all;
	struct gp_err e = { 0 };
	struct gp_buf words;

	if (!imported("f.xml", gp_str(w->feed), &all, d, &e))
		fail_msg("%s: %s", w->feed, e.msg);
	assert_int_equal(all.count, 1);
	words = imported_words(all.drafts[0]);
	gp_buf_putc(&words, '\0');
	assert_string_equal(words.data, w->words);
	if (w->title)
		assert_string_equal(claimed(all.drafts[0], GP_CLAIM_TITLE),
		                    w->title);
	if (w->url)
		assert_string_equal(claimed(all.drafts[0], GP_CLAIM_URL),
		                    w->url);
	if (mended(d) != w->mended)
		fail_msg("%s: %zu warnings", w->feed, mended(d));
	gp_buf_free(&words);
	gp_articles_free(&all);
	gp_diag_free(d);
}

static void
check_all(const struct wanted *w, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		check(&w[i]);
}

#define CHECK_ALL(rows) check_all(rows, sizeof(rows) / sizeof *(rows))

static void
slips(void **state)
{
	static const struct wanted rows[] = {
		{ RSS("", ITEM("<title>Salt & tar</title>"
		               "<link>http://a.example/?x=1&y=2</link>")),
		  "Three boats came in.", "Salt & tar",
		  "http://a.example/?x=1&y=2", 1 },
		{ "\n \n<?xml version='1.0'?>" RSS("", ITEM("")),
		  "Three boats came in.", NULL, NULL, 0 },
		{ RSS("", ITEM("<media:title>Quay</media:title>"
		               "<title>Boats</title>")),
		  "Three boats came in.", "Boats", NULL, 0 },
		{ RSS("", ITEM("<title>Caf&eacute; &hellip;</title>")),
		  "Three boats came in.", "Caf\u00E9 \u2026", NULL, 1 },
		{ "<rss><channel>" ITEM("") "<item><description>Half of it",
		  "Three boats came in.", NULL, NULL, 1 },
		{ RSS("", ITEM("")) "\n<!-- served in 2 ms -->",
		  "Three boats came in.", NULL, NULL, 0 },
		{ RSS("", ITEM("")) "<p>Warning: no more</p>",
		  "Three boats came in.", NULL, NULL, 1 },
		{ RSS("", "<item><description><p>One<br>two <b>three</p>"
		          "</description></item>"),
		  "One two three", NULL, NULL, 1 },
		{ RSS("", "<item><title a=b c>T</title><description>2 < 3"
		          "</description></item>"),
		  "2 < 3", "T", NULL, 1 },
		{ RSS("", "<item><description><![CDATA[<p>Write <code>&lt;"
		          "!DOCTYPE</code> [<!ENTITY]]></description></item>"),
		  "Write <!DOCTYPE [", NULL, NULL, 0 },
		{ RSS("", ITEM("<title>a<b &amp; c > d</title>")),
		  "Three boats came in.", "a<b & c > d", NULL, 1 },
		{ "<b>Warning</b>: x <br />\n<?xml version='1.0'?>" RSS(
			  "", ITEM("")),
		  "Three boats came in.", NULL, NULL, 1 },
		{ "<entry xmlns='http://www.w3.org/2005/Atom'><title>E</title>"
		  "<content>Alone.</content></entry>",
		  "Alone.", "E", NULL, 0 },
		/* an end tag without an end */
		{ RSS("", "<item><description>Two <b>boats</b came in, "
		          "<i>late</i>.</description></item>"),
		  "Two boats came in, late.", NULL, NULL, 1 },
	};

	(void)state;
	CHECK_ALL(rows);
}

#define TOLD "<description>" BOATS "</description></item>"

/* What a reader of HTML would not even see. */
static void
open_ends(void **state)
{
	static const struct wanted rows[] = {
		{ RSS("",
		      "<item><link href=\"http://a.example/x rel=\"alternate\"/>"
		      "<title>T</title>" TOLD),
		  "Three boats came in.", "T", "http://a.example/x", 1 },
		{ RSS("", "<item><title>T</title><enclosure url=\"/a.mp3>\n"
		          "<guid isPermaLink=\"false\">7</guid>" TOLD),
		  "Three boats came in.", "T", NULL, 1 },
		{ RSS("", "<item><title>T</title><enclosure url='/a' type='b'>"
		          "<guid isPermalink='false'>http://a.example/7</guid>"
		          "<link>http://a.example/8</link>" TOLD),
		  "Three boats came in.", "T", "http://a.example/8", 1 },
		{ ATOM("", "<entry><title>T</title><link href='http://b.example"
		           "/1' href='http://b.example/2'><content>Words."
		           "</content></entry>"),
		  "Words.", "T", "http://b.example/1", 1 },
		{ RSS("", "<item><title>T</title><description><![CDATA[<p>One "
		          "& two.</p>]]</description><author><![CDATA[A]]>"
		          "</author></item>"),
		  "One & two.", "T", NULL, 1 },
		{ RSS("", "<item><description><![CDATA[<p>One.</p></descriptio"
		          "n><title>T</title></item>"),
		  "One.", "T", NULL, 1 },
		{ "<RSS version='2.0'><Channel><Title>C</Title><Item><TITLE>T"
		  "</TITLE><Description>" BOATS "</description></Item>"
		  "</Channel></RSS>",
		  "Three boats came in.", "T", NULL, 1 },
		{ RSS("", "<item><title>T<link>http://a.example/8</link>" TOLD),
		  "Three boats came in.", "T", "http://a.example/8", 1 },
		{ RSS("", "<item><title>T</title><description><p>One <b>two"
		          "<pubDate>2015-03-04</pubDate></item>"),
		  "One two", "T", NULL, 1 },
		{ ATOM("", "<entry><title>T</title><content type='text/xml'>"
		           "<doc><description>A <category>b</category></descrip"
		           "tion></doc></content></entry>"),
		  "A b", "T", NULL, 0 },
		{ RSS("",
		      "<item><title>T</title><description><img alt='a > b'"
		      " title=\"the \"big\" one\"/>One.</description></item>"),
		  "One.", "T", NULL, 1 },
	};

	(void)state;
	CHECK_ALL(rows);
}

static void
modules(void **state)
{
	static const struct wanted rows[] = {
		{ RSS(MEDIA,
		      "<item><media:content url='/p.png'><media:title>"
		      "Ann</media:title></media:content>"
		      "<media:description type='html'>&lt;i&gt;Night&lt;/i&gt;"
		      "</media:description>"
		      "<title>Boats</title><description>" BOATS
		      "</description></item>"),
		  "Night Three boats came in.", "Boats", NULL, 0 },
		{ RSS(MEDIA, "<item><title>F</title><media:group>"
		             "<media:description>A film.</media:description>"
		             "</media:group></item>"),
		  "A film.", "F", NULL, 0 },
		{ RSS(" xmlns:i='http://www.itunes.com/dtds/podcast-1.0.dtd'",
		      "<item><i:title>4</i:title><i:summary>Show</i:summary>"
		      "<title>Boats</title><description>" BOATS
		      "</description></item>"),
		  "Three boats came in.", "Boats", NULL, 0 },
		{ RSS(" xmlns:h='http://www.w3.org/1999/xhtml'",
		      ITEM("<h:body><h:p>The whole of it.</h:p></h:body>")),
		  "The whole of it.", NULL, NULL, 0 },
		{ ATOM("", "<entry><content type='image/png'>iVBORw0K</content>"
		           "<summary>A chart.</summary></entry>"),
		  "A chart.", NULL, NULL, 0 },
		{ RSS("", ITEM("<title>A &lt;i&gt;fine&lt;/i&gt; &amp;amp; &lt;"
		               "int&gt; day</title>")),
		  "Three boats came in.", "A fine & <int> day", NULL, 0 },
		{ RSS("", ITEM("<title>Use of &lt;b&gt; today</title>")),
		  "Three boats came in.", "Use of <b> today", NULL, 0 },
	};

	(void)state;
	CHECK_ALL(rows);
}

static void
addresses(void **state)
{
	static const struct wanted rows[] = {
		{ RSS("", ITEM("<guid>https://pier.example/g</guid>")),
		  "Three boats came in.", NULL, "https://pier.example/g", 0 },
		{ RSS("", ITEM("<guid>https://pier.example/g</guid>"
		               "<link>/l</link>")),
		  "Three boats came in.", NULL, "https://pier.example/l", 0 },
		{ ATOM(" xml:base='https://pier.example/n/'",
		       "<entry xml:base='o/'><link href='p'/><content>Words."
		       "</content></entry>"),
		  "Words.", NULL, "https://pier.example/n/o/p", 0 },
		{ ATOM("", "<link rel='self' href='https://pier.example/f/x'/>"
		           "<entry><link rel='http://www.iana.org/assignments/"
		           "relation/alternate' href='p'/><content>Words."
		           "</content></entry>"),
		  "Words.", NULL, "https://pier.example/f/p", 0 },
	};

	(void)state;
	CHECK_ALL(rows);
}

/* Marks that never end are looked for once each. */
static void
unended(void **state)
{
	static const char *const marks[] = { "<!--",      "<?x ", "<a ",
		                             "<![CDATA[", "</",   "<!DOCTYPE [",
		                             "<a b=\"" };
	struct gp_articles all;
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof marks / sizeof *marks; i++) {
		struct gp_buf b = { .max = 0 };
		struct gp_err e = { 0 };

		gp_buf_puts(&b, RSS("", ITEM("")));
		b.len -= strlen("</channel></rss>");
		for (k = 0; k < 300000; k++)
			gp_buf_puts(&b, marks[i]);
		(void)imported("f.xml", gp_buf_view(&b), &all, NULL, &e);
		gp_articles_free(&all);
		gp_buf_free(&b);
	}
}

/* A parser that compares each with all others would take hours. */
static void
many_attributes(void **state)
{
	struct gp_buf b = { .max = 0 };
	struct gp_articles all;
	struct gp_err e = { 0 };
	size_t k;

	(void)state;
	gp_buf_puts(&b, "<rss><channel><item><title>One</title><a ");
	for (k = 0; k <= GP_MAX_XML_ATTRIBUTES; k++)
		gp_buf_printf(&b, "a%zu='' ", k);
	gp_buf_puts(&b, "/></item></channel></rss>");
	assert_false(imported("f.xml", gp_buf_view(&b), &all, NULL, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_articles_free(&all);
	gp_buf_free(&b);
}

static void
lists_of_feeds(void **state)
{
	struct gp_articles all;
	struct gp_err e = { 0 };

	(void)state;
	assert_false(imported("f.opml",
	                      GP_STR("<opml version='2.0'><body/></opml>"),
	                      &all, NULL, &e));
	gp_articles_free(&all);
	assert_non_null(strstr(e.msg, "OPML"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(slips),
		cmocka_unit_test(open_ends),
		cmocka_unit_test(modules),
		cmocka_unit_test(addresses),
		cmocka_unit_test(unended),
		cmocka_unit_test(many_attributes),
		cmocka_unit_test(lists_of_feeds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
