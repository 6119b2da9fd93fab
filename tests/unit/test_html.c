/* Documents as XHTML: each kind, what must not become a link, and the rule
   that no word is lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <string.h>

#include "base/limits.h"
#include "fixture.h"
#include "model/walk.h"
#include "write/xhtml/xhtml.h"
#include "wording/words.h"
#include "report/printer.h"

static const struct gp_xhtml_options for_pages = { .prefix = "h" };
static const struct gp_xhtml_options for_feeds = { .plain = true };

static struct gp_buf
written(const struct gp_doc *doc, const struct gp_xhtml_options *o)
{
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	struct gp_xml *x = gp_xml_new(&b, false);

	gp_xml_open(x, "body");
	gp_xhtml_body(x, doc, o);
	gp_xml_close_full(x);
	assert_true(gp_xml_finish(x, &e));
	return b;
}

static xmlDocPtr
parsed(const struct gp_buf *b)
{
	xmlDocPtr doc = xmlReadMemory(b->data, (int)b->len, "test.xhtml", NULL,
	                              XML_PARSE_NONET | XML_PARSE_HUGE);

	assert_non_null(doc);
	return doc;
}

static struct gp_doc *
empty(void)
{
	struct gp_doc *doc = gp_doc_new(16 * GP_MIB);

	assert_non_null(doc);
	doc->lang = GP_STR("en-GB");
	return doc;
}

static void
assert_body(struct gp_doc *doc, const struct gp_xhtml_options *o,
            const char *expected)
{
	struct gp_buf b = written(doc, o);

	assert_true(b.len > strlen("<body></body>"));
	b.data[b.len - strlen("</body>")] = '\0';
	assert_string_equal(b.data + strlen("<body>"), expected);
	gp_buf_free(&b);
	gp_doc_free(doc);
}

/* ---- kinds ---- */

static void
the_fixture_has_every_kind(void **state)
{
	struct gp_doc *doc = fixture_every_kind();
	struct gp_walk w = gp_walk_from(doc->body);
	bool seen[GP_KIND_COUNT] = { false };
	int kind;

	(void)state;
	while (gp_walk_next(&w))
		seen[w.node->kind] = true;
	for (kind = 0; kind < GP_KIND_COUNT; kind++)
		if (!seen[kind])
			fail_msg("no %s", gp_kind_name((enum gp_kind)kind));
	gp_doc_free(doc);
}

static void
writes_inline_kinds(void **state)
{
	struct gp_doc *doc = empty();
	struct gp_node *p = fixture_add(doc, doc->body, GP_PARAGRAPH), *n;

	(void)state;
	n = fixture_add(doc, p, GP_STRONG);
	fixture_block(doc, n, GP_EMPHASIS, "a&b");
	fixture_add(doc, p, GP_BREAK);
	fixture_block(doc, p, GP_CODE, "<c>");
	n = fixture_block(doc, p, GP_ABBREVIATION, "GDS");
	n->as.abbreviation.expansion = GP_STR("\"long\"");
	fixture_block(doc, p, GP_ABBREVIATION, "?");
	n = fixture_text(doc, p, "mot");
	n->lang = GP_STR("fr");
	assert_body(doc, &for_pages,
	            "<p><strong><em>a&amp;b</em></strong><br/>"
	            "<code>&lt;c&gt;</code>"
	            "<abbr title=\"&quot;long&quot;\">GDS</abbr>"
	            "<abbr>?</abbr>"
	            "<span lang=\"fr\" xml:lang=\"fr\">mot</span></p>\n");
}

static void
writes_marks_within_a_line(void **state)
{
	struct gp_doc *doc = empty();
	struct gp_node *p = fixture_add(doc, doc->body, GP_PARAGRAPH), *n;

	(void)state;
	fixture_text(doc, p, "10");
	fixture_block(doc, p, GP_SUPERSCRIPT, "6");
	fixture_block(doc, p, GP_SUBSCRIPT, "2");
	fixture_block(doc, p, GP_DELETED, "a");
	fixture_block(doc, p, GP_INSERTED, "b");
	n = fixture_block(doc, p, GP_RUBY, "表");
	fixture_block(doc, n, GP_READING, "ひょう");
	fixture_text(doc, n, "東京");
	fixture_block(doc, n, GP_READING, "Tokyo");
	assert_body(doc, &for_pages,
	            "<p>10<sup>6</sup><sub>2</sub><del>a</del><ins>b</ins>"
	            "<ruby>表<rp>（</rp><rt>ひょう</rt><rp>）</rp>"
	            "東京<rp>(</rp><rt>Tokyo</rt><rp>)</rp></ruby></p>\n");
}

