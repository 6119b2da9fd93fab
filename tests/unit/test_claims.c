/* Claims to fields: which of them is believed, and what is said of the rest;
   and the grammars of names, dates and languages behind it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "import/import.h"
#include "normalise/rules/rules.h"
#include "normalise/says/byline.h"
#include "normalise/says/dateline.h"
#include "normalised.h"

#define BODY                                                               \
	"<p>The first paragraph of this page is long enough to count as "  \
	"running text, and says nothing else.</p><p>A second one follows " \
	"it, with as many words as it takes to make it look like one.</p>" \
	"<p>The third is the last of them and it ends here, as it must.</p>"

/* A page of a head and what stands before the text. */
static const struct gp_doc *
page(const char *head, const char *before)
{
	char html[8000];
	struct gp_err e = { 0 };
	struct gp_rules *rules = rules_of(NULL, &e);
	struct gp_normaliser how = { .rules = rules, .lang = GP_STR("en-GB") };
	struct gp_source_bytes source = { .name = "page.html" };
	struct gp_draft *draft;
	const struct gp_doc *doc;

	gp_format(html, sizeof html,
	          "<html><head>%s</head><body><article>%s%s</article></body>",
	          head, before, BODY);
	source.data = gp_str(html);
	draft = gp_import(&source, NULL, &e);
	assert_string_equal(e.msg, "");
	doc = gp_normalise(draft, &how, &e);
	assert_string_equal(e.msg, "");
	gp_draft_free(draft);
	gp_rules_free(rules);
	return doc;
}

static void
is_title(const char *head, const char *before, const char *want)
{
	const struct gp_doc *doc = page(head, before);

	is_text(doc->title.text, want);
	gp_doc_free(doc);
}

static void
titles(void **state)
{
	(void)state;
	is_title("<title>Floods come | The Paper</title>",
	         "<h1>Floods come</h1>", "Floods come");
	/* The site's banner is no title; the head's ending is the site's. */
	is_title("<title>Floods come to town | The Paper</title>"
	         "<meta property=og:site_name content=\"The Paper\">"
	         "<meta property=og:title content=\"Floods come to town - "
	         "The Paper\">",
	         "<h1>The Paper</h1>", "Floods come to town");
	/* A bar of its own stays. */
	is_title("<title>Opinion | On floods - The Paper</title>"
	         "<meta property=og:site_name content=\"The Paper\">",
	         "<h1>Opinion | On floods</h1>", "Opinion | On floods");
	/* A mark that no other place has goes with what it sets off. */
	is_title("<title>Floods come to town - The Paper</title>"
	         "<meta property=og:site_name content=\"The Paper\">",
	         "<h1>Thread: Floods come to town</h1>", "Floods come to town");
	is_title("<meta property=og:title content=\"Floods come to town\">",
	         "<h1>Floods come to town | Old Name</h1>",
	         "Floods come to town");
	is_title("<meta property=og:title content=\"Floods: all of it\">",
	         "<h1>Floods: the town</h1>", "Floods: the town");
	/* Lines over and under it that only the heading has; but no number. */
	is_title("<meta property=og:title content=\"Floods come to town\">",
	         "<h1>Town hall Floods come to town</h1>",
	         "Floods come to town");
	is_title("<meta property=og:title content=\"Floods come to town\">",
	         "<h1>Floods come to town Nobody hurt</h1>",
	         "Floods come to town");
	is_title("<meta property=og:title content=\"Floods come to town\">",
	         "<h1>12 Floods come to town</h1>", "12 Floods come to town");
	/* A banner leads home. */
	is_title("<title>Floods come to town | All the news</title>",
	         "<h1><a href=\"/\">All the news</a></h1>"
	         "<h2 class=x>Floods come to town</h2>",
	         "Floods come to town");
	is_title("<title>Floods come to town | All the news</title>",
	         "<h1><a href=\"/\">Floods come to town</a></h1>",
	         "Floods come to town");
	/* Short, but of the same. */
	is_title("<title>Flooded town: what to do now | The Paper</title>",
	         "<h1>Flooded town</h1>", "Flooded town");
	is_title("<meta property=og:title content=\"R&amp;amp;D is back "
	         "again\">",
	         "", "R&D is back again");
}

