/* Addresses in the text: what becomes a link, where it ends, what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "normalised.h"

#define BEFORE                                                                 \
	"Title of it\n\nA paragraph of prose that is long enough to be taken " \
	"for one, and it ends here.\n\n"
#define AFTER " and so on, until the paragraph is long enough to end.\n"

/* The second paragraph, each link as [words|target]. */
static void
is_linked(const char *text, const char *want)
{
	struct gp_buf source = { .max = 0 }, got = { .max = 0 };
	const struct gp_node *n;
	const struct gp_doc *doc;

	gp_buf_printf(&source, "%s%s" AFTER, BEFORE, text);
	doc = normalised(source.data);
	for (n = block_of(doc, 1)->first; n; n = n->next) {
		if (n->kind == GP_TEXT) {
			assert_true(gp_node_text(n).n > 0);
			gp_buf_str(&got, gp_node_text(n));
			continue;
		}
		assert_int_equal(n->kind, GP_LINK);
		assert_int_equal(n->at.first, 5);
		gp_buf_printf(&got, "[%.*s|%.*s]",
		              GP_ARG(gp_node_text(n->first)),
		              GP_ARG(gp_node_link(n)->target));
	}
	gp_buf_clear(&source);
	gp_buf_printf(&source, "%s%.*s", want, (int)strlen(AFTER) - 1, AFTER);
	assert_string_equal(got.data, source.data);
	gp_buf_free(&source);
	gp_buf_free(&got);
	gp_doc_free(doc);
}

static void
becomes_link(void **state)
{
	(void)state;
	is_linked("See https://a.example/b",
	          "See [https://a.example/b|https://a.example/b]");
	is_linked("http://a.example", "[http://a.example|http://a.example]");
	is_linked("See www.a.example/b",
	          "See [www.a.example/b|https://www.a.example/b]");
	is_linked("To mailto:jo@a.example",
	          "To [mailto:jo@a.example|mailto:jo@a.example]");
	is_linked("https://a.example https://b.example",
	          "[https://a.example|https://a.example] "
	          "[https://b.example|https://b.example]");
}

static void
ends_where_it_should(void **state)
{
	(void)state;
	is_linked("(https://a.example/b).",
	          "([https://a.example/b|https://a.example/b]).");
	is_linked("https://a.example/b_(c).pdf,",
	          "[https://a.example/b_(c).pdf|"
	          "https://a.example/b_(c).pdf],");
	is_linked("\xE2\x80\x9Chttps://a.example/b\xE2\x80\x9D",
	          "\xE2\x80\x9C[https://a.example/b|https://a.example/b]"
	          "\xE2\x80\x9D");
	is_linked("https://a.example?!)))",
	          "[https://a.example|https://a.example]?!)))");
}

static void
is_none(void **state)
{
	(void)state;
	is_linked("GOV.UK/Pay", "GOV.UK/Pay");
	is_linked("https://", "https://");
	is_linked("https://localhost/x", "https://localhost/x");
	is_linked("xhttps://a.example", "xhttps://a.example");
	is_linked("awww.a.example", "awww.a.example");
	is_linked("mailto:nobody.example", "mailto:nobody.example");
	is_linked("javascript:alert(1.5)", "javascript:alert(1.5)");
	is_linked("jo@www.a.example", "jo@www.a.example");
}

static void
not_in_headings(void **state)
{
	const struct gp_doc *doc = normalised(
		BEFORE "About www.a.example here\n\n"
		       "A paragraph of prose that is long enough to be taken "
		       "for one, and it ends here.\n");

	(void)state;
	is_block(doc, 1, GP_HEADING, "About www.a.example here");
	assert_int_equal(block_of(doc, 1)->first->kind, GP_TEXT);
	gp_doc_free(doc);
}

/* A line full of what nearly is an address must not take for ever. */
static void
hostile(void **state)
{
	struct gp_buf text = { .max = 0 };
	const struct gp_doc *doc;
	size_t i;

	(void)state;
	gp_buf_puts(&text, BEFORE);
	for (i = 0; i < 100000; i++)
		gp_buf_puts(&text, i % 1000 ? "))))))" : " https://a.b");
	gp_buf_puts(&text, AFTER);
	doc = normalised(text.data);
	assert_int_equal(blocks_of(doc), 2);
	gp_doc_free(doc);
	gp_buf_free(&text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(becomes_link),
		cmocka_unit_test(ends_where_it_should),
		cmocka_unit_test(is_none),
		cmocka_unit_test(not_in_headings),
		cmocka_unit_test(hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