static void
writes_hints_as_classes(void **state)
{
	static const struct gp_xhtml_options *const options[] = { &for_pages,
		                                                  &for_feeds };
	static const char *const expected[] = {
		"<p class=\"speech lead-in\">“a</p>\n"
		"<p class=\"speech\"><span class=\"run-in\">b:</span> c</p>\n",
		"<p>“a</p>\n<p>b: c</p>\n",
	};
	size_t i;

	(void)state;
	for (i = 0; i < 2; i++) {
		struct gp_doc *doc = empty();
		struct gp_node *p;

		p = fixture_block(doc, doc->body, GP_PARAGRAPH, "“a");
		p->as.paragraph.speech = GP_SPEECH_OPEN;
		p->as.paragraph.leads_to_sections = true;
		p = fixture_block(doc, doc->body, GP_PARAGRAPH, "b: c");
		p->as.paragraph.speech = GP_SPEECH_CONTINUED;
		p->as.paragraph.run_in = 2;
		assert_body(doc, options[i], expected[i]);
	}
}

static struct gp_doc *
with_headings(void)
{
	static const int levels[] = { 6, 2, 0, 4, 4, 5, 99 };
	struct gp_doc *doc = empty();
	size_t i;

	for (i = 0; i < sizeof levels / sizeof *levels; i++)
		fixture_block(doc, doc->body, GP_HEADING, "x")
			->as.heading.level = levels[i];
	doc->body->first->as.heading.label = GP_STR("1)");
	return doc;
}

static void
headings_go_down_one_at_a_time(void **state)
{
	static const struct gp_xhtml_options deep = { .heading_shift = 3,
		                                      .plain = true };
	static const struct gp_xhtml_options high = { .heading_shift = -9 };

	(void)state;
	assert_body(with_headings(), &for_pages,
	            "<h2 id=\"h1\"><span class=\"label\">1)</span> x</h2>\n"
	            "<h2 id=\"h2\">x</h2>\n<h2 id=\"h3\">x</h2>\n"
	            "<h3 id=\"h4\">x</h3>\n<h4 id=\"h5\">x</h4>\n"
	            "<h5 id=\"h6\">x</h5>\n<h6 id=\"h7\">x</h6>\n");
	assert_body(with_headings(), &deep,
	            "<h5>1) x</h5>\n<h5>x</h5>\n<h5>x</h5>\n<h6>x</h6>\n"
	            "<h6>x</h6>\n<h6>x</h6>\n<h6>x</h6>\n");
	assert_body(with_headings(), &high,
	            "<h1><span class=\"label\">1)</span> x</h1>\n"
	            "<h1>x</h1>\n<h1>x</h1>\n<h1>x</h1>\n<h1>x</h1>\n"
	            "<h1>x</h1>\n<h1>x</h1>\n");
}

/* They lead nowhere, and what reads them out would say "heading" and no more.
   The number of an id is as if they had one. */
static void
blank_headings_are_none(void **state)
{
	struct gp_doc *doc = empty();
	struct gp_node *row, *table;

	(void)state;
	fixture_block(doc, doc->body, GP_HEADING, "\xC2\xA0 \xE2\x80\x8B\x01")
		->as.heading.level = 2;
	fixture_block(doc, doc->body, GP_HEADING, "")->as.heading.label =
		GP_STR("1)");
	fixture_block(doc, doc->body, GP_HEADING, "x")->as.heading.level = 2;
	table = fixture_add(doc, doc->body, GP_TABLE);
	row = fixture_add(doc, table, GP_ROW);
	fixture_block(doc, row, GP_CELL, " ")->as.cell.header = true;
	fixture_block(doc, row, GP_CELL, "y")->as.cell.header = true;
	assert_body(doc, &for_pages,
	            "<p>\xC2\xA0 \xE2\x80\x8B\xEF\xBF\xBD</p>\n"
	            "<h2 id=\"h2\"><span class=\"label\">1)</span> </h2>\n"
	            "<h2 id=\"h3\">x</h2>\n"
	            "<table>\n<thead>\n<tr>\n<td> </td>\n"
	            "<th scope=\"col\">y</th>\n</tr>\n</thead>\n</table>\n");
}

/* One ordered list with these labels. */
static struct gp_doc *
with_list(const char *const *labels)
{
	struct gp_doc *doc = empty();
	struct gp_node *list = fixture_add(doc, doc->body, GP_LIST);

	list->as.list.ordered = true;
	for (; *labels; labels++)
		fixture_add(doc, list, GP_ITEM)->as.item.label =
			gp_str(*labels);
	return doc;
}

