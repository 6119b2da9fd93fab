/* What of a letter is its reader's alone: addresses in their spellings, and
   links by their looks.  How it is read off a mail is tested elsewhere. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "import/personal/link_judge.h"
#include "import/personal/link_target.h"
#include "import/personal/link_value.h"
#include "import/personal/link_words.h"
#include "import/personal/withhold.h"

struct text_row {
	const char *text, *want;
	size_t count;
};

static struct gp_withholding
for_ann(struct gp_arena *a)
{
	struct gp_withholding w = { .arena = a, .recipients = { .arena = a } };

	gp_recipients_keep(&w.recipients, GP_STR("desk@paper.example"));
	gp_recipients_add(&w.recipients, GP_STR("Ann <Ann@reader.example>, "
	                                        "o'brien+news@reader.example, "
	                                        "desk@paper.example"));
	return w;
}

static void
is(struct gp_str s, const char *want)
{
	assert_string_equal(s.p ? s.p : "", want);
}

static void
check_texts(const struct text_row *rows, size_t n, bool is_html)
{
	size_t i;

	for (i = 0; i < n; i++) {
		struct gp_arena *a = gp_arena_new(GP_MIB);
		struct gp_withholding w = for_ann(a);
		struct gp_buf out = { .max = GP_KIB };

		gp_withhold(&w, gp_str(rows[i].text), is_html, &out);
		is(gp_buf_view(&out), rows[i].want);
		assert_int_equal(w.addresses, rows[i].count);
		gp_buf_free(&out);
		gp_arena_free(a);
	}
}

static void
spellings(void **state)
{
	static const struct text_row rows[] = {
		{ "To Ann@Reader.example.", "To .", 1 },
		{ "u%3Dann%40reader.example&x", "u%3D&x", 1 },
		{ "a%2540b, ann%2540reader.example", "a%2540b, ", 1 },
		{ "joann@reader.example", "joann@reader.example", 0 },
		{ "Write to desk@paper.example", "Write to desk@paper.example",
		  0 },
		{ "ann@", "ann@", 0 },
		{ "ann at reader.example", "", 1 },
		{ "Look at ann (at) reader (dot) example!", "Look at !", 1 },
		{ "ann\u200B@reader\u00AD.example", "", 1 },
		{ "x-ann=reader.example@paper.example", "x-@paper.example", 1 },
		{ "for ann@reader.example.pdf", "for .pdf", 1 },
		{ "O'Brien@reader.example", "", 1 },
		{ "'ann@reader.example'", "''", 1 },
		{ "ann@reader.example,ann@reader.example", ",", 2 },
		{ "\"ann\"@reader.example", "", 1 },
		{ "To \u201Cann\u201D@reader.example.", "To \u201C.", 1 },
		{ "It went to ann@\nreader.example alone.",
		  "It went to  alone.", 1 },
		{ "> It went to ann\r\n> @reader.example.", "> It went to .",
		  1 },
		{ "ann@\n\nreader.example", "ann@\n\nreader.example", 0 },
		{ "ann @ reader . example", "", 1 },
		{ "to joann\n@reader.example", "to joann\n@reader.example", 0 },
		{ "\uFF41nn\uFF20reader\uFF0Eexample", "", 1 },
		{ "ann [\u00E4t] reader [Punkt] example", "", 1 },
		{ "ann(a)reader.example", "", 1 },
		{ "Unsubscribe at https://l.example/t/73205518840021\n"
		  "or at https://l.example/b/83205518840022",
		  "Unsubscribe at \nor at ", 0 },
		{ "Unsubscribe at https://l.example/t/73205518840021\n"
		  "Top story: https://l.example/b/83205518840022",
		  "Unsubscribe at \n"
		  "Top story: https://l.example/b/83205518840022",
		  0 },
		{ "ann+more@reader.example", "", 1 },
		{ "\u8BF7\u5199ann@reader.example\u8C22", "\u8BF7\u5199\u8C22",
		  1 },
	};

	(void)state;
	check_texts(rows, sizeof rows / sizeof rows[0], false);
}

static void
spellings_in_markup(void **state)
{
	static const struct text_row rows[] = {
		{ "ann&#64;reader.example &#x61;nn@reader.example", " ", 2 },
		{ "<b>ann@<wbr>reader.example</b><i>x</i>",
		  "<b><wbr></b><i>x</i>", 1 },
		{ "for ann<!-- x -->@<!---->reader.example.",
		  "for <!-- x --><!---->.", 1 },
		{ "<p>ann@reader.example</p>by", "<p></p>by", 1 },
		{ "<b>ann@reader.example</b>by", "<b></b>by", 1 },
		{ "<a title=\"ann@reader.example\">it</a>",
		  "<a title=\"\">it</a>", 1 },
		{ "<td>ann</td><td>@</td>\n<td>reader.example</td>",
		  "<td></td><td></td>\n<td></td>", 1 },
		{ "ann<WBR/>@<br>reader<x-y>.</x-y>example",
		  "<WBR/><br><x-y></x-y>", 1 },
		{ "ann<!-->@<!-- <b> > -->reader.example<!--->",
		  "<!--><!-- <b> > --><!--->", 1 },
		{ "<i>a</i><i>n</i>n&commat;reader&period;example",
		  "<i></i><i></i>", 1 },
		{ "&quot;ann&quot;@reader.example by", "&quot; by", 1 },
	};

	(void)state;
	check_texts(rows, sizeof rows / sizeof rows[0], true);
}

/* As header fields spell it, and letters then do. */
static void
spellings_in_fields(void **state)
{
	static const struct {
		const char *field, *text;
	} rows[] = {
		{ "Ann <\"ann\"@reader.example>", "ann@reader.example" },
		{ "\"a\\nn\"@reader.example", "ann@reader.example" },
		{ "ann(at work (late))@reader.example", "ann@reader.example" },
		{ "ann @ reader . example", "ann@reader.example" },
		{ "\"Ann, B.\" <ann@reader.example>", "ann@reader.example" },
		{ "\"ann moor\"@reader.example",
		  "\"ann moor\"@reader.example" },
		{ "ann@xn--brgeramt-65a.example",
		  "ann@B\u00DCRGERAMT.example" },
		{ "ann@xn--brgeramt-65a.example",
		  "ann@xn--brgeramt-65a.example" },
		{ "ann@b\u00FCrgeramt.example",
		  "ann@XN--BRGERAMT-65A.example" },
		{ "\u00E5nn@reader.example", "\u00C5nn@reader.example" },
		{ "ann@\u043F\u043E\u0447\u0442\u0430.\u0440\u0444",
		  "ann@xn--80a1acny.xn--p1ai" },
		{ "ann@xn--r8jz45g.jp", "ann@\u4F8B\u3048\u3002jp" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct gp_arena *a = gp_arena_new(GP_MIB);
		struct gp_withholding w = { .arena = a,
			                    .recipients = { .arena = a } };
		struct gp_buf out = { .max = GP_KIB };

		gp_recipients_add(&w.recipients, gp_str(rows[i].field));
		gp_withhold(&w, gp_str(rows[i].text), false, &out);
		is(gp_buf_view(&out), "");
		gp_buf_free(&out);
		gp_arena_free(a);
	}
}

/* "at" in the name of a person makes no address of it. */
static void
names_of_people(void **state)
{
	struct gp_arena *a = gp_arena_new(GP_MIB);
	struct gp_withholding w = { .arena = a, .recipients = { .arena = a } };
	struct gp_buf out = { .max = GP_KIB };

	(void)state;
	gp_recipients_add(&w.recipients,
	                  GP_STR("Ann at Quay <ann@reader.example>"));
	gp_withhold(&w, GP_STR("Look for Ann at Quay."), false, &out);
	is(gp_buf_view(&out), "Look for Ann at Quay.");
	gp_buf_free(&out);
	gp_arena_free(a);
}

static void
names_in_values(void **state)
{
	static const char *const yes[] = {
		"https://x.example/?e=ann%40reader.example",
		"YW5uQHJlYWRlci5leGFtcGxl",
		"eyJlIjoiYW5uQHJlYWRlci5leGFtcGxlIiwibiI6MX0",
		"xYW5uQHJlYWRlci5leGFtcGxl",
		"616E6E407265616465722e6578616d706c65",
		/* MD5 */
		"795F1B564CE6C29ADF6A6AE623E5CE04",
		/* SHA-256 in base64, SHA-224 in hex */
		"UZ6f68Wwd5yiS06xfJc4SmNLvpDIYRhQlc8jWHCYX0k",
		"4e75d446c19db673d305da013285dac85166522519f48904464c52f8",
	};
	static const char *const no[] = {
		"https://x.example/e/desk%40paper.example",
		"d41d8cd98f00b204e9800998ecf8427e", ""
	};
	struct gp_arena *a = gp_arena_new(GP_MIB);
	struct gp_withholding w = for_ann(a);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof yes / sizeof yes[0]; i++)
		assert_true(gp_recipients_named(&w.recipients, gp_str(yes[i])));
	for (i = 0; i < sizeof no / sizeof no[0]; i++)
		assert_false(gp_recipients_named(&w.recipients, gp_str(no[i])));
	gp_arena_free(a);
}

