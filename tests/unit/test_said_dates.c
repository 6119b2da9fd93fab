/* Dates that a page says of itself, from wherever they stand in it: which of
   them is the article's.  What the text says is not asked here. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "import/import.h"
#include "normalise/rules/rules.h"
#include "normalise/says/date_address.h"
#include "normalise/says/dateline.h"
#include "normalised.h"

#define BODY                                                                \
	"<p>The ferry to the island goes twice a day from now on, and the " \
	"harbour board says that it may go three times in summer.</p>"      \
	"<p>Those who live there had asked for it for years, as the last "  \
	"boat left before the shops of the town were closed.</p>"           \
	"<p>Nobody knows yet what a ticket will cost, or who pays.</p>"

/* The date of a page in "en" of that address; "" when it has none. */
static void
is_dated(const char *url, const char *head, const char *article,
         const char *want)
{
	char html[8000], iso[GP_DATE_TEXT];
	struct gp_err e = { 0 };
	struct gp_rules *rules = rules_of(NULL, &e);
	struct gp_normaliser how = { .rules = rules, .lang = GP_STR("en") };
	struct gp_source_bytes source = { .name = "page.html",
		                          .url = gp_str(url) };
	struct gp_draft *draft;
	const struct gp_doc *doc;

	gp_format(html, sizeof html,
	          "<html><head><title>A ferry for the island</title>%s</head>"
	          "<body><article>%s</article></body>",
	          head, article);
	source.data = gp_str(html);
	draft = gp_import(&source, NULL, &e);
	assert_string_equal(e.msg, "");
	doc = gp_normalise(draft, &how, &e);
	assert_string_equal(e.msg, "");
	gp_date_iso(&doc->date.date, iso);
	if (strcmp(iso, want) != 0)
		fail_msg("%s %s %s: %s, not %s", url, head, article, iso, want);
	gp_doc_free(doc);
	gp_draft_free(draft);
	gp_rules_free(rules);
}

#define H1 "<h1>A ferry for the island</h1>"

/* Beside a name behind a bar; and the day of an event is none. */
static void
beside_others(void **state)
{
	(void)state;
	is_dated("", "",
	         "<h2>A ferry for the island</h2>" BODY
	         "<div>Jane Smith, Harbour desk | 2020-03-04 16:52:59</div>",
	         "2020-03-04T16:52:59");
	is_dated("", "", H1 "<div class=\"event-date\">4 March 2020</div>" BODY,
	         "");
	is_dated("", "",
	         H1 "<p><b class=\"meeting-date\">4 March 2020</b></p>" BODY,
	         "");
}

static void
is_dated_file(const char *text, const char *want)
{
	const struct gp_doc *doc = normalised_as("a.md", text);
	char iso[GP_DATE_TEXT];

	gp_date_iso(&doc->date.date, iso);
	assert_string_equal(iso, want);
	gp_doc_free(doc);
}

#define FILE_OF(date) \
	"---\ntitle: A ferry\ndate: " date "\n---\n\nIt goes twice a day.\n"

/* Who writes a file may know no more than the month. */
static void
months_of_files(void **state)
{
	(void)state;
	is_dated_file(FILE_OF("2026-04"), "2026-04");
	is_dated_file(FILE_OF("2026"), "2026");
	is_dated_file(FILE_OF("2026-04-05"), "2026-04-05");
	is_dated_file(FILE_OF("2026-13"), "");
}

static void
addresses(void **state)
{
	static const char *const rows[][2] = {
		{ "https://a.example/2021/10/20/ferry", "2021-10-20" },
		{ "https://a.example/2021/oct/20/ferry", "2021-10-20" },
		{ "https://a.example/2021-10-20-ferry.html", "2021-10-20" },
		{ "https://a.example/local/2021-10/20/c_1.htm", "2021-10-20" },
		{ "https://a.example/news/20211020-ferry", "2021-10-20" },
		{ "https://a.example/n/2021/1020/ferry", "2021-10-20" },
		{ "https://a.example/2021/10/ferry", "2021-10" },
		{ "https://old.example/web/20110101000000/http://a.example/"
		  "2009/03/02/ferry",
		  "2009-03-02" },
		/* Twenty places, not the twentieth. */
		{ "https://a.example/2021/10/20-places/", "2021-10" },
		{ "https://a.example/2021/13/20/ferry", "" },
		{ "https://a.example/1066/10/14/hastings", "" },
		{ "https://a.example/news/12021102034", "" },
		{ "https://a.example/a20211020", "" },
		{ "https://a.example/ferry?day=2021-10-20", "" },
		{ "https://2021-10-20.example/ferry", "" },
	};
	struct gp_date d;
	char iso[GP_DATE_TEXT];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		iso[0] = '\0';
		if (gp_date_in_address(gp_str(rows[i][0]), &d))
			gp_date_iso(&d, iso);
		assert_string_equal(iso, rows[i][1]);
		is_dated(rows[i][0], "", H1 BODY, rows[i][1]);
	}
	/* The address counts where the page says nothing, and only there. */
	is_dated("https://a.example/2021/10/20/ferry", "",
	         H1 "<p class=date>3 June 2021</p>" BODY, "2021-06-03");
}