static void
lists_count_as_their_labels_do(void **state)
{
	static const char *const plain[] = { "1.", "2.", "3.", NULL };
	static const char *const gaps[] = { "3)", "4)", "9)", "", "10)", NULL };
	static const char *const letters[] = { "(b)", "(c)", NULL };
	static const char *const roman[] = { "I.", "II.", NULL };
	static const char *const words[] = { "Step", "99999999999999999999",
		                             NULL };

	(void)state;
	assert_body(with_list(plain), &for_pages,
	            "<ol>\n<li>\n</li>\n<li>\n</li>\n<li>\n</li>\n</ol>\n");
	assert_body(with_list(gaps), &for_pages,
	            "<ol>\n<li value=\"3\">\n</li>\n<li>\n</li>\n"
	            "<li value=\"9\">\n</li>\n<li>\n</li>\n"
	            "<li value=\"10\">\n</li>\n</ol>\n");
	assert_body(with_list(letters), &for_feeds,
	            "<ol type=\"a\">\n<li value=\"2\">\n</li>\n"
	            "<li>\n</li>\n</ol>\n");
	assert_body(with_list(roman), &for_feeds,
	            "<ol type=\"I\">\n<li>\n</li>\n<li>\n</li>\n</ol>\n");
	assert_body(with_list(words), &for_feeds,
	            "<ol>\n<li>\n</li>\n<li>\n</li>\n</ol>\n");
}

static void
row_of(struct gp_doc *doc, struct gp_node *table, bool first, bool second)
{
	struct gp_node *row = fixture_add(doc, table, GP_ROW);

	fixture_block(doc, row, GP_CELL, "a")->as.cell.header = first;
	fixture_block(doc, row, GP_CELL, "b")->as.cell.header = second;
}

static void
tables_have_parts_and_scopes(void **state)
{
	struct gp_doc *doc = empty();
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE);

	(void)state;
	row_of(doc, t, true, true);
	row_of(doc, t, true, false);
	row_of(doc, t, true, true);
	fixture_block(doc, t, GP_CAPTION, "late");
	fixture_block(doc, t, GP_CAPTION, "caption");
	t->first->first->as.cell.columns = 2;
	t->first->next->last->as.cell.columns = 5000;
	t->first->next->last->as.cell.rows = 70000;
	fixture_add(doc, t, GP_ROW);
	assert_body(doc, &for_pages,
	            "<table>\n<caption>late caption</caption>\n"
	            "<thead>\n<tr>\n<th scope=\"col\" colspan=\"2\">a</th>\n"
	            "<th scope=\"col\">b</th>\n</tr>\n</thead>\n"
	            "<tbody>\n<tr>\n<th scope=\"row\">a</th>\n"
	            "<td colspan=\"1000\" rowspan=\"65534\">b</td>\n</tr>\n"
	            "<tr>\n<th scope=\"row\">a</th>\n"
	            "<th scope=\"row\">b</th>\n</tr>\n<tr>\n</tr>\n</tbody>\n"
	            "</table>\n");
}

/* Two tables: the second does not inherit the state of the first. */
/* Terms, "t", and descriptions, "d". */
static struct gp_doc *
with_terms(const char *children)
{
	struct gp_doc *doc = empty();
	struct gp_node *list = fixture_add(doc, doc->body, GP_TERMS), *n;

	for (; *children; children++) {
		if (*children == 't') {
			fixture_block(doc, list, GP_TERM, "t");
			continue;
		}
		n = fixture_add(doc, list, GP_MEANING);
		fixture_block(doc, n, GP_PARAGRAPH, "d");
	}
	return doc;
}

static void
terms_have_descriptions(void **state)
{
	(void)state;
	assert_body(with_terms("ttdd"), &for_pages,
	            "<dl>\n<dt>t</dt>\n<dt>t</dt>\n<dd>\n<p>d</p>\n</dd>\n"
	            "<dd>\n<p>d</p>\n</dd>\n</dl>\n");
	assert_body(with_terms("dt"), &for_feeds,
	            "<dl>\n<dt></dt>\n<dd>\n<p>d</p>\n</dd>\n<dt>t</dt>\n"
	            "<dd></dd>\n</dl>\n");
}

/* An exhibit whose children are captions, "c", and paragraphs, "p". */
static struct gp_doc *
with_exhibit(const char *children)
{
	struct gp_doc *doc = empty();
	struct gp_node *x = fixture_add(doc, doc->body, GP_EXHIBIT);

	for (; *children; children++)
		fixture_block(doc, x,
		              *children == 'c' ? GP_CAPTION : GP_PARAGRAPH,
		              "x");
	return doc;
}

