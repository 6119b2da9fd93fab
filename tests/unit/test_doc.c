/* Documents: repairs, warnings, words, and the accounting with a line lost,
   a line in two places, a line in each place there is. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <limits.h>
#include <string.h>

#include "base/utf8.h"
#include "normalise/doc_making.h"

static struct gp_doc *
new_doc(size_t n_lines)
{
	struct gp_doc *doc = gp_doc_new(1 << 20);
	size_t i;

	assert_non_null(doc);
	doc->input.file = GP_STR("a.txt");
	doc->lines = gp_arena_array(doc->arena, n_lines, sizeof *doc->lines);
	doc->n_lines = n_lines;
	for (i = 0; i < n_lines; i++)
		doc->lines[i] = GP_STR("words");
	return doc;
}

static struct gp_node *
paragraph(struct gp_doc *doc, unsigned first, unsigned last)
{
	struct gp_span at = { first, last };
	struct gp_node *p = gp_node_new(doc->arena, GP_PARAGRAPH, at);

	assert_true(gp_node_append(
		p, gp_node_new_text(doc->arena, GP_STR("two words"), at)));
	assert_true(gp_node_append(doc->body, p));
	return p;
}

static void
drop(struct gp_doc *doc, unsigned first, unsigned last)
{
	struct gp_dropped *d = gp_arena_alloc(doc->arena, sizeof *d);

	d->at = (struct gp_span){ first, last };
	d->next = doc->dropped;
	doc->dropped = d;
}

/* The line that the accounting complains of, 0 when all is well. */
static unsigned
fault(const struct gp_doc *doc, const char *why)
{
	struct gp_err e = { 0 };

	if (gp_doc_account(doc, &e)) {
		assert_int_equal(e.code, GP_OK);
		return 0;
	}
	assert_int_equal(e.code, GP_INTERNAL);
	assert_string_equal(e.file, "a.txt");
	assert_non_null(strstr(e.msg, why));
	return e.line;
}

static void
a_new_document(void **state)
{
	struct gp_doc *doc = gp_doc_new(1 << 20);

	(void)state;
	assert_non_null(doc->body);
	assert_int_equal(doc->body->kind, GP_BODY);
	assert_int_equal(doc->date.date.precision, GP_NO_DATE);
	assert_int_equal(gp_doc_words(doc), 0);
	assert_int_equal(fault(doc, ""), 0);
	gp_doc_free(doc);
	gp_doc_free(NULL);
	assert_null(gp_doc_new(8));
	assert_null(gp_doc_new(sizeof(struct gp_doc)));
}

static void
every_place_counts(void **state)
{
	struct gp_doc *doc = new_doc(8);

	(void)state;
	doc->title.at = (struct gp_span){ 1, 1 };
	doc->standfirst.at = (struct gp_span){ 2, 2 };
	doc->byline.at = (struct gp_span){ 3, 3 };
	doc->date.at = (struct gp_span){ 4, 4 };
	doc->url.at = (struct gp_span){ 5, 5 };
	paragraph(doc, 6, 6);
	drop(doc, 7, 8);
	assert_int_equal(fault(doc, ""), 0);
	/* The standfirst may be a paragraph of the body too. */
	doc->standfirst.at = (struct gp_span){ 2, 2 };
	paragraph(doc, 2, 2);
	assert_int_equal(fault(doc, ""), 0);
	gp_doc_free(doc);
}

/* Each line in turn is the lost one. */
static void
a_lost_line(void **state)
{
	unsigned lost, i;

	(void)state;
	for (lost = 1; lost <= 9; lost++) {
		struct gp_doc *doc = new_doc(9);

		for (i = 1; i <= 9; i++)
			if (i != lost && i % 2)
				paragraph(doc, i, i);
			else if (i != lost)
				drop(doc, i, i);
		assert_int_equal(fault(doc, "lost"), lost);
		doc->lines[lost - 1] = GP_STR("  \t");
		assert_int_equal(fault(doc, ""), 0);
		gp_doc_free(doc);
	}
}

static void
a_line_in_both(void **state)
{
	struct gp_doc *doc = new_doc(5);

	(void)state;
	paragraph(doc, 1, 3);
	drop(doc, 4, 5);
	assert_int_equal(fault(doc, ""), 0);
	drop(doc, 3, 3);
	assert_int_equal(fault(doc, "both"), 3);
	gp_doc_free(doc);
}

/* Lines of nodes deep in the tree count as well as those at the top. */
static void
lines_of_inner_nodes(void **state)
{
	struct gp_doc *doc = new_doc(2);
	struct gp_span none = { 0, 0 }, second = { 2, 2 };
	struct gp_node *list = gp_node_new(doc->arena, GP_LIST, none);
	struct gp_node *item = gp_node_new(doc->arena, GP_ITEM, none);
	struct gp_node *p = gp_node_new(doc->arena, GP_PARAGRAPH, second);

	(void)state;
	paragraph(doc, 1, 1);
	assert_int_equal(fault(doc, "lost"), 2);
	assert_true(gp_node_append(item, p));
	assert_true(gp_node_append(list, item));
	assert_true(gp_node_append(doc->body, list));
	assert_int_equal(fault(doc, ""), 0);
	gp_doc_free(doc);
}

/* The body's own span proves nothing: it would hide every loss. */
static void
the_span_of_the_body_hides_nothing(void **state)
{
	struct gp_doc *doc = new_doc(2);

	(void)state;
	doc->body->at = (struct gp_span){ 1, 2 };
	paragraph(doc, 1, 1);
	assert_int_equal(fault(doc, "lost"), 2);
	gp_doc_free(doc);
}