static void
looks(void **state)
{
	static const struct {
		const char *s;
		bool slug, opaque, mark, rare;
	} rows[] = {
		{ "ferry-office-opens-12345", true, false, false, false },
		{ "one_counter_for_all", true, false, false, false },
		{ "2026", false, false, false, false },
		{ "2026-03-09", false, false, false, false },
		{ "12345678", false, false, true, false },
		{ "7f3a91", false, false, true, true },
		{ "AnnualReport2026Final.pdf", false, false, true, false },
		{ "5c1f7c3e-2b9a-4f0d-9c55-0d1e2f3a4b5c", false, true, true,
		  true },
		{ "VWLhQ8N5m2kpW5jX7Rn2xKz0QW4h", false, true, true, true },
		{ "rechtsschutzversicherung", false, false, false, false },
		{ "news", false, false, false, false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct gp_str s = gp_str(rows[i].s);

		assert_int_equal(gp_is_slug(s), rows[i].slug);
		assert_int_equal(gp_is_opaque(s), rows[i].opaque);
		assert_int_equal(gp_is_mark(s), rows[i].mark);
		assert_int_equal(gp_is_rare(s), rows[i].rare);
	}
}

static void
words_of_links(void **state)
{
	static const struct {
		const char *words;
		enum gp_link_kind kind;
	} rows[] = {
		{ "unsubscribe from this list", GP_LINK_OFF },
		{ "hier abmelden", GP_LINK_OFF },
		{ "newsletter im browser ansehen", GP_LINK_VIEW },
		{ "ここで配信停止できます", GP_LINK_OFF },
		{ "the resubscribers", GP_LINK_ORDINARY },
		{ "the story of a ferry", GP_LINK_ORDINARY },
		{ "", GP_LINK_ORDINARY },
	};
	size_t i;

	(void)state;
	assert_null(gp_link_words_fault());
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++)
		assert_int_equal(gp_link_kind_of_words(gp_str(rows[i].words)),
		                 rows[i].kind);
}