static void
exhibits_have_one_caption(void **state)
{
	(void)state;
	assert_body(with_exhibit("cp"), &for_feeds,
	            "<figure>\n<figcaption>x</figcaption>\n<p>x</p>\n"
	            "</figure>\n");
	assert_body(with_exhibit("pc"), &for_pages,
	            "<figure>\n<p>x</p>\n<figcaption>x</figcaption>\n"
	            "</figure>\n");
	assert_body(with_exhibit("cpcpc"), &for_pages,
	            "<figure>\n<p>x</p>\n<p>x</p>\n<p>x</p>\n<p>x</p>\n"
	            "<figcaption>x</figcaption>\n</figure>\n");
	assert_body(with_exhibit("ccp"), &for_pages,
	            "<figure>\n<figcaption>x</figcaption>\n<p>x</p>\n"
	            "<p>x</p>\n</figure>\n");
	assert_body(with_exhibit("c"), &for_pages,
	            "<figure>\n<figcaption>x</figcaption>\n</figure>\n");
}

static void
tables_begin_anew(void **state)
{
	struct gp_doc *doc = empty();
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE);

	(void)state;
	row_of(doc, t, true, true);
	fixture_add(doc, doc->body, GP_TABLE);
	assert_body(doc, &for_pages,
	            "<table>\n<thead>\n<tr>\n<th scope=\"col\">a</th>\n"
	            "<th scope=\"col\">b</th>\n</tr>\n</thead>\n</table>\n"
	            "<table>\n</table>\n");
}

static struct gp_doc *
with_figure(const char *target)
{
	struct gp_doc *doc = empty();
	struct gp_node *f = fixture_add(doc, doc->body, GP_FIGURE);

	f->as.figure.image = gp_str(target);
	f->as.figure.alt = GP_STR("alt");
	fixture_block(doc, f, GP_CAPTION, "one");
	fixture_block(doc, f, GP_CAPTION, "two");
	return doc;
}

static void
figures_are_shown_or_told(void **state)
{
	(void)state;
	assert_body(with_figure("https://example.org/a.png"), &for_pages,
	            "<figure>\n<p class=\"image\">Picture not included: alt"
	            "</p>\n<p>one</p>\n<figcaption>two</figcaption>\n"
	            "</figure>\n");
	assert_body(with_figure("https://example.org/a.png"), &for_feeds,
	            "<figure>\n<img src=\"https://example.org/a.png\" "
	            "alt=\"alt\"/>\n<p>one</p>\n<figcaption>two</figcaption>\n"
	            "</figure>\n");
	assert_body(with_figure("mailto:a@b"), &for_feeds,
	            "<figure>\n<p>Picture not included: alt</p>\n<p>one</p>\n"
	            "<figcaption>two</figcaption>\n</figure>\n");
}

static void
writes_quotes_code_and_rules(void **state)
{
	struct gp_doc *doc = empty();
	struct gp_node *q = fixture_add(doc, doc->body, GP_QUOTE);

	(void)state;
	fixture_block(doc, q, GP_PARAGRAPH, "a");
	fixture_add(doc, doc->body, GP_RULE);
	fixture_block(doc, doc->body, GP_CODE_BLOCK, " b\n\tc");
	fixture_add(doc, doc->body, GP_PARAGRAPH);
	assert_body(doc, &for_pages,
	            "<blockquote>\n<p>a</p>\n</blockquote>\n<hr/>\n"
	            "<pre><code> b\n\tc</code></pre>\n<p></p>\n");
}

/* ---- links ---- */

static void
links_do_not_nest(void **state)
{
	struct gp_doc *doc = empty();
	struct gp_node *p = fixture_add(doc, doc->body, GP_PARAGRAPH), *a, *b;

	(void)state;
	a = fixture_block(doc, p, GP_LINK, "bad ");
	a->as.link.target = GP_STR("javascript:x");
	b = fixture_block(doc, a, GP_LINK, "good ");
	b->as.link.target = GP_STR("http://a.org/");
	b = fixture_block(doc, b, GP_LINK, "inner");
	b->as.link.target = GP_STR("http://b.org/");
	fixture_add(doc, p, GP_LINK)->as.link.target = GP_STR("http://c.org/");
	assert_body(doc, &for_pages,
	            "<p>bad <a href=\"http://a.org/\">good inner</a>"
	            "<a href=\"http://c.org/\">http://c.org/</a></p>\n");
}

