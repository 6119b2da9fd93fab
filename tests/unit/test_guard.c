/*
 * The guard by itself: what counts as found, and that a planted loss is told,
 * with its line, of each format and of normalisation.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "normalised.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "base/text/word_count.h"
#include "base/text/word_guard.h"
#include "import/guard/guard.h"
#include "import/import.h"
#include "normalise/work.h"

/* ---- comparing ---- */

/* '|' in a text parts words, '_' is where a tag stood. */
static void
tell_marked(const void *what, struct gp_listener *l)
{
	struct gp_str s = gp_str(what);
	size_t i, from = 0;

	for (i = 0; i <= s.n; i++) {
		char c = i < s.n ? s.p[i] : '|';

		if (c != '|' && c != '_')
			continue;
		l->text(l, gp_str_sub(s, from, i), from);
		if (c == '|')
			l->part(l);
		else if (l->may_part)
			l->may_part(l);
		from = i + 1;
	}
}

static const struct {
	const char *source, *found;
	size_t missing;
	const char *quote;
} pairs[] = {
	{ "", "", 0, "" },
	{ "a b c", "c b a", 0, "" },
	{ "a b c", "", 3, "a b c" },
	{ "a b b", "a b", 1, "b b" },
	{ "one two three four", "one four", 2, "two three" },
	{ "lost. one LOST, two", "one two", 2, "lost" },
	{ "42", "4 2", 0, "" },
	{ "web|site", "website", 0, "" },
	{ "website", "web|site", 0, "" },
	{ "a web site is", "a is|web|site", 0, "" },
	{ "ab cde f", "abc def", 0, "" },
	{ "ab cde f", "abc", 3, "ab cde f" },
	{ "Kristi_Noem", "Noem|Kristi", 0, "" },
	{ "Kristi_Noem", "Noem", 1, "KristiNoem" },
	{ "1_2_3_4_5_6_7_8_9_ten", "1 2 3 4 5 6 7 8 9 ten", 0, "" },
	{ "a_b_c_d_e_f_g_h_i_j_k", "a bc d e f g hi j k", 0, "" },
	{ "a_b_c_d_e_f_g_h_i_j_k", "a bc d e f g hi j", 1, "abcdefghijk" },
	{ "1_2_3_4_5_6_7_8_9_10_11_12", "12 1 2 3 4 5 6 7 8 9 10 11", 0, "" },
	{ "1_2_3_4_5_6_7_8_9_10_11_12", "12 1 2 3 4 5 6 7 8 9 10", 1,
	  "123456789101112" },
	{ "x_y_z", "yz|x", 0, "" },
	{ "x_y_z y", "yz|x|y y", 0, "" },
	{ "STRASSE \xC3\x84rger", "strasse \xC3\xA4rger", 0, "" },
	{ "A\xCC\x88rger", "\xC3\xA4rger", 0, "" },
	{ "\xEF\xAC\x81nd", "find", 0, "" },
	{ "so\xC2\xAD"
	  "ft",
	  "soft", 0, "" },
	{ "don't", "don\xE2\x80\x99t", 0, "" },
	{ "a&nbsp;b",
	  "a\xC2\xA0"
	  "b",
	  0, "" },
	{ "caf&eacute;", "caf\xC3\xA9", 0, "" },
	{ "AT&amp;amp;T", "AT&T", 0, "" },
	{ "\xD0\x9C\xD0\x98\xD0\xA0", "\xD0\xBC\xD0\xB8\xD1\x80", 0, "" },
	{ "\xE6\xBC\xA2\xE5\xAD\x97", "\xE6\xBC\xA2", 1,
	  "\xE6\xBC\xA2\xE5\xAD\x97" },
};

static void
each_pair(void **state)
{
	struct gp_loss loss;
	struct gp_err e = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		struct gp_teller source = { tell_marked, pairs[i].source };
		struct gp_teller found = { tell_marked, pairs[i].found };

		assert_true(gp_word_guard(&source, &found, &loss, &e));
		if (loss.words != pairs[i].missing ||
		    strcmp(loss.quote, pairs[i].quote) != 0)
			fail_msg("%s in %s: %zu, \"%s\"", pairs[i].source,
			         pairs[i].found, loss.words, loss.quote);
	}
}

