/*
 * The scanners of the guard: which words each of them sees in small sources.
 * What is done with the words is not asked here.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/limits.h"
#include "import/guard/html_words.h"
#include "import/guard/json_words.h"
#include "import/guard/markdown_words.h"
#include "import/guard/xml_words.h"

/* ---- the scanner of pages ---- */

static const struct {
	const char *html, *words;
} pages[] = {
	{ "", "" },
	{ "a", "a" },
	{ "<p>a b</p>c", "a b c" },
	{ "a<b>b</b>c<i>d</i>", "abcd" },
	{ "a<br>b<div>c</div>d<td>e", "a b c d e" },
	{ "<p title=\"x>y\">a", "a" },
	{ "<p title='x>y' id=b>a", "a" },
	{ "<p \">a", "a" },
	{ "<p a=\"b\"c>d", "d" },
	{ "<p/x=y/>a", "a" },
	{ "<p a = 'b>c' >d", "d" },
	{ "<p =a>b", "b" },
	{ "1 < 2 <3> <> </> a</ b>c", "1 < 2 <3> <> ac" },
	{ "&lt;p&gt; &eacute;t&eacute; AT&T &amp;amp;",
	  "<p> \xC3\xA9t\xC3\xA9 AT&T &amp;" },
	{ "a<!-- b -->c<!-->d<!--->e<!-- f --!>g", "acdeg" },
	{ "<!DOCTYPE html><?php b ?>a", "a" },
	{ "<title>a</title>b<title>c</title>d", "bd c" },
	{ "<noscript><title>a</title></noscript><title>b</title>", "a" },
	{ "<title>a</title>b", "b" },
	{ "<style>a</style>b<script>c</script>d", "bd" },
	{ "<script>a</scripts></script >b", "b" },
	{ "<script><!-- <script> </script> a </script> b", "b" },
	{ "<script><!-- <script> --> </script> a", "a" },
	{ "<script><!--> <script> </script> a", "a" },
	{ "<textarea><b>a</textarea>b<xmp><i></xmp>c", "<b>a b <i> c" },
	{ "<plaintext>a</plaintext>", "a</plaintext>" },
	{ "<noscript><p>a</noscript><iframe>b</iframe>", "a b" },
	{ "<template>a</template><object>b</object>", "a b" },
	{ "<svg><title>a</title><text>b</text></svg>", "b" },
	{ "<svg><title/><style/><text>a</text></svg>b", "ab" },
	{ "<svg><![CDATA[a<b]]></svg><![CDATA[c]]>d", "a<bd" },
	{ "<svg><foreignObject><![CDATA[a]]>b</foreignObject></svg>", "b" },
	{ "<select><option>a<option>b</select>", "a b" },
	/* What never ends swallows nothing. */
	{ "a<!-- b <p>c", "a b c" },
	{ "a<title>b<p>c", "ab c" },
	{ "a<style>b{}<p>c", "ab{} c" },
	{ "a<script>b()<p>c", "ab() c" },
	{ "a<textarea>b<p>c", "a b c" },
	{ "a<p title=\"b>c<p>d", "a c d" },
	{ "a<p", "a" },
	{ "a<p <q <r", "a" },
	{ "a<", "a<" },
	{ "a<!", "a" },
};

static void
each_page(void **state)
{
	struct gp_buf told = { .max = GP_MIB };
	struct gp_buf words = { .max = GP_MIB };
	struct gp_str rest, word;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof pages / sizeof *pages; i++) {
		gp_buf_clear(&told);
		gp_buf_clear(&words);
		gp_html_plain(gp_str(pages[i].html), true, &told);
		for (rest = gp_buf_view(&told); gp_str_word(&rest, &word);) {
			if (words.len)
				gp_buf_putc(&words, ' ');
			gp_buf_str(&words, word);
		}
		gp_buf_putc(&words, '\0');
		if (strcmp(words.data, pages[i].words) != 0)
			fail_msg("%s: %s", pages[i].html, words.data);
	}
	gp_buf_free(&told);
	gp_buf_free(&words);
}

/* ---- the other scanners ---- */

