/* HTML pages: what is taken for one, what it is read as, that nothing is lost,
   and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <glob.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "normalised.h"

#include "base/limits.h"
#include "model/node_words.h"
#include "model/walk.h"
#include "import/html/html.h"
#include "import/guard/html_words.h"
#include "import/html/page/html_charset.h"
#include "import/html/page/html_tags.h"
#include "import/import.h"
#include "normalise/rules/rules.h"

#define SENTENCE                                                      \
	"<p>The department said on Monday that it would publish its " \
	"plan before the end of the year.</p>"

static struct gp_draft *
import(const char *name, struct gp_str text, struct gp_err *e)
{
	struct gp_source_bytes source = { .name = name, .data = text };

	return gp_import(&source, NULL, e);
}

static bool
is_html(const char *name, const char *text)
{
	struct gp_err e = { 0 };
	struct gp_draft *d = import(name, gp_str(text), &e);
	bool found = d && gp_str_eq(d->input.kind, GP_STR("html"));

	gp_draft_free(d);
	return found;
}

static void
test_sniffing(void **state)
{
	(void)state;
	assert_true(is_html("-", "<!DOCTYPE html><p>Words."));
	assert_true(is_html("-", "\xEF\xBB\xBF \n<!-- x -->\n<HTML lang=en>"
	                         "<p>Words."));
	assert_true(is_html("-", "<?xml version=\"1.0\"?>\n<html><p>Words."));
	assert_true(is_html("-", "<div><p>Words.</p><p>More.</p></div>"));
	assert_true(is_html("a.htm", "Words."));
	assert_true(is_html("a.XHTML", "Words."));
	assert_false(is_html("-", "Words of <b>some</b> text.</p></p></p>"));
	assert_false(is_html("a.txt", "<b> is a tag, he said."));
	assert_false(is_html("-", "<htmlish> <p>"));
	assert_true(is_html("-", "<!-- more > less -->\n<h1>A</h1><p>B</p>"
	                         "<p>C</p>"));
	assert_true(is_html("-", "<br />\n<h1>A</h1><p>B</p><p>C</p>"));
	assert_true(is_html("-", "<br>A<br>B<br>C<br>D"));
	assert_false(is_html("-", "<!-- a > b -->\n# A title\n\nWords."));
	assert_false(is_html("-", "<br /> is a tag, and so is <hr />."));
}

/* A licence before the page, longer than what is looked at otherwise. */
static void
test_sniffing_long_comment(void **state)
{
	char page[9000];
	size_t n;

	(void)state;
	memset(page, '>', sizeof page);
	memcpy(page, "<!-- ", 5);
	n = sizeof page - 64;
	memcpy(page + n, "--><html><p>Words.", 19);
	assert_true(is_html("-", page));
}

/* ---- nothing is lost ---- */

struct letters {
	size_t of[256];
};

static void
count(struct letters *l, const char *s, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (!gp_is_space(s[i]))
			l->of[(unsigned char)s[i]]++;
}

/* Two hold their text as data, besides, and one refers to what is no
   character. */
static bool
says_other_letters(const char *path)
{
	return strstr(path, "/data.html") || strstr(path, "/state.html") ||
	       strstr(path, "/entities.html");
}

/* Every letter that the bytes show stands on a line of the draft, and every
   line is accounted for in the document: gp_normalise() asks
   gp_doc_account(). */
static void
check_page(const char *path, const struct gp_rules *rules)
{
	struct gp_normaliser how = { .rules = rules };
	struct letters page = { { 0 } }, lines = { { 0 } };
	struct gp_err e = { 0 };
	struct gp_bytes bytes;
	struct gp_str text;
	struct gp_decoded decoded;
	struct gp_draft *d;
	const struct gp_doc *doc;
	struct gp_buf told = { .max = GP_MIB };
	size_t i;

	assert_true(gp_read(path, GP_MIB, &bytes, &e));
	text = (struct gp_str){ (const char *)bytes.data, bytes.size };
	assert_true(gp_html_decode(text, &decoded, &e));
	gp_html_plain(gp_buf_view(&decoded.text), true, &told);
	count(&page, told.data, told.len);
	d = import(path, text, &e);
	assert_non_null(d);
	for (i = 0; i < d->n_lines; i++)
		count(&lines, d->lines[i].p, d->lines[i].n);
	if (!says_other_letters(path))
		assert_memory_equal(&page, &lines, sizeof page);
	assert_int_equal(d->lost.words, 0);
	doc = gp_normalise(d, &how, &e);
	assert_string_equal(e.msg, "");
	assert_non_null(doc);
	gp_doc_free(doc);
	gp_draft_free(d);
	gp_buf_free(&told);
	gp_buf_free(&decoded.text);
	gp_bytes_free(&bytes);
}