/* The place is that of the longest passage. */
static void
places(void **state)
{
	struct gp_teller source = { tell_marked, "x|here y z|there z" };
	struct gp_teller found = { tell_marked, "z|here|there" };
	struct gp_loss loss;
	struct gp_err e = { 0 };

	(void)state;
	assert_true(gp_word_guard(&source, &found, &loss, &e));
	assert_int_equal(loss.words, 3);
	assert_int_equal(loss.at + loss.into, 7);
	assert_string_equal(loss.quote, "y z");
}

/* A quotation is one line, and ends with a whole character. */
static void
quotations(void **state)
{
	static const char long_one[] =
		"word\n\n  word word word word word word word word word word "
		"word word wo\xC3\xA9\xC3\xA9 end";
	struct gp_teller source = { tell_marked, long_one };
	struct gp_teller found = { tell_marked, "" };
	struct gp_loss loss;
	struct gp_err e = { 0 };

	(void)state;
	assert_true(gp_word_guard(&source, &found, &loss, &e));
	assert_int_equal(gp_utf8_valid(gp_str(loss.quote)), strlen(loss.quote));
	assert_true(strlen(loss.quote) <= GP_LOSS_QUOTE);
	assert_true(gp_str_starts(gp_str(loss.quote), GP_STR("word word w")));
}

/* What is too large to be compared is told, and is no error. */
static void
too_large(void **state)
{
	static const size_t limits[] = { 64, 8200, 9000 };
	struct gp_teller source = { tell_marked, "one two three" };
	struct gp_teller found = { tell_marked, "one two" };
	struct gp_loss loss;
	struct gp_err e = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof limits / sizeof *limits; i++) {
		assert_true(gp_word_guard_within(&source, &found, limits[i],
		                                 &loss, &e));
		assert_int_equal(e.code, GP_OK);
		assert_int_equal(loss.words, 1);
		assert_string_equal(loss.quote, "");
	}
	assert_true(gp_word_guard_within(&source, &found, GP_MIB, &loss, &e));
	assert_string_equal(loss.quote, "three");
}

static void
tell_half(const void *what, struct gp_listener *l)
{
	tell_marked(what, l);
	l->failed = GP_NOMEM;
}

/* Of a source that is not told whole nobody knows whether it is there. */
static void
told_by_half(void **state)
{
	struct gp_teller whole = { tell_marked, "x" };
	struct gp_teller half = { tell_half, "x" };
	struct gp_loss loss;
	struct gp_err e = { 0 };

	(void)state;
	assert_false(gp_word_guard(&half, &whole, &loss, &e));
	assert_int_equal(e.code, GP_NOMEM);
}

/* ---- words that look alike ---- */

enum { ALIKE = 1000, SLOTS = 4096, NEAR = 16 };

/* The slot of a word in a table of SLOTS. */
typedef size_t
slotter(struct gp_str word);

static size_t
counted_at(struct gp_str word)
{
	uint32_t hash = 0x1E3D;
	size_t i;

	for (i = 0; i < word.n; i++)
		hash = (hash ^ (unsigned char)word.p[i]) * 0x01000193u;
	return (hash * 0x9E3779B1u) % SLOTS;
}

static size_t
needed_at(struct gp_str word)
{
	uint64_t times = UINT64_C(0x9E3779B97F4A7C15), sum = 0;
	size_t i;

	for (i = 0; i < word.n; i++)
		sum = sum * times + (unsigned char)word.p[i];
	return (size_t)((sum * times) >> 32) % SLOTS;
}

/* Words whose slots are among the first. */
static void
pick_alike(struct gp_buf *out, slotter *slot_of)
{
	char word[8] = "aaaaaaa";
	size_t n = 0, i;

	while (n < ALIKE) {
		for (i = 0; word[i] == 'z'; i++)
			word[i] = 'a';
		word[i]++;
		if (slot_of(gp_str(word)) >= NEAR)
			continue;
		gp_buf_printf(out, "%s ", word);
		n++;
	}
}

/* Nobody looks through all of them for each. */
static void
counted_alike(void **state)
{
	struct gp_arena *a = gp_arena_new(GP_MIB);
	struct gp_buf text = { 0 };
	struct gp_word_count c;

	(void)state;
	assert_non_null(a);
	pick_alike(&text, counted_at);
	gp_word_count_open(&c, a);
	gp_tell(&c.listener, gp_buf_view(&text), 0);
	assert_true(c.is_short);
	gp_buf_free(&text);
	gp_arena_free(a);
}

