/* XML output: escaping, characters that must not be, the sticky failure, and
   every allocation of libxml2 failing in turn. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlmemory.h>
#include <stdlib.h>
#include <string.h>

#include "write/xml.h"

static bool
parses(const struct gp_buf *b)
{
	xmlDocPtr doc = xmlReadMemory(b->data, (int)b->len, "test.xml", NULL,
	                              XML_PARSE_NONET | XML_PARSE_NOERROR |
	                                      XML_PARSE_NOWARNING);

	xmlFreeDoc(doc);
	return doc != NULL;
}

static void
assert_written(struct gp_buf *b, struct gp_xml *x, const char *expected)
{
	struct gp_err e = { 0 };

	assert_true(gp_xml_finish(x, &e));
	assert_int_equal(e.code, GP_OK);
	assert_string_equal(b->data, expected);
	assert_true(parses(b));
	gp_buf_free(b);
}

static void
writes_elements(void **state)
{
	struct gp_buf b = { 0 };
	struct gp_xml *x = gp_xml_new(&b, false);

	(void)state;
	gp_xml_declaration(x);
	gp_xml_raw(x, "<!DOCTYPE html>\n");
	gp_xml_open(x, "html");
	gp_xml_attrz(x, "z", "first");
	gp_xml_attr(x, "a", GP_STR("second"));
	gp_xml_element(x, "p", GP_STR("text"));
	gp_xml_open(x, "br");
	gp_xml_close(x);
	gp_xml_open(x, "td");
	gp_xml_close_full(x);
	gp_xml_open(x, "left-open");
	assert_written(&b, x,
	               "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	               "<!DOCTYPE html>\n"
	               "<html z=\"first\" a=\"second\"><p>text</p><br/>"
	               "<td></td><left-open/></html>");
}

static void
indents(void **state)
{
	struct gp_buf b = { 0 };
	struct gp_xml *x = gp_xml_new(&b, true);

	(void)state;
	gp_xml_open(x, "a");
	gp_xml_element(x, "b", GP_STR("text"));
	gp_xml_open(x, "c");
	gp_xml_close(x);
	assert_written(&b, x, "<a>\n\t<b>text</b>\n\t<c/>\n</a>\n");
}

/* One attribute, whatever an element is given besides. */
static void
styles_by_name(void **state)
{
	static const struct gp_xml_style rows[] = { { "p", "a:b;" },
		                                    { "i", "c:d;" } };
	struct gp_buf b = { 0 };
	struct gp_xml *x = gp_xml_new(&b, false);

	(void)state;
	gp_xml_styles(x, rows, 2);
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "id", "n");
	gp_xml_attrz(x, "style", "e:f;");
	gp_xml_element(x, "i", GP_STR("t"));
	gp_xml_open(x, "i");
	gp_xml_close(x);
	gp_xml_element(x, "b", GP_STR("u"));
	gp_xml_styles(x, NULL, 0);
	gp_xml_element(x, "i", GP_STR("v"));
	assert_written(&b, x,
	               "<p id=\"n\" style=\"a:b;e:f;\"><i style=\"c:d;\">t</i>"
	               "<i style=\"c:d;\"/><b>u</b><i>v</i></p>");
}

static void
escapes(void **state)
{
	struct gp_buf b = { 0 };
	struct gp_xml *x = gp_xml_new(&b, false);

	(void)state;
	gp_xml_open(x, "a");
	gp_xml_attr(x, "v", GP_STR("<\"&'>\n\t\r’"));
	gp_xml_text(x, GP_STR("<\"&'>\n\t\r’ ]]>"));
	assert_written(&b, x,
	               "<a v=\"&lt;&quot;&amp;'&gt;&#10;&#9;&#13;’\">"
	               "&lt;\"&amp;'&gt;\n\t&#13;’ ]]&gt;</a>");
}

/* C0, U+FFFE and U+FFFF, a surrogate, a lone byte, a cut sequence. */
static void
replaces_what_xml_forbids(void **state)
{
	struct gp_buf b = { 0 };
	struct gp_xml *x = gp_xml_new(&b, false);

	(void)state;
	gp_xml_open(x, "a");
	gp_xml_attr(x, "v", GP_STR("\x01"));
	gp_xml_text(x, GP_STR("0\0001\x1F"
	                      "2\xEF\xBF\xBE"
	                      "3\xEF\xBF\xBF"
	                      "4\xED\xA0\x80"
	                      "5\xFF"
	                      "6\xE2\x80"));
	assert_written(&b, x,
	               "<a v=\"\uFFFD\">0\uFFFD1\uFFFD2\uFFFD3\uFFFD4\uFFFD"
	               "\uFFFD\uFFFD5\uFFFD6\uFFFD\uFFFD</a>");
}