static void
test_nothing_is_lost(void **state)
{
	struct gp_err e = { 0 };
	struct gp_rules *rules = rules_of(NULL, &e);
	glob_t found;
	size_t i;

	(void)state;
	assert_int_equal(glob("tests/golden/html/*.html", 0, NULL, &found), 0);
	assert_true(found.gl_pathc >= 20);
	for (i = 0; i < found.gl_pathc; i++)
		check_page(found.gl_pathv[i], rules);
	globfree(&found);
	gp_rules_free(rules);
}

static void
check_tree(const struct gp_draft_block *b)
{
	struct letters raw = { { 0 } }, tree = { { 0 } };
	struct gp_buf words = { .max = 0 };

	count(&raw, b->raw.p, b->raw.n);
	gp_node_words(b->tree, &words);
	count(&tree, words.data, words.len);
	assert_memory_equal(&raw, &tree, sizeof raw);
	gp_buf_free(&words);
}

static void
test_trees_hold_their_lines(void **state)
{
	static const char page[] =
		"<html><body><article><p>One <b>two <i>three</b> four</i> "
		"<a href=x>five</a> <a href='#y'>six</a>, seven eight nine ten "
		"eleven twelve thirteen.<br>Fourteen.</p>" SENTENCE
		"<ul><li>One<li><code>two</code> of <span lang=fr>trois</span>"
		"</ul><table><caption>A</caption><tr><th>B<th>C<tr><td>D<td>E"
		"</table><pre>a\n  b</pre>" SENTENCE "</article>";
	struct gp_err e = { 0 };
	struct gp_draft *d = import("a.html", gp_str(page), &e);
	const struct gp_draft_block *b;
	size_t trees = 0;

	(void)state;
	assert_non_null(d);
	for (b = d->first; b; b = b->next) {
		if (!b->tree)
			continue;
		trees++;
		check_tree(b);
	}
	assert_int_equal(trees, 7);
	gp_draft_free(d);
}

/* ---- fragments and addresses ---- */

static const struct gp_node *
find_kind(const struct gp_draft *d, enum gp_kind kind)
{
	const struct gp_draft_block *b;
	struct gp_walk w;

	for (b = d->first; b; b = b->next) {
		w = gp_walk_from(b->tree);
		while (b->tree && gp_walk_next(&w))
			if (w.node->kind == kind)
				return w.node;
	}
	return NULL;
}

static void
test_fragment(void **state)
{
	struct gp_err e = { 0 };
	struct gp_draft *d = gp_draft_new(GP_MIB);

	(void)state;
	assert_true(gp_html_fragment(d, "feed", GP_STR("<p>A <a href=b>b</a>"),
	                             GP_STR("https://example.org/a/"), NULL,
	                             &e));
	assert_true(gp_html_fragment(d, "feed", GP_STR("Only words"),
	                             GP_STR(""), NULL, &e));
	assert_true(gp_html_fragment(d, "feed", GP_STR("  "), GP_STR(""), NULL,
	                             &e));
	assert_int_equal(d->n_blocks, 2);
	assert_int_equal(d->n_lines, 2);
	assert_int_equal(d->last->why.n, 0);
	is_text(d->lines[1], "Only words");
	is_text(gp_node_link(find_kind(d, GP_LINK))->target,
	        "https://example.org/a/b");
	gp_draft_free(d);
}