/* ---- nothing is lost ---- */

/* Every text of the tree stands in the output, in its order; captions of
   tables go first, so they are asked for apart. */
static void
assert_keeps_words(struct gp_doc *doc, const struct gp_xhtml_options *o)
{
	struct gp_buf b = written(doc, o);
	xmlDocPtr tree = parsed(&b);
	xmlChar *content = xmlNodeGetContent(xmlDocGetRootElement(tree));
	struct gp_str text = gp_str((const char *)content);
	struct gp_walk w = gp_walk_from(doc->body);
	size_t at = 0, found;

	while (gp_walk_next(&w)) {
		if (w.event != GP_ENTER || w.node->kind != GP_TEXT)
			continue;
		if (w.node->parent->kind == GP_CAPTION)
			at = 0;
		found = gp_str_find(text, gp_node_text(w.node), at);
		if (found == text.n)
			fail_msg("lost: %.*s", GP_ARG(gp_node_text(w.node)));
		at = found + gp_node_text(w.node).n;
	}
	xmlFree(content);
	xmlFreeDoc(tree);
	gp_buf_free(&b);
}

static void
no_word_is_lost(void **state)
{
	struct gp_doc *(*const make[])(void) = {
		fixture_every_kind,
		fixture_lessons,
		fixture_hostile,
		fixture_bare,
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof make / sizeof *make; i++) {
		struct gp_doc *doc = make[i]();

		assert_keeps_words(doc, &for_pages);
		assert_keeps_words(doc, &for_feeds);
		gp_doc_free(doc);
	}
}

static void
plain_means_plain(void **state)
{
	struct gp_doc *doc = fixture_every_kind();
	struct gp_buf b = written(doc, &for_feeds);

	(void)state;
	assert_null(strstr(b.data, " class="));
	assert_null(strstr(b.data, " id="));
	assert_null(strstr(b.data, " aria-"));
	assert_null(strstr(b.data, "xml:lang"));
	gp_buf_free(&b);
	gp_doc_free(doc);
}

static void
deep_trees_are_no_matter(void **state)
{
	struct gp_doc *doc = empty();
	struct gp_node *n = doc->body;
	struct gp_buf b;
	int i;

	(void)state;
	for (i = 0; i < 50000; i++)
		n = fixture_add(doc, n, GP_QUOTE);
	fixture_block(doc, n, GP_PARAGRAPH, "down here");
	b = written(doc, &for_pages);
	assert_non_null(strstr(b.data, "<p>down here</p>"));
	gp_buf_free(&b);
	gp_doc_free(doc);
}

/* ---- a page of its own ---- */

static void
prints_a_whole_page(void **state)
{
	struct gp_doc *doc = fixture_every_kind();
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	xmlDocPtr tree;
	xmlNodePtr root;

	(void)state;
	assert_string_equal(gp_print_html.name, "html");
	assert_true(gp_print_html.print(doc, true, &b, &e));
	assert_true(gp_str_starts(gp_buf_view(&b), GP_STR("<!DOCTYPE html>")));
	tree = parsed(&b);
	root = xmlDocGetRootElement(tree);
	assert_string_equal((const char *)root->name, "html");
	assert_non_null(strstr(b.data, "<title>Departments publish"));
	assert_non_null(strstr(b.data, "<p class=\"byline\">By Civil"));
	assert_non_null(strstr(b.data, ">Original at www.example.org</a>"));
	assert_null(strstr(b.data, "<script"));
	xmlFreeDoc(tree);
	gp_buf_free(&b);
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_fixture_has_every_kind),
		cmocka_unit_test(writes_inline_kinds),
		cmocka_unit_test(writes_marks_within_a_line),
		cmocka_unit_test(writes_hints_as_classes),
		cmocka_unit_test(headings_go_down_one_at_a_time),
		cmocka_unit_test(blank_headings_are_none),
		cmocka_unit_test(lists_count_as_their_labels_do),
		cmocka_unit_test(tables_have_parts_and_scopes),
		cmocka_unit_test(terms_have_descriptions),
		cmocka_unit_test(exhibits_have_one_caption),
		cmocka_unit_test(tables_begin_anew),
		cmocka_unit_test(figures_are_shown_or_told),
		cmocka_unit_test(writes_quotes_code_and_rules),
		cmocka_unit_test(links_do_not_nest),
		cmocka_unit_test(no_word_is_lost),
		cmocka_unit_test(plain_means_plain),
		cmocka_unit_test(deep_trees_are_no_matter),
		cmocka_unit_test(prints_a_whole_page),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