static void
evenings(void **state)
{
	static const char meta[] = "<meta property=article:published_time "
				   "content=2020-02-25T02:25:54Z>";

	(void)state;
	is_dated("", meta, H1 BODY, "2020-02-25T02:25:54Z");
	is_dated("", meta, H1 "<p class=date>February 24, 2020</p>" BODY,
	         "2020-02-24");
	is_dated("https://a.example/2020/02/24/ferry", meta, H1 BODY,
	         "2020-02-24");
	/* One who says the same day is enough. */
	is_dated("https://a.example/2020/02/24/ferry", meta,
	         H1 "<p class=date>25 February 2020</p>" BODY,
	         "2020-02-25T02:25:54Z");
	/* East of Greenwich the day begins before. */
	is_dated("",
	         "<meta property=article:published_time "
	         "content=2021-11-04T23:00Z>",
	         H1 "<p class=date>5. November 2021</p>" BODY, "2021-11-05");
	/* No zone is that far away. */
	is_dated("",
	         "<meta property=article:published_time "
	         "content=2020-02-25T15:25:54Z>",
	         H1 "<p class=date>24 February 2020</p>" BODY,
	         "2020-02-25T15:25:54Z");
}

static void
openings(void **state)
{
	static const char *const rows[][2] = {
		{ "Bonn, 4 March 2021 \u2013 The ferry goes", "2021-03-04" },
		{ "(18.01.2018) The ferry goes", "2018-01-18" },
		{ "29.11.2022 The ferry goes", "2022-11-29" },
		{ "4 March 2021 was a fine day", "" },
		{ "On 4 March 2021 the ferry went", "" },
		{ "The ferry, which has been lying in the harbour since the "
		  "4 March 2021 - goes",
		  "" },
	};
	struct gp_found_date found;
	char iso[GP_DATE_TEXT];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		iso[0] = '\0';
		if (gp_dateline_open(gp_str(rows[i][0]), 0, &found))
			gp_date_iso(&found.date, iso);
		assert_string_equal(iso, rows[i][1]);
	}
}

static void
metas(void **state)
{
	(void)state;
	is_dated("", "<meta name=bt:pubDate content=20200516T09:51:53Z>",
	         H1 BODY, "2020-05-16T09:51:53Z");
	is_dated("", "<meta name=dc.date content=2020-05>", H1 BODY, "2020-05");
	/* A day counts before a month, whoever says it. */
	is_dated("", "<meta name=dc.date content=2020-05>",
	         H1 "<p class=date>3 June 2020</p>" BODY, "2020-06-03");
	is_dated("", "<meta name=publish_time content=1596704964>", H1 BODY,
	         "2020-08-06T09:09:24Z");
}

/* What a reader sees settles what programs are told. */
static void
shown(void **state)
{
	(void)state;
	is_dated("", "",
	         H1 "<time class=date datetime=\"01-11-2023 10:29\">1 November "
	            "2023</time>" BODY,
	         "2023-11-01");
	is_dated("", "",
	         H1
	         "<time class=date datetime=2020-02-25T02:25:54Z>24 February "
	         "2020</time>" BODY,
	         "2020-02-24");
}

static void
far_dates(void **state)
{
	(void)state;
	is_dated("", "", H1 BODY BODY "<p>Posted on 3 June 2021 by Ada</p>",
	         "2021-06-03");
	is_dated("", "", H1 BODY BODY "<div class=date>3 June 2021</div>",
	         "2021-06-03");
	/* A sentence is of something else. */
	is_dated("", "",
	         H1 BODY BODY BODY "<p>On 3 June 2021 the old ferry sank.</p>",
	         "");
	/* What stands at the title counts before. */
	is_dated("", "",
	         H1 "<p class=date>1 May 2020</p>" BODY BODY
	            "<p>Posted on 3 June 2021 by Ada</p>",
	         "2020-05-01");
}