/* What stands in a heading and is no headline. */
static void
headings(void **state)
{
	(void)state;
	is_title("",
	         "<h1><span class=c-overline>Town hall</span>"
	         "<span>Floods come to town</span></h1>",
	         "Floods come to town");
	is_title("",
	         "<h1><span class=fake>Town hall</span><span hidden>: "
	         "</span><span class=headline>Floods come</span></h1>",
	         "Floods come");
	is_title("", "<h1><small>Town hall</small><br>Floods come to town</h1>",
	         "Floods come to town");
	is_title("", "<h1><span class=kicker>Only this</span></h1>",
	         "Only this");
	is_title("", "<h1><time>Jun 17</time> Floods come to town</h1>",
	         "Floods come to town");
	is_title("", "<h1>Floods come to town <time>Jun 17</time></h1>",
	         "Floods come to town");
	/* A line over the title that only the title of the window lacks, and a
	   day before or behind it. */
	is_title("<title>Floods come to town | The Dale</title>",
	         "<h1><span>Councils</span> Floods come to town</h1>",
	         "Floods come to town");
	is_title("<title>Floods come to town</title>",
	         "<h1><i>7 May 2020</i> Floods come to town</h1>",
	         "Floods come to town");
	is_title("<title>Floods come to town</title>",
	         "<h1>Floods come to town (7 May 2020)</h1>",
	         "Floods come to town");
	is_title("<title>Floods come to town - a day by the water</title>",
	         "<h1>Floods come to town - a day by the water</h1>",
	         "Floods come to town - a day by the water");
	/* Elements part words, but not from their marks and initials. */
	is_title("", "<h1><span>Floods</span><span>come<br>to</span>town</h1>",
	         "Floods come to town");
	is_title("", "<h1><span>Floods</span><span>: they come</span></h1>",
	         "Floods: they come");
	is_title("", "<h1><span class=first>F</span>loods c<b>o</b>me</h1>",
	         "Floods come");
	is_title("", "<h1>Less CO<sub>2</sub>-price</h1>", "Less CO₂-price");
}

static void
title_disagrees(void **state)
{
	const struct gp_doc *doc = page(
		"<title>Something else altogether</title>"
		"<meta property=og:title content=\"Something else altogether\">",
		"<h1>What readers see here</h1>");

	(void)state;
	is_text(doc->title.text, "What readers see here");
	assert_int_equal(warned(doc, "title-disagrees"), 1);
	gp_doc_free(doc);
}

static void
is_by(const char *head, const char *before, const char *want)
{
	const struct gp_doc *doc = page(head, before);
	struct gp_buf names = { .max = 0 };
	size_t i;

	for (i = 0; i < doc->byline.n_authors; i++) {
		gp_buf_puts(&names, i ? "; " : "");
		gp_buf_str(&names, doc->byline.authors[i].name);
	}
	is_text(gp_buf_view(&names), want);
	gp_buf_free(&names);
	gp_doc_free(doc);
}

#define FAR10                                 \
	"<p></p><p></p><p></p><p></p><p></p>" \
	"<p></p><p></p><p></p><p></p><p></p>"
#define FAR FAR10 FAR10 FAR10 FAR10 FAR10 FAR10 FAR10