static void
needed_alike(void **state)
{
	struct gp_buf text = { 0 };
	struct gp_teller source = { tell_marked, NULL }, found = source;
	struct gp_loss loss;
	struct gp_err e = { 0 };

	(void)state;
	pick_alike(&text, needed_at);
	source.what = text.data;
	found.what = text.data + 8; /* without the first word */
	assert_true(gp_word_guard(&source, &found, &loss, &e));
	assert_int_equal(loss.words, 1);
	assert_string_equal(loss.quote, "");
	gp_buf_free(&text);
}

/* ---- a planted loss ---- */

static void
a_block_goes(void **state)
{
	static const char html[] = "<p>one two\n<p>three\n<p>four five";
	struct gp_draft *draft = gp_draft_new(GP_MIB);
	struct gp_err e = { 0 };

	(void)state;
	assert_non_null(draft);
	gp_draft_add(draft)->raw = GP_STR("one two");
	gp_draft_add(draft)->raw = GP_STR("four five");
	assert_true(gp_guard_html(draft, NULL, gp_str(html), false, &e));
	assert_int_equal(draft->lost.words, 1);
	assert_int_equal(draft->lost.line, 2);
	assert_string_equal(draft->lost.quote.p, "three");
	gp_draft_free(draft);
}

/* Blocks that were there before a piece was read are none of it. */
static void
older_blocks(void **state)
{
	struct gp_draft *draft = gp_draft_new(GP_MIB);
	const struct gp_draft_block *last;
	struct gp_err e = { 0 };

	(void)state;
	assert_non_null(draft);
	gp_draft_add(draft)->raw = GP_STR("one");
	last = draft->last;
	gp_draft_add(draft)->raw = GP_STR("two");
	assert_true(gp_guard_html(draft, last, GP_STR("two"), true, &e));
	assert_int_equal(draft->lost.words, 0);
	assert_true(gp_guard_html(draft, last, GP_STR("one"), true, &e));
	assert_int_equal(draft->lost.words, 1);
	assert_int_equal(draft->lost.line, 0);
	gp_draft_free(draft);
}

/* Of each format: a draft with `found` in it, and what its guard then says. */
static void
is_lost(struct gp_draft *draft, bool ok, size_t words, unsigned line)
{
	assert_true(ok);
	assert_int_equal(draft->lost.words, words);
	assert_int_equal(draft->lost.line, line);
	gp_draft_free(draft);
}

static struct gp_draft *
draft_of(const char *found)
{
	struct gp_draft *draft = gp_draft_new(GP_MIB);

	assert_non_null(draft);
	gp_draft_add(draft)->raw = gp_str(found);
	return draft;
}

static void
each_format(void **state)
{
	static const char md[] = "a *b*\n\n[^1]: c\n";
	static const char xml[] = "<title>a</title>\n<x>b c</x>";
	static const char feed[] = "<feed><t>b</t><entry>\n<t>d</t>\n"
				   "</entry><entry>e\n</entry>\n<s>c</s>"
				   "</feed>";
	struct gp_err e = { 0 };
	struct gp_draft *d;

	(void)state;
	d = draft_of("a b ^1 c");
	is_lost(d, gp_guard_markdown(d, NULL, gp_str(md), 5, &e), 0, 0);
	d = draft_of("a b ^1");
	is_lost(d, gp_guard_markdown(d, NULL, gp_str(md), 5, &e), 1, 7);
	d = draft_of("a b");
	is_lost(d, gp_guard_text(d, GP_STR("a\nb"), &e), 0, 0);
	d = draft_of("a");
	is_lost(d, gp_guard_text(d, GP_STR("a\nb"), &e), 1, 2);
	d = draft_of("b");
	is_lost(d, gp_guard_item(d, GP_STR("{\"a\":\"b c\"}"), &e), 1, 0);
	d = draft_of("b c");
	is_lost(d, gp_guard_entry(d, gp_str(xml), 3, &e), 1, 3);
	d = draft_of("b c");
	is_lost(d, gp_guard_feed(d, NULL, gp_str(feed), &e), 0, 0);
	d = draft_of("b");
	is_lost(d, gp_guard_feed(d, NULL, gp_str(feed), &e), 1, 5);
	d = draft_of("b c");
	(void)gp_draft_claim(d, GP_CLAIM_TITLE, GP_SAID_BY_FILE, GP_STR("a"),
	                     GP_STR("feed"), 1);
	is_lost(d, gp_guard_entry(d, gp_str(xml), 3, &e), 0, 0);
}