static void
targets(void **state)
{
	static const char *const rows[][2] = {
		{ "https://f.example/?url=https%3A%2F%2Fn.example%2Fa&d=x",
		  "https://n.example/a" },
		{ "https://f.example/CL0/https:%2F%2Fn.example%2Fa/1/t",
		  "https://n.example/a" },
		{ "https://f.example/v3/__https://n.example/a__;!!x!y$",
		  "https://n.example/a" },
		{ "https://f.example/v2/url?u=https-3A__n.example_a-2Db&d=x",
		  "https://n.example/a-b" },
		{ "https://f.example/l/e30.eyJ1cmwiOiJodHRwczovL24uZXhhbXBsZS9"
		  "hIn0.x",
		  "https://n.example/a" },
		{ "https://n.example/a?b=c", "" },
		{ "https://f.example/?u=http%3A%2F%2F", "" },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct gp_arena *a = gp_arena_new(GP_MIB);

		is(gp_link_target(a, gp_str(rows[i][0])), rows[i][1]);
		gp_arena_free(a);
	}
}

/* The links of a letter to many, one after the other. */
static void
links(void **state)
{
	static const struct {
		const char *url, *words;
		enum gp_link_verdict verdict;
		const char *target;
	} rows[] = {
		{ "https://n.example/u/7f3a91", "Unsubscribe", GP_LINK_GOES,
		  "" },
		{ "https://n.example/v/7f3a91", "Today", GP_LINK_GOES, "" },
		{ "https://n.example/prefs", "Preferences", GP_LINK_STAYS, "" },
		{ "https://n.example/news/2026/03/09/title-12345", "Story",
		  GP_LINK_STAYS, "" },
		{ "https://n.example/story?id=123", "Story", GP_LINK_STAYS,
		  "" },
		{ "https://n.example/2026/a-title-here?utm_source=x&id=7#b",
		  "Story", GP_LINK_LEADS_TO,
		  "https://n.example/2026/a-title-here?id=7#b" },
		{ "https://n.example/2026/a-title-here?r=7f3a91", "Story",
		  GP_LINK_LEADS_TO, "https://n.example/2026/a-title-here" },
		{ "https://n.example/2026/a-title-here#7f3a91", "Story",
		  GP_LINK_LEADS_TO, "https://n.example/2026/a-title-here" },
		{ "https://n.example/2026/a-title-here?id=7#r=7f3a91", "Story",
		  GP_LINK_LEADS_TO,
		  "https://n.example/2026/a-title-here?id=7" },
		{ "https://t.n.example/c/9kQ2mR9vT4wZ8pL1sD6f", "Story",
		  GP_LINK_GOES, "" },
		{ "https://v.example/watch?v=dQw4w9WgXcQ", "Film",
		  GP_LINK_STAYS, "" },
		{ "https://n.example/article/5c1f7c3e-2b9a-4f0d-9c55-"
		  "0d1e2f3a4b5c",
		  "Story", GP_LINK_STAYS, "" },
		{ "mailto:desk@paper.example", "Write", GP_LINK_STAYS, "" },
		{ "mailto:ann@reader.example", "You", GP_LINK_GOES, "" },
	};
	struct gp_arena *a = gp_arena_new(GP_MIB);
	struct gp_withholding w = for_ann(a);
	struct gp_link_judge j = { .arena = a,
		                   .recipients = &w.recipients,
		                   .is_bulk = true };
	size_t i;

	(void)state;
	gp_link_judge_leave(&j, GP_STR("<https://n.example/u/7f3a91>"));
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct gp_found_link l = { .address = gp_str(rows[i].url),
			                   .words = gp_str(rows[i].words),
			                   .is_link = true };
		struct gp_str target = GP_STR("");

		assert_int_equal(gp_link_judge(&j, &l, &target),
		                 rows[i].verdict);
		if (rows[i].verdict == GP_LINK_LEADS_TO)
			is(target, rows[i].target);
	}
	gp_arena_free(a);
}

