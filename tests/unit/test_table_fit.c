/* Tables that are wider than the page: no word of them is parted, what is done
   is said, and who is read to hears one table, each word of it once. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "laidout.h"

enum { ROWS = 3 };

static struct gp_pack *
pack_in(struct gp_doc *doc, const char *design)
{
	struct gp_pack *pack = fixture_many(1);

	gp_arena_free(pack->entries[0].doc->arena);
	pack->entries[0].doc = doc;
	pack->info.design = gp_str(design);
	return pack;
}

static struct gp_node *
cell_in(struct gp_doc *doc, struct gp_node *row, const char *words, bool head)
{
	struct gp_node *cell = fixture_block(doc, row, GP_CELL, words);

	cell->as.cell.header = head;
	return cell;
}

/* A head and some rows: "Head 3", "£2,345,003" in column 3 of row 2. */
static struct gp_node *
money(struct gp_doc *doc, int columns)
{
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE), *row;
	int r, c;

	for (r = 0; r <= ROWS; r++) {
		row = fixture_add(doc, t, GP_ROW);
		for (c = 0; c < columns; c++) {
			struct gp_str words = gp_arena_printf(
				doc->arena, r ? "£%d,345,%03d" : "Head%.0d%d",
				r, c);

			(void)cell_in(doc, row, words.p, r == 0);
		}
	}
	return t;
}

/* How often the words are set in one piece. */
static size_t
times_set(const struct laid_out *o, const char *words)
{
	const struct gp_layout *l = &o->parts->layout;
	size_t i, count = 0;

	for (i = 0; i < l->n_words; i++)
		count += gp_str_eq(l->words[i].run->text, gp_str(words));
	return count;
}

/* How often an element owns words that are all of a piece of a page. */
static size_t
times_read(const struct laid_out *o, uint32_t element)
{
	const struct gp_tree *t = &o->parts->flow.tree;
	size_t count = 0, i;

	for (i = 0; i < t->n_leaves; i++)
		count += t->leaves[i].element == element;
	return count;
}

static size_t
count_tag(const struct laid_out *o, enum gp_tag tag)
{
	const struct gp_tree *t = &o->parts->flow.tree;
	size_t count = 0, i;

	for (i = 0; i < t->n_elements; i++)
		count += t->elements[i].tag == tag && t->elements[i].attached;
	return count;
}

/* Each row of the tree has its cells, which were made in this order, and each
   of them is read once. */
static void
assert_read_in_order(const struct laid_out *o, size_t cells)
{
	const struct gp_tree *t = &o->parts->flow.tree;
	uint32_t i, k, last = 0;
	size_t count;

	for (i = 0; i < t->n_elements; i++) {
		if (t->elements[i].tag != GP_TAG_TR)
			continue;
		assert_true(t->elements[i].attached);
		count = 0;
		for (k = t->elements[i].first_kid; k != GP_NONE;
		     k = t->kids[k].next) {
			assert_int_equal(t->kids[k].kind, GP_KID_ELEMENT);
			assert_true(t->kids[k].index > last);
			last = t->kids[k].index;
			assert_int_equal(times_read(o, last), 1);
			count++;
		}
		assert_int_equal(count, cells);
	}
}

/* The kids of the only table are its rows, as they were made. */
static void
assert_rows_in_order(const struct laid_out *o, size_t rows)
{
	const struct gp_tree *t = &o->parts->flow.tree;
	uint32_t i = 0, k, last = 0;
	size_t count = 0;

	while (t->elements[i].tag != GP_TAG_TABLE)
		i++;
	for (k = t->elements[i].first_kid; k != GP_NONE; k = t->kids[k].next) {
		assert_true(t->kids[k].index > last);
		last = t->kids[k].index;
		count++;
	}
	assert_int_equal(count, rows);
}

static void
lay_out_told(struct laid_out *o, struct gp_pack *pack, struct gp_diag *d)
{
	lay_out(o, pack);
	gp_parts_close(o->parts);
	o->job.diag = d;
	o->parts = gp_parts_open(&o->job, &o->e);
	assert_non_null(o->parts);
	assert_true(gp_parts_lay_out(o->parts, &o->e));
}

/* One column too many: the type goes down, but not under four fifths. */
static void
type_goes_down(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_diag *d = gp_diag_new();
	struct laid_out o;
	const struct gp_style *s;
	size_t i;

	(void)state;
	(void)money(doc, 7);
	lay_out_told(&o, pack_in(doc, "reading"), d);
	s = &o.parts->style;
	assert_int_equal(count_findings(d, "table-smaller"), 1);
	assert_int_equal(times_set(&o, "£2,345,006"), 1);
	for (i = 0; i < o.parts->flow.n_blocks; i++) {
		const struct gp_cell *c = o.parts->flow.blocks[i].cells;

		if (c->element == GP_NONE)
			continue;
		assert_true(c->para->size < s->roles[GP_ROLE_TABLE].size);
		assert_true(c->para->size >= s->table_least);
		assert_true(c->para->spans[0].voice.size == c->para->size);
	}
	let_go(&o);
	gp_diag_free(d);
}

/* Many columns: parts with the first in each, and yet one table. */
static void
many_columns_are_parts(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_diag *d = gp_diag_new();
	struct laid_out o;

	(void)state;
	(void)money(doc, 12);
	lay_out_told(&o, pack_in(doc, "reading"), d);
	assert_true(has_finding(d, "table-parted", "in 3 parts"));
	assert_int_equal(times_set(&o, "£2,345,000"), 3);
	assert_int_equal(times_set(&o, "£2,345,011"), 1);
	assert_int_equal(times_set(&o, "Head0"), 3);
	assert_int_equal(count_tag(&o, GP_TAG_TABLE), 1);
	assert_read_in_order(&o, 12);
	assert_rows_in_order(&o, ROWS + 1);
	let_go(&o);
	gp_diag_free(d);
}