static void
spans_out_of_range(void **state)
{
	struct gp_doc *doc = new_doc(2);

	(void)state;
	paragraph(doc, 1, UINT_MAX);
	drop(doc, 3, 9);
	drop(doc, UINT_MAX, UINT_MAX);
	drop(doc, 2, 1);
	drop(doc, 0, 2);
	assert_int_equal(fault(doc, ""), 0);
	gp_doc_free(doc);
}

static void
blank_lines(void **state)
{
	const struct {
		struct gp_str line;
		bool blank;
	} rows[] = {
		{ GP_STR(""), true },
		{ GP_STR(" \t\r\v\f"), true },
		{ GP_STR("\xC2\xA0"), true },
		{ GP_STR(" \xC2\xA0 \xC2\xA0"), true },
		{ { NULL, 0 }, true },
		{ GP_STR("\xC2"), false },
		{ GP_STR("\xA0"), false },
		{ GP_STR("\xC2\xA1"), false },
		{ GP_STR("."), false },
		{ GP_STR("\xC2\xA0x"), false },
		{ GP_STR("\0"), false },
	};
	struct gp_doc *doc = new_doc(1);
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		doc->lines[0] = rows[i].line;
		if (fault(doc, "lost") != (rows[i].blank ? 0 : 1))
			fail_msg("row %zu", i);
	}
	gp_doc_free(doc);
}

/* The accounting looks, and keeps nothing in what it looks at. */
static void
accounting_keeps_nothing(void **state)
{
	struct gp_doc *doc = new_doc(1000);
	size_t before = gp_arena_used(doc->arena);

	(void)state;
	assert_int_equal(fault(doc, "lost"), 1);
	assert_int_equal(gp_arena_used(doc->arena), before);
	gp_doc_free(doc);
}

static void
repairs_by_name(void **state)
{
	struct gp_doc *doc = gp_doc_new(1 << 20);
	const struct gp_repair *r;

	(void)state;
	gp_doc_repair(doc, "none", 0);
	assert_null(doc->repairs);
	gp_doc_repair(doc, "m", 2);
	gp_doc_repair(doc, "z", 1);
	gp_doc_repair(doc, "a", 5);
	gp_doc_repair(doc, "m", 3);
	gp_doc_repair(doc, "ma", 1);
	r = doc->repairs;
	assert_string_equal(r->name.p, "a");
	assert_int_equal(r->count, 5);
	r = r->next;
	assert_string_equal(r->name.p, "m");
	assert_int_equal(r->count, 5);
	r = r->next;
	assert_string_equal(r->name.p, "ma");
	r = r->next;
	assert_string_equal(r->name.p, "z");
	assert_null(r->next);
	gp_doc_free(doc);
}

static void
warnings_in_order(void **state)
{
	struct gp_doc *doc = gp_doc_new(1 << 20);
	char text[3000] = "";
	size_t i;

	(void)state;
	for (i = 0; i + 4 < sizeof text; i += 3)
		memcpy(text + i, "\xE2\x82\xAC", 4);
	gp_doc_warn(doc, "one", 3, "%d lines", 7);
	gp_doc_warn(doc, "two", 0, "1%s", text);
	gp_doc_warn(doc, "three", 0, "12%s", text);
	assert_string_equal(doc->warnings->code, "one");
	assert_string_equal(doc->warnings->text.p, "7 lines");
	assert_int_equal(doc->warnings->line, 3);
	assert_string_equal(doc->warnings->next->code, "two");
	assert_string_equal(doc->last_warning->code, "three");
	assert_null(doc->last_warning->next);
	/* Writers need whole characters. */
	assert_int_equal(gp_utf8_valid(doc->warnings->next->text),
	                 doc->warnings->next->text.n);
	assert_int_equal(gp_utf8_valid(doc->last_warning->text),
	                 doc->last_warning->text.n);
	gp_doc_free(doc);
}

static void
a_full_arena(void **state)
{
	struct gp_doc *doc = new_doc(1);

	(void)state;
	while (gp_arena_alloc(doc->arena, 512))
		continue;
	gp_doc_repair(doc, "x", 1);
	gp_doc_warn(doc, "x", 0, "x");
	assert_null(doc->repairs);
	assert_null(doc->warnings);
	gp_doc_free(doc);
}

static void
words(void **state)
{
	struct gp_doc *doc = new_doc(2);
	struct gp_node *p = paragraph(doc, 1, 1);

	(void)state;
	assert_true(
		gp_node_append(p, gp_node_new(doc->arena, GP_BREAK, p->at)));
	assert_true(gp_node_append(
		p, gp_node_new_text(doc->arena, GP_STR(" and  three more "),
	                            p->at)));
	assert_int_equal(gp_doc_words(doc), 5);
	gp_doc_free(doc);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_document),
		cmocka_unit_test(every_place_counts),
		cmocka_unit_test(a_lost_line),
		cmocka_unit_test(a_line_in_both),
		cmocka_unit_test(lines_of_inner_nodes),
		cmocka_unit_test(the_span_of_the_body_hides_nothing),
		cmocka_unit_test(spans_out_of_range),
		cmocka_unit_test(blank_lines),
		cmocka_unit_test(accounting_keeps_nothing),
		cmocka_unit_test(repairs_by_name),
		cmocka_unit_test(warnings_in_order),
		cmocka_unit_test(a_full_arena),
		cmocka_unit_test(words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