static const struct {
	const char *text, *words;
} markdown[] = {
	{ "[a\nb]:\n/u\n'c\nd'\n\ne [f](/g\n\"h\") i", "e [f i" },
	{ "> [a]: /u\n> 'c'\n>\n> d [e [f](/g) h", "> > > d [e [f h" },
	{ "a<https://b.c/d> [e](<f)g> 'h') [i](j\\(k) l",
	  "a https://b.c/d [e [i l" },
	{ "~~~ `a`\nb\n~~~\n2.\nc", "b c" },
	{ "# a *b* c", "# a *b* c" },
	{ "[a](https://b.c \"d\") e", "[a e" },
	{ "[a](b(c)d) e](f", "[a e](f" },
	{ "[a][b] c", "[a c" },
	{ "![a](b.png)", "![a" },
	{ "[a]: https://b.c \"d\"", "" },
	{ "[^1]: a.b", "[^1]: a.b" },
	{ "[a]: b", "[a]: b" },
	{ "1. a\n2) b\n- 3. c\n> 4. d\n5.e", "a b - c > d 5.e" },
	{ "```c\na <b> c\n```\nd", "a b> c d" },
	{ "~~~~\na\n~~~\n~~~~ \nb", "a ~~~ b" },
	{ "a `<b>` \\<c> &amp;", "a ` b>` c> &" },
	{ "a <b>b</b> <!-- c --> d", "a b d" },
	{ "| a | b |\n|---|---|", "| a | b | |---|---|" },
};

static void
each_markdown(void **state)
{
	struct gp_buf page = { .max = GP_MIB }, told = page, words = page;
	struct gp_str rest, word;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof markdown / sizeof *markdown; i++) {
		gp_buf_clear(&page);
		gp_buf_clear(&told);
		gp_buf_clear(&words);
		gp_markdown_plain(gp_str(markdown[i].text), &page);
		assert_int_equal(page.len, strlen(markdown[i].text));
		gp_html_plain(gp_buf_view(&page), true, &told);
		for (rest = gp_buf_view(&told); gp_str_word(&rest, &word);) {
			if (words.len)
				gp_buf_putc(&words, ' ');
			gp_buf_str(&words, word);
		}
		gp_buf_putc(&words, '\0');
		if (strcmp(words.data, markdown[i].words) != 0)
			fail_msg("%s: %s", markdown[i].text, words.data);
	}
	gp_buf_free(&page);
	gp_buf_free(&told);
	gp_buf_free(&words);
}

struct heard {
	struct gp_listener listener;
	struct gp_buf words;
};

static void
hear(struct gp_listener *l, struct gp_str piece, size_t at)
{
	(void)at;
	gp_buf_str(&((struct heard *)(void *)l)->words, piece);
}

static void
hear_part(struct gp_listener *l)
{
	gp_buf_putc(&((struct heard *)(void *)l)->words, '|');
}

static void
entries(void **state)
{
	static const char feed[] =
		"<!DOCTYPE rss><rss><x><x:item>h</x:item></x><channel>"
		"<item>a<item/></item><!-- <item>b</item> --><x:entry a='>'>"
		"<t>c &amp;lt;b>d&lt;/b> <![CDATA[<i>e</i>]]></t>"
		"<script>f</script><u>g</u></x:entry></channel>"
		"<item><entry>i</entry>j</item><item/></rss>";
	static const char *const words[] = { "a||", "|c <b>d e||||g||", "|i|j|",
		                             "|" };
	struct heard h = { .listener = { .text = hear, .part = hear_part },
		           .words = { .max = GP_MIB } };
	struct gp_str entry;
	size_t at = 0, n = 0;

	(void)state;
	while (gp_xml_entry(gp_str(feed), &at, &entry)) {
		gp_buf_clear(&h.words);
		gp_xml_words(entry, &h.listener);
		gp_buf_putc(&h.words, '\0');
		assert_true(n < 4);
		if (strcmp(h.words.data, words[n++]) != 0)
			fail_msg("%s", h.words.data);
	}
	assert_int_equal(n, 4);
	gp_buf_free(&h.words);
}

static void
items(void **state)
{
	static const char feed[] =
		"{\"x\":{\"items\":[{}]},\"t\":\"]\\\"{\",\"items\" : [ "
		"{\"a\":\"b \\u00e9\\ud83d\\ude00\\n c\",\"d\":[\"e\",{\"f\":"
		"\"<p>}</p>\",\"k\":\"\\ud83d\\u0041\"}],"
		"\"g\":\"https://h.i\"}, {} , 3, {}]}";
	static const char *const words[] = {
		"b \xC3\xA9\xF0\x9F\x98\x80  c|e|}||\xEF\xBF\xBD"
		"A|",
		""
	};
	struct heard h = { .listener = { .text = hear, .part = hear_part },
		           .words = { .max = GP_MIB } };
	struct gp_str item;
	size_t at = 0, n = 0;

	(void)state;
	while (gp_json_item(gp_str(feed), &at, &item)) {
		gp_buf_clear(&h.words);
		gp_json_words(item, &h.listener);
		gp_buf_putc(&h.words, '\0');
		assert_true(n < 2);
		if (strcmp(h.words.data, words[n++]) != 0)
			fail_msg("%s", h.words.data);
	}
	assert_int_equal(n, 2);
	gp_buf_free(&h.words);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_page),
		cmocka_unit_test(each_markdown),
		cmocka_unit_test(entries),
		cmocka_unit_test(items),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