static void
bylines(void **state)
{
	(void)state;
	is_by("<meta name=author content=\"Jo Bo\">", "<h1>Floods come</h1>",
	      "Jo Bo");
	is_by("<meta name=author content=\"admin\">", "<h1>Floods come</h1>",
	      "");
	is_by("<meta name=author content=\"The Paper\">"
	      "<meta property=og:site_name content=\"The Paper\">",
	      "<h1>Floods come</h1>", "");
	is_by("<meta property=article:author "
	      "content=\"https://a.example/jo-bo\">",
	      "<h1>Floods come</h1>", "");
	is_by("<meta name=author content=\"@jobo\">", "<h1>Floods come</h1>",
	      "");
	/* Readers see both; the head knows the first only. */
	is_by("<meta name=author content=\"Jo Bo\">",
	      "<h1>Floods come</h1><p class=byline>By Jo Bo and Ann Other</p>",
	      "Jo Bo; Ann Other");
	/* Over the text, by the one who wrote it. */
	is_by("<meta name=author content=\"Max Poster\">",
	      "<h1>Floods come</h1><p>By Ann Other</p>", "Ann Other");
	is_by("<meta name=twitter:label1 content=\"Escrito por\">"
	      "<meta name=twitter:data1 content=\"Jo Bo\">",
	      "<h1>Floods come</h1>", "Jo Bo");
	is_by("<meta name=twitter:label1 content=\"Reading time\">"
	      "<meta name=twitter:data1 content=\"Two Minutes\">",
	      "<h1>Floods come</h1>", "");
	is_by("", "<h1>Floods come</h1><p><a href=\"/people/jo-bo\">Jo Bo</a>",
	      "Jo Bo");
	/* A name in the data is the site's, unless that is a person. */
	is_by("<meta property=og:site_name content=\"Jo Bo\">"
	      "<script type=\"application/ld+json\">{\"@type\":"
	      "\"Article\",\"author\":{\"@type\":\"Person\",\"name\":"
	      "\"Jo Bo\"}}</script>",
	      "<h1>Floods come</h1>", "Jo Bo");
	/* Names far from each other are of two posts. */
	is_by("",
	      "<h1>Floods come</h1><p class=byline>Jo Bo</p>" FAR
	      "<p class=byline>Ann Other</p>" FAR
	      "<p class=byline>Max Poster</p>",
	      "Jo Bo");
	is_by("",
	      "<h1>Floods come</h1><p class=byline>marc</p>" FAR
	      "<p class=byline>Ann Other</p>",
	      "marc");
	/* The site's name is less than a person's, words that readers see are
	   more than what its system signs with. */
	is_by("<link rel=canonical href=\"https://waternews.example/a\">"
	      "<meta name=author content=\"Water News\">",
	      "<h1>Floods come</h1><p class=byline>Jo Bo</p>", "Jo Bo");
	is_by("<meta name=author content=\"Max Poster\">",
	      "<h1>Floods come</h1><div>by <a href=\"/t\">Ann Other</a></div>",
	      "Ann Other");
	/* In a box behind the text, but called the author. */
	is_by("",
	      "<h1>Floods come</h1>" FAR
	      "<aside><div class=author>Autor: Jo Bo</div></aside>",
	      "Jo Bo");
	/* What only a machine would call somebody, where readers see it. */
	is_by("", "<h1>Floods come</h1><span class=author>jobo42</span>",
	      "jobo42");
	is_by("<meta name=author content=\"jobo42\">", "<h1>Floods come</h1>",
	      "");
	/* Whom to ask, and letters that happen to be a name's. */
	is_by("<meta name=author content=\"Jo Bo\">",
	      "<h1>Floods come</h1><div class=contact><p class=fn>The clerk"
	      "</div>",
	      "Jo Bo");
	is_by("", "<h1>Floods come</h1><div class=\"xkHyFnQ\">Ann Other</div>",
	      "");
	/* A company signs where readers see it. */
	is_by("<meta name=author content=\"Water Works Ltd\">",
	      "<h1>Floods come</h1>", "");
	is_by("<meta name=author content=\"Water Works Ltd\">",
	      "<h1>Floods come</h1><p class=byline>Water Works Ltd</p>",
	      "Water Works Ltd");
	is_by("<meta name=citation_author content=\"Other, Ann\">",
	      "<h1>Floods come</h1>", "Ann Other");
	is_by("",
	      "<h1>Floods come</h1><div class=comments>"
	      "<span class=author>Jo Bo</span></div>",
	      "");
}

static void
is_dated(const char *head, const char *before, const char *want,
         enum gp_date_role role)
{
	const struct gp_doc *doc = page(head, before);
	char text[GP_DATE_TEXT];

	gp_date_iso(&doc->date.date, text);
	assert_string_equal(text, want);
	assert_int_equal(doc->date.role, role);
	gp_doc_free(doc);
}

static void
dates(void **state)
{
	static const char published[] =
		"<meta property=article:published_time "
		"content=\"2019-06-03T10:00:00+01:00\">";
	char both[400];

	(void)state;
	is_dated(published, "<h1>Floods come</h1>", "2019-06-03T10:00:00+01:00",
	         GP_PUBLISHED);
	gp_format(both, sizeof both,
	          "%s<meta property=article:modified_time "
	          "content=\"2019-07-01T10:00:00Z\">",
	          published);
	/* What is seen is the day of the change: the head knows. */
	is_dated(both,
	         "<h1>Floods come</h1><p class=date>1 July 2019</p>"
	         "<time datetime=2019-07-01>1 July 2019</time>",
	         "2019-06-03T10:00:00+01:00", GP_PUBLISHED);
	is_dated("<meta property=article:modified_time "
	         "content=\"2019-07-01\">",
	         "<h1>Floods come</h1>", "2019-07-01", GP_MODIFIED);
	is_dated("<meta name=date content=\"2019-06-03T00:00:00Z\">",
	         "<h1>Floods come</h1>", "2019-06-03", GP_PUBLISHED);
	is_dated("<meta name=date content=\"0001-01-01T00:00:00\">",
	         "<h1>Floods come</h1>", "", GP_PUBLISHED);
}