/* ---- whole sources ---- */

static const struct {
	const char *name, *text;
	size_t lost;
} sources[] = {
	{ "a.xml",
	  "<rss><channel><item><title>T</title><pubDate>9 Nov 2015</pubDate>"
	  "<description>One thing.</description><description>A second."
	  "</description><m:credit xmlns:m='m'>Somebody</m:credit>"
	  "<author>x@example.org (X Y)</author>"
	  "<content:encoded xmlns:content='http://purl.org/rss/1.0/modules/"
	  "content/'>&lt;p>Another &amp;amp; longer thing.&lt;/p>"
	  "</content:encoded></item></channel></rss>",
	  0 },
	{ "a.xml",
	  "<feed><entry><title type='html'>&lt;b>T&lt;/b></title>"
	  "<summary>Words</summary><author><name>A B</name><email>a@b.org"
	  "</email></author><content type='xhtml'><div><script src='x'/>"
	  "<p>Words and more of them.</p></div></content></entry></feed>",
	  0 },
	{ "a.xml",
	  "<feed><entry><title>T</title><x>beside <b>more</b> behind</x>"
	  "<content>Words of it.</content></entry></feed>",
	  0 },
	{ "a.xml",
	  "<feed xmlns:x='x'><x:head><x:item>Of the feed.</x:item></x:head>"
	  "<entry><title>T</title><content>Words of it.</content></entry>"
	  "</feed>",
	  0 },
	{ "a.json",
	  "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"F\","
	  "\"items\":[{\"id\":\"1\",\"title\":\"T\",\"content_html\":\"<p>One "
	  "thing.</p>\",\"content_text\":\"Another.\",\"_x\":{\"y\":\"Some\"},"
	  "\"authors\":[{\"name\":\"A B\",\"url\":\"a b\"}],\"z\":\"More\"}]}",
	  0 },
	{ "a.eml",
	  "From: A <a@b.c>\nDate: Mon, 09 Nov 2015 10:00:00 +0000\n"
	  "Message-ID: <1@b.c>\nMIME-Version: 1.0\n"
	  "Content-Type: multipart/alternative; boundary=x\n\n--x\n"
	  "Content-Type: text/plain\n\nOther words.\n--x\n"
	  "Content-Type: text/html\n\n<p>The words.\n--x--\n",
	  0 },
	{ "a.md", "# T\n\nSome words[^1].\n\n[^1]: Smith\n\n[x]: y\n", 0 },
	{ "a.md", "# T\n\n| a | b |\n|---|---|\n| c | d | e |\n\nWords.\n", 1 },
	{ "a.html", "<p>Some words of it.<p>b<title>c<p>Not seen.", 3 },
};

static void
each_source(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof sources / sizeof *sources; i++) {
		struct gp_source_bytes source = {
			.name = sources[i].name, .data = gp_str(sources[i].text)
		};
		struct gp_err e = { 0 };
		struct gp_draft *draft = gp_import(&source, NULL, &e);

		if (!draft || draft->lost.words != sources[i].lost)
			fail_msg("%zu: %s, %zu lost", i, e.msg,
			         draft ? draft->lost.words : 0);
		gp_draft_free(draft);
	}
}

/* A word that tags stand in is enough in pieces, without a closer look. */
static void
counted_in_pieces(void **state)
{
	static const struct {
		const char *found, *source;
		bool is_short;
	} rows[] = {
		{ "one|two", "one_two", false },
		{ "onetwo", "one_two", false },
		{ "two|one", "_one__two_", false },
		{ "one", "one_two", true },
		{ "one|two", "onetwo", true },
		{ "one|two", "one_two one", true },
		{ "a_b", "a b", true },
		{ "a|b|c|d|e|f|g|h|i", "a_b_c_d_e_f_g_h_i", true },
	};
	struct gp_word_count count;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof rows[0]; i++) {
		struct gp_arena *a = gp_arena_new(1 << 20);

		gp_word_count_open(&count, a);
		tell_marked(rows[i].found, &count.listener);
		gp_word_count_take(&count);
		tell_marked(rows[i].source, &count.listener);
		if (count.is_short != rows[i].is_short)
			fail_msg("%s in %s", rows[i].source, rows[i].found);
		gp_arena_free(a);
	}
}