static void
test_given_url(void **state)
{
	struct gp_source_bytes source = {
		.name = "-",
		.data = GP_STR("<html><body><article>" SENTENCE
		               "<p>See <a href='../b'>what was said</a> before "
		               "the end of the year, in another place.</p>"),
		.url = GP_STR("https://example.org/news/a"),
	};
	struct gp_err e = { 0 };
	struct gp_draft *d = gp_import(&source, NULL, &e);

	(void)state;
	assert_non_null(d);
	is_text(gp_node_link(find_kind(d, GP_LINK))->target,
	        "https://example.org/b");
	gp_draft_free(d);
}

/* ---- what is refused ---- */

static char *
repeated(const char *start, const char *piece, size_t times, const char *end)
{
	size_t n = strlen(piece), i;
	char *s = malloc(strlen(start) + n * times + strlen(end) + 1), *p = s;

	assert_non_null(s);
	p = stpcpy(p, start);
	for (i = 0; i < times; i++)
		p = stpcpy(p, piece);
	(void)stpcpy(p, end);
	return s;
}

static void
refused(const char *start, const char *piece, size_t times, enum gp_code code,
        const char *why)
{
	char *page = repeated(start, piece, times, "<p>Words.");
	struct gp_err e = { 0 };

	assert_null(import("a.html", gp_str(page), &e));
	assert_int_equal(e.code, code);
	assert_non_null(strstr(e.msg, why));
	assert_string_equal(e.file, "a.html");
	free(page);
}

static void
test_limits(void **state)
{
	(void)state;
	refused("<html>", "<p>a ", 250000, GP_LIMIT, "more elements");
	refused("<html><p>", "word ", 300000, GP_LIMIT, "paragraph longer");
	refused("<html><p>", "         ", 4 * GP_MIB, GP_LIMIT, "larger than");
	refused("<html>", "<div>", 1000000, GP_LIMIT, "more elements");
}

static void
test_empty(void **state)
{
	struct gp_err e = { 0 };

	(void)state;
	assert_null(import("a.html", GP_STR("<html></html>"), &e));
	assert_int_equal(e.code, GP_INPUT);
	e = (struct gp_err){ 0 };
	assert_null(import("a.html", GP_STR("<!--"), &e));
	assert_int_equal(e.code, GP_INPUT);
}

/* ---- what a page is read as ---- */

static size_t
kept(const char *page, const char *text)
{
	struct gp_err e = { 0 };
	struct gp_draft *d = import("a.html", gp_str(page), &e);
	const struct gp_draft_block *b;
	size_t n = 0;

	assert_non_null(d);
	for (b = d->first; b; b = b->next)
		n += b->why.n == 0 && gp_str_eq(b->raw, gp_str(text));
	gp_draft_free(d);
	return n;
}

static void
test_heads(void **state)
{
	(void)state;
	/* A map shows what it holds, but for its areas. */
	assert_int_equal(kept("<article>" SENTENCE "<map><p>The vote was "
	                      "lost by two.</p></map></article>",
	                      "The vote was lost by two."),
	                 1);
	assert_int_equal(kept("<article><h1>Title</h1><h2>Key points</h2><ul>"
	                      "<li>Ferries sail again today</li><li>Schools "
	                      "stay shut</li></ul>" SENTENCE SENTENCE SENTENCE
	                      "</article>",
	                      "Key points"),
	                 1);
	assert_int_equal(
		kept("<article>" SENTENCE SENTENCE
	             "<h2>Backoff<a href=\"#b\">\u00B6</a></h2>" SENTENCE
	                     SENTENCE "</article>",
	             "Backoff"),
		1);
}

/* ---- no page takes long ---- */

struct piece {
	const char *text;
	size_t times;
};

static void
reads(const struct piece *pieces)
{
	struct gp_buf page = { .max = GP_MAX_HTML_BYTES };
	struct gp_err e = { 0 };
	size_t i;

	gp_buf_puts(&page, "<html><head><title>A title</title>");
	for (; pieces->text; pieces++)
		for (i = 0; i < pieces->times; i++)
			gp_buf_puts(&page, pieces->text);
	gp_draft_free(import("a.html", gp_buf_view(&page), &e));
	assert_true(e.code == GP_OK || e.code == GP_LIMIT);
	gp_buf_free(&page);
}

/* Each once took from ten seconds to minutes.  Time of the processor: other
   programs do not count. */