static void
dates_unclear(void **state)
{
	const struct gp_doc *doc = page("", "<h1>Floods come</h1>"
	                                    "<p class=date>13/04/2019</p>");
	char text[GP_DATE_TEXT];

	(void)state;
	gp_date_iso(&doc->date.date, text);
	assert_string_equal(text, "2019-04-13");
	gp_doc_free(doc);
	doc = page("<meta http-equiv=content-language content=en-US>",
	           "<h1>Floods come</h1><p class=date>03/04/2019</p>");
	gp_date_iso(&doc->date.date, text);
	assert_string_equal(text, "2019-03-04");
	gp_doc_free(doc);
	doc = page("<meta http-equiv=content-language content=en>",
	           "<h1>Floods come</h1><p class=date>03/04/2019</p>");
	assert_int_equal(doc->date.date.precision, GP_NO_DATE);
	assert_int_equal(warned(doc, "date-ambiguous"), 1);
	gp_doc_free(doc);
	doc = page("<meta name=date content=2019-06-03>",
	           "<h1>Floods come</h1><p class=date>9 May 2017</p>");
	assert_int_equal(warned(doc, "date-disagrees"), 1);
	gp_doc_free(doc);
	doc = page("<meta name=date content=2019-06-23><link rel=canonical "
	           "href=https://a.example/2019/06/floods-come>",
	           "<h1>Floods come</h1>");
	assert_int_equal(warned(doc, "date-disagrees"), 0);
	gp_doc_free(doc);
	doc = page("<meta name=date content=2019-06-23><link rel=canonical "
	           "href=https://a.example/2019/04/floods-come>",
	           "<h1>Floods come</h1>");
	assert_int_equal(warned(doc, "date-disagrees"), 1);
	gp_doc_free(doc);
}

static void
source_and_address(void **state)
{
	const struct gp_doc *doc = page(
		"<meta property=og:site_name content=\"The Paper\">"
		"<link rel=canonical href=\"https://a.example/\">"
		"<meta property=og:url content=\"https://a.example/floods\">",
		"<h1>Floods come</h1>");

	(void)state;
	is_text(doc->source.name, "The Paper");
	is_text(doc->source.confidence, "stated");
	is_text(doc->url.text, "https://a.example/floods");
	gp_doc_free(doc);
	doc = page("<meta name=twitter:site content=\"@paper\">"
	           "<link rel=canonical href=\"javascript:alert(1)\">",
	           "<h1>Floods come</h1>");
	is_text(doc->source.name, "");
	is_text(doc->url.text, "");
	gp_doc_free(doc);
}

/* ---- names ---- */