/* A head over columns of two parts stands over both and is read once. */
static void
heads_over_parts(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *t = money(doc, 10), *row = fixture_add(doc, t, GP_ROW);
	struct laid_out o;
	size_t i, wide = 0;

	(void)state;
	cell_in(doc, row, "Foot", true);
	cell_in(doc, row, "Continuing", true)->as.cell.columns = 9;
	lay_out(&o, pack_in(doc, "reading"));
	assert_int_equal(times_set(&o, "Continuing"), 2);
	for (i = 0; i < o.parts->flow.tree.n_elements; i++)
		if (o.parts->flow.tree.elements[i].columns == 9) {
			wide++;
			assert_int_equal(times_read(&o, (uint32_t)i), 1);
		}
	assert_int_equal(wide, 1);
	let_go(&o);
}

/* Rows under a cell that takes all columns of the first part keep their
   place. */
static void
rows_of_later_parts_keep_their_order(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *t = money(doc, 8), *row = fixture_add(doc, t, GP_ROW);
	struct laid_out o;
	int c;

	(void)state;
	cell_in(doc, row, "Over", false)->as.cell.rows = 2;
	row->last->as.cell.columns = 5;
	for (c = 0; c < 3; c++)
		(void)cell_in(doc, row, "£1,111,111", false);
	row = fixture_add(doc, t, GP_ROW);
	for (c = 0; c < 3; c++)
		(void)cell_in(doc, row, "£2,222,222", false);
	row = fixture_add(doc, t, GP_ROW);
	for (c = 0; c < 8; c++)
		(void)cell_in(doc, row, "£3,333,333", false);
	lay_out(&o, pack_in(doc, "reading"));
	assert_int_equal(times_set(&o, "£2,222,222"), 3);
	assert_rows_in_order(&o, ROWS + 4);
	let_go(&o);
}

/* In large print each row is a list. */
static void
large_print_lists_rows(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_diag *d = gp_diag_new();
	struct laid_out o;

	(void)state;
	(void)money(doc, 8);
	lay_out_told(&o, pack_in(doc, "large-print"), d);
	assert_int_equal(count_findings(d, "table-listed"), 1);
	assert_int_equal(times_set(&o, "£3,345,007"), 1);
	assert_int_equal(times_set(&o, "Head7"), 1);
	assert_int_equal(times_set(&o, "Head7:"), ROWS - 1);
	assert_int_equal(count_tag(&o, GP_TAG_TABLE), 1);
	assert_read_in_order(&o, 8);
	assert_rows_in_order(&o, ROWS + 1);
	let_go(&o);
	gp_diag_free(d);
}

/* A head of many words over many rows is not said in each of them: the table
   is in parts. */
static void
long_heads_are_not_said_again(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *t = money(doc, 12);
	struct gp_diag *d = gp_diag_new();
	struct laid_out o;
	char words[5001];
	size_t i;

	(void)state;
	memset(words, ' ', sizeof words - 1);
	words[sizeof words - 1] = '\0';
	for (i = 0; i + 10 < sizeof words; i += 10)
		memset(words + i, 'm', 9);
	fixture_text(doc, t->first->last, words);
	lay_out_told(&o, pack_in(doc, "large-print"), d);
	assert_int_equal(count_findings(d, "table-listed"), 0);
	assert_int_equal(count_findings(d, "table-parted"), 1);
	let_go(&o);
	gp_diag_free(d);
}

/* Two rows of heads are said one after the other; a cell of several rows is
   said in each, and read once. */
static void
lists_say_all_heads(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE), *row;
	struct laid_out o;
	int i;

	(void)state;
	row = fixture_add(doc, t, GP_ROW);
	cell_in(doc, row, "Area", true)->as.cell.rows = 2;
	cell_in(doc, row, "Applications", true)->as.cell.columns = 2;
	row = fixture_add(doc, t, GP_ROW);
	(void)cell_in(doc, row, "Counterrepresentations", true);
	(void)cell_in(doc, row, "Responsibilities", true);
	for (i = 0; i < 2; i++) {
		row = fixture_add(doc, t, GP_ROW);
		if (i == 0)
			cell_in(doc, row, "Northumberlandshire", false)
				->as.cell.rows = 2;
		(void)cell_in(doc, row, "1,111", false);
		(void)cell_in(doc, row, "2,222", false);
	}
	lay_out(&o, pack_in(doc, "large-print"));
	assert_int_equal(times_set(&o, "Northumberlandshire"), 2);
	assert_int_equal(times_set(&o, "Applications"), 1);
	assert_int_equal(times_set(&o, "Applications,"), 3);
	assert_int_equal(times_set(&o, "Responsibilities"), 1);
	assert_int_equal(times_set(&o, "Responsibilities:"), 1);
	assert_rows_in_order(&o, 4);
	let_go(&o);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(type_goes_down),
		cmocka_unit_test(many_columns_are_parts),
		cmocka_unit_test(heads_over_parts),
		cmocka_unit_test(rows_of_later_parts_keep_their_order),
		cmocka_unit_test(large_print_lists_rows),
		cmocka_unit_test(long_heads_are_not_said_again),
		cmocka_unit_test(lists_say_all_heads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