/* Longer than what libxml2 is handed at once, and cut in no character. */
static void
writes_long_texts(void **state)
{
	enum { LENGTH = 17 << 20 };
	struct gp_buf b = { 0 };
	struct gp_xml *x = gp_xml_new(&b, false);
	struct gp_err e = { 0 };
	char *p = malloc(LENGTH);

	(void)state;
	assert_non_null(p);
	memset(p, 'x', LENGTH);
	p[LENGTH - 1] = '&';
	gp_xml_element(x, "a", (struct gp_str){ p, LENGTH });
	free(p);
	assert_true(gp_xml_finish(x, &e));
	assert_int_equal(b.len, LENGTH + strlen("<a></a>") + strlen("amp;"));
	assert_string_equal(b.data + b.len - 10, "x&amp;</a>");
	gp_buf_free(&b);
}

static void
one_close_too_many_is_a_failure(void **state)
{
	struct gp_buf b = { 0 };
	struct gp_xml *x = gp_xml_new(&b, false);
	struct gp_err e = { 0 };

	(void)state;
	gp_xml_open(x, "a");
	gp_xml_close(x);
	gp_xml_close(x);
	gp_xml_open(x, "after");
	gp_xml_close_full(x);
	gp_xml_text(x, GP_STR("after"));
	assert_false(gp_xml_finish(x, &e));
	assert_int_not_equal(e.code, GP_OK);
	gp_buf_free(&b);
}

static void
failures_of_others_are_its_own(void **state)
{
	struct gp_buf b = { .max = 64 }, scratch = { .max = 4 };
	struct gp_xml *x = gp_xml_new(&b, false);
	struct gp_arena *a = gp_arena_new(16);
	struct gp_err full = { 0 }, buf = { 0 }, arena = { 0 };
	int i;

	(void)state;
	gp_xml_open(x, "a");
	for (i = 0; i < 2000; i++)
		gp_xml_element(x, "b", GP_STR("0123456789"));
	assert_false(gp_xml_finish(x, &full));
	assert_int_equal(full.code, GP_LIMIT);
	gp_buf_free(&b);

	b.max = 0;
	gp_buf_puts(&scratch, "too long");
	x = gp_xml_new(&b, false);
	gp_xml_need_buf(x, &scratch);
	assert_false(gp_xml_finish(x, &buf));
	assert_int_equal(buf.code, GP_LIMIT);

	assert_null(gp_arena_alloc(a, 17));
	x = gp_xml_new(&b, false);
	gp_xml_need_arena(x, a);
	assert_false(gp_xml_finish(x, &arena));
	assert_int_equal(arena.code, GP_LIMIT);
	gp_arena_free(a);
	gp_buf_free(&b);
	gp_buf_free(&scratch);
}

static void
nothing_is_accepted(void **state)
{
	struct gp_err e = { 0 };

	(void)state;
	gp_xml_open(NULL, "a");
	gp_xml_attrz(NULL, "a", "b");
	gp_xml_text(NULL, GP_STR("text"));
	gp_xml_raw(NULL, "<a/>");
	gp_xml_close(NULL);
	gp_xml_close_full(NULL);
	assert_false(gp_xml_finish(NULL, &e));
	assert_int_equal(e.code, GP_NOMEM);
}

static void
tells_the_version(void **state)
{
	char version[GP_XML_VERSION];

	(void)state;
	gp_xml_version(version);
	assert_string_equal(version, LIBXML_DOTTED_VERSION);
}

/* ---- every allocation of libxml2 fails in turn ---- */

/* What libxml2 holds.  When it cannot note an element on its stack it loses
   the element's name; that is its own leak, and freed here. */
enum { MOST_BLOCKS = 4096 };
static void *blocks[MOST_BLOCKS];
static size_t n_blocks;
static long until_failure;

static void *
note(void *p)
{
	if (p && n_blocks < MOST_BLOCKS)
		blocks[n_blocks++] = p;
	return p;
}