static void
names(void **state)
{
	static const struct {
		const char *given, *want;
	} rows[] = {
		{ "Jane Smith", "Jane Smith" },
		{ "by Jane Smith on 3 June 2019", "Jane Smith" },
		{ "Jane Smith | 11/19/19 06:56 AM EST", "Jane Smith" },
		{ "Jane Smith, Health Editor", "Jane Smith" },
		{ "Ana de la Cruz and Jo van Dam",
		  "Ana de la Cruz;Jo van Dam" },
		{ "Exclusive by Jane Smith & Jo Bo", "Jane Smith;Jo Bo" },
		{ "Von J\u00FCrgen M\u00FCller", "J\u00FCrgen M\u00FCller" },
		{ "Posted by Jane Smith \u00B7 2 min read", "Jane Smith" },
		{ "Publi\u00E9 par Anne Petit", "Anne Petit" },
		{ "Ver\u00F6ffentlicht von: Jo Bo", "Jo Bo" },
		{ "VER\u00D6FFENTLICHT VON Jo Bo", "Jo Bo" },
		{ "A cura di Ugo Neri", "Ugo Neri" },
		{ "Door Jan de Boer", "Jan de Boer" },
		{ "Gan Siân Puw", "Siân Puw" },
		{ "Escrito por Ana Gil y Luis Paz", "Ana Gil;Luis Paz" },
		{ "Texto: Rui Costa", "Rui Costa" },
		{ "Autor*in: Ute Kern", "Ute Kern" },
		{ "Posted on June 3, 2019 by Jane Smith", "Jane Smith" },
		{ "Stand: 03.06.2019 von Jane Smith", "Jane Smith" },
		{ "Monday, 3 June 2019, Jane Smith", "Jane Smith" },
		{ "Date: 3.6.2019 Author: Jane Smith Source: X", "Jane Smith" },
		{ "Jane Smith Stand: 3. Juni 2019", "Jane Smith" },
		{ "Jane Smith (Leeds) @jane", "Jane Smith" },
		{ "Reporting by Jo Bo; editing by Ann Other", "Jo Bo" },
		{ "Von Jo Bo, Ute Kern und Al Wu, NDR",
		  "Jo Bo;Ute Kern;Al Wu" },
		{ "Von: Jo Bo \u00DCbersetzt von: Al Wu", "Jo Bo" },
		{ "12.2.2022 / 0 Kommentare", "" },
		{ "\u00A9 Jo Bo", "" },
		{ "Bluesky", "" },
		{ "by marc", "marc" },
		{ "jane smith", "jane smith" },
		{ "by a block", "" },
		{ "Written by", "" },
		{ "Autor:", "" },
		{ "Sat", "" },
		{ "paper.example.com", "" },
		{ "admin", "" },
		{ "By Staff Writer", "" },
		{ "TBC", "" },
		{ "WordPress", "" },
		{ "By Friday Evening", "" },
		{ "By Air Mail", "" },
		{ "By Popular Demand", "" },
		{ "By Land And Sea", "" },
		{ "By Order Of The Court", "" },
		{ "By Hand", "" },
		{ "Von Montag Bis Freitag", "" },
		{ "Von Berlin Nach Bonn", "" },
		{ "Par Courrier Recommand\u00E9", "" },
		{ "Por Correo A\u00E9reo", "" },
		{ "By Summer Jones", "Summer Jones" },
		{ "By April May", "April May" },
		{ "By Will Law and Ann Post", "Will Law;Ann Post" },
		{ "By Easter Johnson had left.", "" },
		{ "By Jane Smith et al.", "Jane Smith et al." },
		{ "jsmith42", "" },
		{ "jane@paper.example", "" },
		{ "https://paper.example/jane", "" },
		{ "Share on Facebook", "" },
		{ "", "" },
	};
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct gp_arena *a = gp_arena_new(100000);
		struct gp_byline b = { .n_authors = 0 };
		struct gp_buf got = { .max = 0 };

		(void)gp_byline_read(a, gp_str(rows[i].given), &b);
		for (k = 0; k < b.n_authors; k++) {
			gp_buf_puts(&got, k ? ";" : "");
			gp_buf_str(&got, b.authors[k].name);
		}
		is_text(gp_buf_view(&got), rows[i].want);
		gp_buf_free(&got);
		gp_arena_free(a);
	}
}

/* ---- dates in a text ---- */