/* A plain form is listed when it says something else, and not when it says the
   same with addresses. */
static void
other_forms(void **state)
{
	struct gp_draft *draft = draft_of("one two");
	struct gp_err e = { 0 };
	size_t words = 9;

	(void)state;
	assert_true(gp_guard_other_form(
		draft, GP_STR("One [https://a.b/c] two"), &words, &e));
	assert_int_equal(words, 0);
	assert_true(gp_guard_other_form(draft, GP_STR("one two three"), &words,
	                                &e));
	assert_int_equal(words, 1);
	assert_int_equal(draft->lost.words, 0);
	gp_draft_free(draft);
}

/* A comment or a script in Markdown that is a block is listed, and takes the
   title from no heading. */
static void
unseen_markdown(void **state)
{
	static const char text[] =
		"<!-- a remark -->\n\n# A title\n\nSome words of it.\n\n"
		"<script>\nvar x;\n</script>\n\n<div>\n\nMore words.\n\n"
		"</div>\n";
	const struct gp_doc *doc = normalised_as("a.md", text);

	(void)state;
	is_text(doc->title.text, "A title");
	assert_non_null(doc->dropped);
	is_text(doc->dropped->raw, "<!-- a remark -->");
	assert_non_null(doc->dropped->next);
	is_text(doc->dropped->next->raw, "<script>\nvar x;\n</script>");
	assert_int_equal(blocks_of(doc), 2);
	gp_doc_free(doc);
}

/* ---- a loss of normalisation ---- */

static const char page[] =
	"<article><h1>A plan</h1><p>The department said on Monday that it "
	"would publish its plan before the end of the year, and soon."
	"<p>Ministers want every form to be online within two years, and "
	"the last of them will be ready in the spring.</article>";

/* All passes but the last, which has to say what `plant` did. */
static void
plant(struct gp_str text, void (*spoil)(struct gp_work *w), const char *quote)
{
	struct gp_source_bytes source = { .name = "a.html", .data = text };
	struct gp_err e = { 0 };
	struct gp_draft *draft = gp_import(&source, NULL, &e);
	struct gp_rules *rules = rules_of(NULL, &e);
	struct gp_normaliser how = { .rules = rules };
	struct gp_work w;
	size_t i;

	assert_non_null(draft);
	assert_true(gp_work_open(&w, draft, &how, &e));
	for (i = 0; i + 1 < GP_N_PASSES; i++)
		assert_true(gp_passes[i].run(&w, &e));
	spoil(&w);
	assert_true(gp_passes[i].run(&w, &e));
	assert_non_null(w.doc->last_warning);
	if (!quote)
		assert_string_not_equal(w.doc->last_warning->code,
		                        "unaccounted");
	else
		assert_true(gp_str_find(w.doc->last_warning->text,
		                        gp_str(quote),
		                        0) < w.doc->last_warning->text.n);
	gp_work_close(&w);
	gp_doc_free(w.doc);
	gp_draft_free(draft);
	gp_rules_free(rules);
}

static void
spoil_nothing(struct gp_work *w)
{
	(void)w;
}

static void
spoil_body(struct gp_work *w)
{
	w->doc->body->first = w->doc->body->first->next;
}

static void
spoil_title(struct gp_work *w)
{
	w->doc->title.text.n = 1;
}

static void
normalisation_loses(void **state)
{
	(void)state;
	plant(gp_str(page), spoil_nothing, NULL);
	plant(gp_str(page), spoil_body, "The department said on Monday");
	plant(gp_str(page), spoil_title, ": \"plan\"; look");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(other_forms),
		cmocka_unit_test(counted_in_pieces),
		cmocka_unit_test(each_format),
		cmocka_unit_test(each_source),
		cmocka_unit_test(each_pair),
		cmocka_unit_test(places),
		cmocka_unit_test(quotations),
		cmocka_unit_test(too_large),
		cmocka_unit_test(counted_alike),
		cmocka_unit_test(needed_alike),
		cmocka_unit_test(told_by_half),
		cmocka_unit_test(a_block_goes),
		cmocka_unit_test(older_blocks),
		cmocka_unit_test(unseen_markdown),
		cmocka_unit_test(normalisation_loses),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