static void
forget(void *p)
{
	size_t i;

	for (i = 0; i < n_blocks; i++)
		if (blocks[i] == p)
			blocks[i] = blocks[--n_blocks];
}

static bool
fails_now(void)
{
	return until_failure >= 0 && until_failure-- == 0;
}

static void *
test_malloc_of(size_t n)
{
	return fails_now() ? NULL : note(malloc(n));
}

static void *
test_realloc_of(void *p, size_t n)
{
	void *q;

	if (fails_now())
		return NULL;
	forget(p);
	q = realloc(p, n);
	return note(q ? q : p);
}

static void
test_free_of(void *p)
{
	forget(p);
	free(p);
}

static char *
test_strdup_of(const char *s)
{
	size_t n = strlen(s) + 1;
	char *p = test_malloc_of(n);

	return p ? memcpy(p, s, n) : NULL;
}

static void
free_what_was_lost(void)
{
	while (n_blocks)
		free(blocks[--n_blocks]);
}

/* Siblings and parents of one name, so that a lost element could go unseen. */
static bool
write_small(struct gp_buf *b, struct gp_err *e)
{
	struct gp_xml *x = gp_xml_new(b, false);
	int i;

	gp_xml_open(x, "div");
	for (i = 0; i < 3; i++) {
		gp_xml_open(x, "div");
		gp_xml_attrz(x, "class", "c & d");
		gp_xml_text(x, GP_STR("text & more"));
		gp_xml_element(x, "div", GP_STR("inner"));
		gp_xml_close(x);
	}
	gp_xml_close(x);
	return gp_xml_finish(x, e);
}

static void
assert_fails_cleanly(long at, const char *whole, bool *failed)
{
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	bool ok;

	until_failure = at;
	ok = write_small(&b, &e);
	*failed = until_failure < 0;
	until_failure = -1;
	free_what_was_lost();
	if (ok)
		assert_string_equal(b.data, whole);
	else
		assert_int_equal(e.code, GP_NOMEM);
	gp_buf_free(&b);
}

static void
survives_want_of_memory(void **state)
{
	xmlGenericErrorFunc before = xmlGenericError;
	xmlStructuredErrorFunc before_too = xmlStructuredError;
	struct gp_buf whole = { 0 };
	struct gp_err e = { 0 };
	bool failed = true;
	long at;

	(void)state;
	assert_true(write_small(&whole, &e));
	assert_int_equal(xmlMemSetup(test_free_of, test_malloc_of,
	                             test_realloc_of, test_strdup_of),
	                 0);
	for (at = 0; failed && at < 1000; at++)
		assert_fails_cleanly(at, whole.data, &failed);
	assert_int_equal(xmlMemSetup(free, malloc, realloc, strdup), 0);
	assert_in_range(at, 30, 999);
	assert_true(xmlGenericError == before);
	assert_true(xmlStructuredError == before_too);
	gp_buf_free(&whole);
}

static void
html_knows_no_prefix(void **state)
{
	struct gp_buf out = { .max = 0 };
	struct gp_xml *x = gp_xml_new(&out, false);
	struct gp_err e = { 0 };

	(void)state;
	gp_xml_html(x);
	gp_xml_open(x, "p");
	gp_xml_attrz(x, "lang", "en");
	gp_xml_attrz(x, "xml:lang", "en");
	gp_xml_attrz(x, "epub:type", "endnote");
	gp_xml_text(x, GP_STR("a\x7F\xC2\x85\uFDD0\U0001FFFE\u00A0z"));
	assert_true(gp_xml_finish(x, &e));
	gp_buf_putc(&out, '\0');
	assert_string_equal(out.data, "<p lang=\"en\">a\uFFFD\uFFFD\uFFFD"
	                              "\uFFFD\u00A0z</p>");
	gp_buf_free(&out);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(html_knows_no_prefix),
		cmocka_unit_test(writes_elements),
		cmocka_unit_test(indents),
		cmocka_unit_test(styles_by_name),
		cmocka_unit_test(escapes),
		cmocka_unit_test(replaces_what_xml_forbids),
		cmocka_unit_test(writes_long_texts),
		cmocka_unit_test(one_close_too_many_is_a_failure),
		cmocka_unit_test(failures_of_others_are_its_own),
		cmocka_unit_test(nothing_is_accepted),
		cmocka_unit_test(tells_the_version),
		cmocka_unit_test(survives_want_of_memory),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