static void
pages(void **state)
{
	static const struct {
		const char *html, *want;
	} rows[] = {
		{ "<a href='/u?t=Zk3vR8tQ1m'>Unsubscribe</a> "
		  "<a href=\"/c/Zk3vR8tQ1m\">More</a>",
		  "<a >Unsubscribe</a> <a >More</a>" },
		{ "<p>Sent to jo@b.example <a href='https://n.example/off?"
		  "e=jo%40b.example&k=Zk3vR8tQ1m'>Abmelden</a>",
		  "<p>Sent to  <a >Abmelden</a>" },
		{ "<a href='/newsletter/unsubscribe'>Unsubscribe</a>", NULL },
		{ "<a href='/c/Zk3vR8tQ1m9kQ2mR9vT4'>More</a>", NULL },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct gp_arena *a = gp_arena_new(GP_MIB);
		struct gp_withholding w = { .arena = a };
		struct gp_buf out = { .max = GP_KIB };
		struct gp_str url = GP_STR("https://n.example/v/Zk3vR8tQ1m");

		assert_int_equal(
			gp_withhold_page(&w, gp_str(rows[i].html), &url, &out),
			rows[i].want != NULL);
		is(gp_buf_view(&out), rows[i].want ? rows[i].want : "");
		assert_int_equal(url.n == 0, rows[i].want != NULL);
		gp_buf_free(&out);
		gp_arena_free(a);
	}
}

/* What stands before an address is never too much. */
static void
long_words(void **state)
{
	struct gp_arena *a = gp_arena_new(GP_MIB);
	struct gp_withholding w = for_ann(a);
	struct gp_buf text = { .max = GP_MIB }, out = { .max = GP_MIB };
	struct gp_err e = { 0 };
	int i;

	(void)state;
	gp_buf_puts(&text, "<p>");
	for (i = 0; i < 5000; i++)
		gp_buf_puts(&text, "word ");
	gp_buf_puts(&text, "https://n.example/a");
	gp_withhold(&w, gp_buf_view(&text), true, &out);
	assert_true(gp_arena_ok(a, &e));
	assert_int_equal(out.len, text.len);
	gp_buf_free(&text);
	gp_buf_free(&out);
	gp_arena_free(a);
}

/* What is written without a space, over and over, and costs no more for it. */
static void
rows_without_spaces(void **state)
{
	static const struct {
		const char *piece, *left;
	} rows[] = {
		{ "https://n.example/u/Zk3vR8tQ1m&nbsp;", "&nbsp;" },
		{ "Zk3vR8tQ1m,", "," },
	};
	enum { TIMES = 20000 };
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct gp_arena *a = gp_arena_new(64 * GP_MIB);
		struct gp_withholding w = for_ann(a);
		struct gp_buf text = { .max = GP_MIB }, out = { .max = GP_MIB };

		w.leave = GP_STR("<https://n.example/u/Zk3vR8tQ1m>");
		for (k = 0; k < TIMES; k++)
			gp_buf_puts(&text, rows[i].piece);
		gp_withhold(&w, gp_buf_view(&text), true, &out);
		assert_int_equal(w.links, TIMES);
		assert_int_equal(out.len, TIMES * gp_str(rows[i].left).n);
		gp_buf_free(&text);
		gp_buf_free(&out);
		gp_arena_free(a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spellings),
		cmocka_unit_test(spellings_in_markup),
		cmocka_unit_test(spellings_in_fields),
		cmocka_unit_test(names_of_people),
		cmocka_unit_test(names_in_values),
		cmocka_unit_test(looks),
		cmocka_unit_test(words_of_links),
		cmocka_unit_test(targets),
		cmocka_unit_test(links),
		cmocka_unit_test(pages),
		cmocka_unit_test(long_words),
		cmocka_unit_test(rows_without_spaces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