static void
found_dates(void **state)
{
	static const struct {
		const char *text;
		enum gp_date_order order;
		const char *want;
	} rows[] = {
		{ "Posted on Monday, 3rd June 2019 at 10:30", 0,
		  "2019-06-03T10:30" },
		{ "Publi\u00E9 le 3 juin 2019 \u00E0 10h30 par X", 0,
		  "2019-06-03T10:30" },
		{ "3. M\u00E4rz 2019", 0, "2019-03-03" },
		{ "3 de junio de 2019", 0, "2019-06-03" },
		{ "21.08.2019, 23:06", 0, "2019-08-21T23:06" },
		{ "2019/06/03", 0, "2019-06-03" },
		{ "(11/01/2017)", GP_DAY_FIRST, "2017-01-11" },
		{ "(11/01/2017)", GP_MONTH_FIRST, "2017-11-01" },
		{ "(11/01/2017)", 0, "" },
		{ "11/13/2017", 0, "2017-11-13" },
		/* Marked as a date, two digits are a year. */
		{ "Harbour, 30.10.23", 0, "2023-10-30" },
		{ "26/10/13, 03:48 pm", 0, "2013-10-26T15:48" },
		{ "11-29-2024,\u00A009:03 AM", 0, "2024-11-29T09:03" },
		{ "Bonn,\u00A011.10.2021", 0, "2021-10-11" },
		{ "20200516T09:51:53Z", 0, "2020-05-16T09:51:53Z" },
		{ "Tue Aug 25 2020 00:23:33 GMT+0100 (BST)", 0,
		  "2020-08-25T00:23:33+01:00" },
		{ "January 19, 2020 / 12:25 PM / Updated 8 hours ago", 0,
		  "2020-01-19T12:25" },
		/* As mail and feeds write them, RFC 5322 and before. */
		{ "Tue, 4 May 21 10:20:00 GMT", 0, "2021-05-04T10:20:00Z" },
		{ "Tue, 4 May 99 10:20 +1", 0, "1999-05-04T10:20+01:00" },
		{ "04-May-21", 0, "2021-05-04" },
		{ "4 May 121 10:20", 0, "2021-05-04T10:20" },
		{ "4 May 21 men met", 0, "" },
		{ "Tue May  4 10:20:00 2021", 0, "2021-05-04T10:20:00" },
		{ "Tue May 04 10:20:00 CEST 2021", 0,
		  "2021-05-04T10:20:00+02:00" },
		{ "Tue May 04 10:20:00 +0000 2021", 0, "2021-05-04T10:20:00Z" },
		{ "4 May 2021 10:20 UT", 0, "2021-05-04T10:20Z" },
		{ "2021-05-04T10:20:00+02", 0, "2021-05-04T10:20:00+02:00" },
		{ "4 May 2021 10:00-12", 0, "2021-05-04T10:00" },
		{ "4 mei 2021", 0, "2021-05-04" },
		{ "4 de mar\u00E7o de 2021", 0, "2021-03-04" },
		{ "4 marca 2021", 0, "2021-03-04" },
		{ "4. \u0159\u00EDjna 2021", 0, "2021-10-04" },
		{ "4 juni 2021", 0, "2021-06-04" },
		{ "4. desember 2021", 0, "2021-12-04" },
		{ "4. kes\u00E4kuuta 2021", 0, "2021-06-04" },
		{ "4 A\u011Fustos 2021", 0, "2021-08-04" },
		{ "4 Gorffennaf 2021", 0, "2021-07-04" },
		{ "4 B\u00E9altaine 2021", 0, "" },
		{ "4 Bealtaine 2021", 0, "2021-05-04" },
		{ "2021. m\u00E1rcius 4., 10:20", 0, "2021-03-04T10:20" },
		{ "2021\u5E743\u67084\u65E5", 0, "2021-03-04" },
		{ "2021\uB144 3\uC6D4 4\uC77C", 0, "2021-03-04" },
		/* When it was published before when it was changed. */
		{ "Updated 5 May 2021, published 4 May 2021", 0, "2021-05-04" },
		{ "\u00A9 2001-2024", 0, "" },
		{ "call 020 7946 2019", 0, "" },
		{ "31 June 2019", 0, "" },
	};
	struct gp_found_date found;
	char text[GP_DATE_TEXT];
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		text[0] = '\0';
		if (gp_dateline_find(gp_str(rows[i].text), rows[i].order,
		                     &found, NULL))
			gp_date_iso(&found.date, text);
		assert_string_equal(text, rows[i].want);
	}
	assert_true(gp_dateline_find(GP_STR("Last updated: 3 June 2019"), 0,
	                             &found, NULL));
	assert_int_equal(found.role, GP_MODIFIED);
}

/* ---- languages ---- */

static void
languages(void **state)
{
	static const char french[] =
		"Le port est ferm\u00E9\n\n"
		"Le port de la ville est ferm\u00E9 depuis hier parce que les "
		"bateaux ne peuvent pas entrer dans le bassin, et les gens "
		"sont tr\u00E8s inquiets pour la suite.\n\n"
		"Il faut attendre que le vent tombe, a dit le maire, qui ne "
		"veut pas que des marins sortent avec ce temps, mais nous "
		"sommes en hiver et c'est une chose qui arrive.\n\n"
		"Les p\u00EAcheurs ont pass\u00E9 la nuit sur le quai pour "
		"voir si leurs bateaux \u00E9taient bien tenus par les "
		"cordes, et ils sont rentr\u00E9s avec le jour.\n";
	const struct gp_doc *doc = normalised(french);

	(void)state;
	is_text(doc->lang, "fr");
	assert_int_equal(warned(doc, "lang-guessed"), 1);
	gp_doc_free(doc);
	doc = page("<meta property=og:locale content=en_US>",
	           "<h1>Floods come</h1>");
	is_text(doc->lang, "en-US");
	assert_int_equal(warned(doc, "lang-guessed"), 0);
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(titles),
		cmocka_unit_test(headings),
		cmocka_unit_test(title_disagrees),
		cmocka_unit_test(bylines),
		cmocka_unit_test(dates),
		cmocka_unit_test(dates_unclear),
		cmocka_unit_test(source_and_address),
		cmocka_unit_test(names),
		cmocka_unit_test(found_dates),
		cmocka_unit_test(languages),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