static void
test_no_page_takes_long(void **state)
{
	static const struct piece pages[][6] = {
		{ { SENTENCE "<figure>", 1 },
		  { "<img src=a>", 90000 },
		  { "<figcaption>\u00B7</figcaption>", 90000 } },
		{ { SENTENCE "<table>", 1 },
		  { "<tr><td>a<td>b<td>c</tr>", 30000 } },
		{ { SENTENCE, 1 }, { "<h1><div>", 480 }, { "word ", 2000000 } },
		{ { "<script type=application/ld+json>{\"@type\":"
		    "\"NewsArticle\",\"articleBody\":\"",
		    1 },
		  { "a ", 500000 },
		  { "\"}</script><p>", 1 },
		  { "a ", 250000 },
		  { "b</p>", 1 } },
	};
	clock_t began = clock();
	size_t i;

	(void)state;
	for (i = 0; i < sizeof pages / sizeof pages[0]; i++)
		reads(pages[i]);
	assert_true(clock() - began < 10 * CLOCKS_PER_SEC);
}

static void
test_names(void **state)
{
	(void)state;
	assert_int_equal(gp_hints_in(GP_STR("storyBody__inner")), GP_HINT_GOOD);
	assert_int_equal(gp_hints_in(GP_STR("blocknodearticlebody")),
	                 GP_HINT_GOOD);
	assert_int_equal(gp_hints_in(GP_STR("sidebar-left")), GP_HINT_STRONG);
	assert_int_equal(gp_hints_in(GP_STR("c-related_links2")),
	                 GP_HINT_STRONG);
	assert_int_equal(gp_hints_in(GP_STR("post-tags")), GP_HINT_WEAK);
	assert_int_equal(gp_hints_in(GP_STR("adopt shadow headline")), 0);
	assert_int_equal(gp_hints_in(GP_STR("share text")), GP_HINT_STRONG);
}

/* Words of the blocks that stay. */
static size_t
stays(const char *text, size_t *warnings)
{
	struct gp_source_bytes source = { .name = "-", .data = gp_str(text) };
	struct gp_diag *diag = gp_diag_new();
	struct gp_err e = { 0 };
	struct gp_draft *d = gp_import(&source, diag, &e);
	const struct gp_draft_block *b;
	size_t n = 0;

	assert_non_null(d);
	for (b = d->first; b; b = b->next)
		n += b->why.n == 0;
	*warnings = gp_diag_count(diag, GP_WARNING);
	gp_draft_free(d);
	gp_diag_free(diag);
	return n;
}

/* Where nothing reads as an article, its sentences are given, and said. */
static void
test_the_last_resort(void **state)
{
	size_t warnings;

	(void)state;
	assert_int_equal(stays("<html><body><aside class=sidebar>" SENTENCE
	                       "</aside><nav>" SENTENCE "</nav>",
	                       &warnings),
	                 2);
	assert_int_equal(warnings, 1);
	assert_int_equal(stays("<html><body><ul><li><a href=a>One more "
	                       "title</a><li><a href=b>Another more "
	                       "title</a></ul>",
	                       &warnings),
	                 2);
	assert_int_equal(warnings, 1);
}

/* Pages that a script would show; what is hidden in a page stays hidden. */
static void
test_hidden_pages(void **state)
{
	size_t warnings;

	(void)state;
	assert_int_equal(stays("<html><body style='visibility: hidden'>"
	                       "<p hidden>Not now.</p>" SENTENCE SENTENCE,
	                       &warnings),
	                 2);
	assert_int_equal(warnings, 0);
	assert_int_equal(stays("<html><body>" SENTENCE
	                       "<div style='display:none'><p>The cookie "
	                       "notice of the page.</p></div>",
	                       &warnings),
	                 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_last_resort),
		cmocka_unit_test(test_hidden_pages),
		cmocka_unit_test(test_sniffing),
		cmocka_unit_test(test_sniffing_long_comment),
		cmocka_unit_test(test_nothing_is_lost),
		cmocka_unit_test(test_trees_hold_their_lines),
		cmocka_unit_test(test_fragment),
		cmocka_unit_test(test_given_url),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_empty),
		cmocka_unit_test(test_heads),
		cmocka_unit_test(test_no_page_takes_long),
		cmocka_unit_test(test_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