/* What says of a day that it is another matter's, and what looks like it. */
static void
other_days(void **state)
{
	static const char *const none[] = {
		"<p>Deadline: 3 June 2021</p>",
		"<p>Event date: <time datetime=2021-06-03>3 June</time></p>",
		"<p><b>Meeting date:</b> 3 June 2021</p>",
		"<p class=meta><span>Closing date</span> "
		"<span class=date>3 June 2021</span></p>",
		"<dl><dt>Date of event</dt><dd>3 June 2021</dd></dl>",
		"<p>Valid until 3 June 2021</p>",
		"<p>Termin: 3. Juni 2021, 19 Uhr</p>",
		"<p>Date limite : 3 juin 2021</p>",
		"<p>Fecha l\u00EDmite: 3 de junio de 2021</p>",
		"<p>The next meeting is on <time datetime=2021-06-03>3 June"
		"</time> in the hall, and all may come.</p>",
		"<aside><time datetime=2021-06-03>3 June 2021</time> Fair"
		"</aside>",
		"<div class=event><time datetime=2021-06-03>3 June</time>"
		"</div>",
	};
	static const char *const own[] = {
		"<p><time datetime=2021-06-03>3 June</time></p>",
		"<p>Published: <time datetime=2021-06-03>3 June</time></p>",
		("<p>This text was published on <time datetime=2021-06-03>"
		 "3 June</time>.</p>"),
		"<p>Events | 3 June 2021</p>",
		"<p>Deadline: 4 July 2022</p><p>3 June 2021</p>",
		"<aside><dl><dt>Date</dt><dd>3 June 2021</dd></dl></aside>",
	};
	char page[2000];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof none / sizeof none[0]; i++) {
		gp_format(page, sizeof page, H1 "%s" BODY, none[i]);
		is_dated("", "", page, "");
	}
	for (i = 0; i < sizeof own / sizeof own[0]; i++) {
		gp_format(page, sizeof page, H1 "%s" BODY, own[i]);
		is_dated("", "", page, "2021-06-03");
	}
}

/* Lines that are dates in parts that nothing calls the article. */
static void
stray_dates(void **state)
{
	static const char one[] = "</article><article class=post><p>"
				  "3 June 2021</p>" BODY "</article>";
	static const char two[] = "</article><article class=post>" BODY
				  "<div class=date>3 June 2021</div></article>"
				  "<article class=post>" BODY
				  "<div class=date>4 July 2022</div></article>";

	(void)state;
	is_dated("", "", one, "2021-06-03");
	is_dated("", "", two, "");
	is_dated("https://a.example/2022/07/x", "", two, "2022-07-04");
	/* What a script hands on counts when all of it is of one day. */
	is_dated("",
	         "<script>var page = {\"id\":7, \"publishedAt\" : "
	         "\"2021-06-03T10:00:00+01:00\"}; t('{\\\"pub_date\\\":"
	         "\\\"2021-06-03\\\"}')</script>",
	         H1 BODY, "2021-06-03T10:00:00+01:00");
	is_dated("",
	         "<script>a.publishDate = '2021-06-03'; b.publishDate = "
	         "'2021-06-04'; c.builtAt = '2021-06-05'</script>",
	         H1 BODY, "");
	/* What holds the page is no newsletter in it, and no rail. */
	is_dated("", "",
	         "<div class=newsletter-post>" H1 "<p class=date>3 June 2021"
	         "</p>" BODY BODY "</div>",
	         "2021-06-03");
}

#define STORY(headline, url)                                                \
	"<link rel=canonical href=https://a.example/ferry>"                 \
	"<script type=application/ld+json>{\"@type\":\"Article\","          \
	"\"headline\":\"" headline "\",\"url\":\"" url "\",\"datePublished" \
	"\":\"2021-06-03\"}</script>"

/* The data of a teaser are no data of the page. */
static void
other_articles(void **state)
{
	(void)state;
	is_dated("", STORY("Ferry for the island", "https://a.example/x"),
	         H1 BODY, "2021-06-03");
	is_dated("", STORY("Boats ahead", "https://a.example/ferry"), H1 BODY,
	         "2021-06-03");
	is_dated("", STORY("Trains stand still again", "https://a.example/t"),
	         H1 BODY, "");
	is_dated("", STORY("Trains stand still again", ""), H1 BODY, "");
}

#define PAGE_LD(more)                                                        \
	"<link rel=canonical href=https://a.example/f>"                      \
	"<script type=application/ld+json>[{\"@type\":\"WebPage\",\"url\":"  \
	"\"https://a.example/f\",\"datePublished\":\"2021-06-03\"}" more "]" \
	"</script>"

static void
standing_pages(void **state)
{
	static const char changed[] = "<meta property=article:modified_time "
				      "content=2021-06-03T10:00:00+01:00>";

	(void)state;
	is_dated("", PAGE_LD(""), H1 BODY, "2021-06-03");
	is_dated("", PAGE_LD(",{\"@type\":\"Product\",\"name\":\"Oar\"}"),
	         H1 BODY, "");
	is_dated("", changed, H1 BODY, "2021-06-03T10:00:00+01:00");
	/* The page of a system that has posts besides. */
	is_dated("",
	         "<meta property=article:modified_time "
	         "content=2021-06-03T10:00:00+01:00></head>"
	         "<body class=\"page page-id-7\">",
	         H1 BODY, "");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(beside_others),
		cmocka_unit_test(months_of_files),
		cmocka_unit_test(addresses),
		cmocka_unit_test(evenings),
		cmocka_unit_test(openings),
		cmocka_unit_test(metas),
		cmocka_unit_test(shown),
		cmocka_unit_test(far_dates),
		cmocka_unit_test(stray_dates),
		cmocka_unit_test(other_days),
		cmocka_unit_test(other_articles),
		cmocka_unit_test(standing_pages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
