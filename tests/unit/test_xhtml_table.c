/* Tables of the EPUB: boxes that scroll and have a name, cells that are called
   what stands over them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "fixture.h"
#include "write/xhtml/xhtml.h"

static const struct gp_xhtml_options boxed = { .boxes = true };

static struct gp_node *
cell_in(struct gp_doc *doc, struct gp_node *row, const char *words, bool head)
{
	struct gp_node *cell = fixture_block(doc, row, GP_CELL, words);

	cell->as.cell.header = head;
	return cell;
}

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
	gp_buf_putc(&b, '\0');
	return b;
}

static void
assert_has(const struct gp_buf *b, const char *words, bool has)
{
	if ((strstr(b->data, words) != NULL) != has)
		fail_msg("%s: %s", words, b->data);
}

/* Region over two rows of heads, a head over two columns. */
static struct gp_node *
four_columns(struct gp_doc *doc)
{
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE);
	struct gp_node *row = fixture_add(doc, t, GP_ROW);

	cell_in(doc, row, "Region", true)->as.cell.rows = 2;
	cell_in(doc, row, "2024", true)->as.cell.columns = 2;
	cell_in(doc, row, "Sum:", true)->as.cell.rows = 2;
	row = fixture_add(doc, t, GP_ROW);
	(void)cell_in(doc, row, "May", true);
	(void)cell_in(doc, row, "June", true);
	row = fixture_add(doc, t, GP_ROW);
	(void)cell_in(doc, row, "North", true);
	(void)cell_in(doc, row, "a", false);
	(void)cell_in(doc, row, "b", false);
	(void)cell_in(doc, row, "c", false);
	return t;
}

static void
cells_are_called_what_stands_over_them(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_buf b;

	(void)state;
	(void)four_columns(doc);
	b = written(doc, &boxed);
	assert_has(&b,
	           "<div class=\"table many stack\" role=\"region\" "
	           "tabindex=\"0\" aria-label=\"Table 1\">\n<table>",
	           true);
	assert_has(&b, "<th scope=\"row\">North</th>", true);
	assert_has(&b, "<td data-label=\"2024, May\">a</td>", true);
	assert_has(&b, "<td data-label=\"2024, June\">b</td>", true);
	assert_has(&b, "<td data-label=\"Sum\">c</td>", true);
	assert_has(&b, "</table>\n</div>\n", true);
	gp_buf_free(&b);
	b = written(doc, &(struct gp_xhtml_options){ .prefix = "h" });
	assert_has(&b, "<div", false);
	assert_has(&b, "data-label", false);
	gp_buf_free(&b);
	gp_doc_free(doc);
}

/* A cell over rows would stand in the first list alone; a caption is the name
   of the box; what comes later has the next number. */
static void
boxes_know_what_they_hold(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *t = four_columns(doc), *row;
	struct gp_buf b;

	(void)state;
	t->last->first->as.cell.rows = 2;
	fixture_block(doc, t, GP_CAPTION, "By month");
	row = fixture_add(doc, t, GP_ROW);
	cell_in(doc, row, "over two", false)->as.cell.columns = 2;
	(void)cell_in(doc, row, "d", false);
	t = fixture_add(doc, doc->body, GP_TABLE);
	(void)cell_in(doc, fixture_add(doc, t, GP_ROW), "x", false);
	b = written(doc, &boxed);
	assert_has(&b,
	           "<div class=\"table many\" role=\"region\" "
	           "tabindex=\"0\" aria-label=\"By month\">",
	           true);
	assert_has(&b, "<td colspan=\"2\">over two</td>", true);
	assert_has(&b, "<td data-label=\"Sum\">d</td>", true);
	assert_has(&b,
	           "<div class=\"table\" role=\"region\" tabindex=\"0\" "
	           "aria-label=\"Table 2\">",
	           true);
	assert_has(&b, "<td>x</td>", true);
	gp_buf_free(&b);
	gp_doc_free(doc);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_are_called_what_stands_over_them),
		cmocka_unit_test(boxes_know_what_they_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
