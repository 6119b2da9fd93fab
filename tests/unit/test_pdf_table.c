/* Tables and letters in the PDF's layout: heads that stand again, columns that
   one long word leaves alone, ligatures and letters that no font has. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "laidout.h"

enum { ROWS = 80 };

/* A pack of one article, whose body is another. */
static struct gp_pack *
pack_of(struct gp_doc *doc)
{
	struct gp_pack *pack = fixture_many(1);

	gp_arena_free(pack->entries[0].doc->arena);
	pack->entries[0].doc = doc;
	return pack;
}

static struct gp_node *
row_of(struct gp_doc *doc, struct gp_node *table, bool header, const char *a,
       const char *b)
{
	struct gp_node *row = fixture_add(doc, table, GP_ROW);

	fixture_block(doc, row, GP_CELL, a)->as.cell.header = header;
	if (b)
		fixture_block(doc, row, GP_CELL, b)->as.cell.header = header;
	return row;
}

static size_t
count_again(const struct gp_layout *l, uint32_t page)
{
	size_t count = 0, i;

	for (i = 0; i < l->n_fragments; i++)
		count += l->fragments[i].again && l->fragments[i].page == page;
	return count;
}

/* Both rows of the head stand on each page that the table goes on to. */
static void
a_head_of_two_rows_stands_again(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE), *row;
	const struct gp_layout *l;
	struct laid_out o;
	uint32_t page;
	size_t i, pages = 0;

	(void)state;
	row = row_of(doc, t, true, "Both columns", NULL);
	row->first->as.cell.columns = 2;
	(void)row_of(doc, t, true, "One", "Other");
	for (i = 0; i < ROWS; i++)
		(void)row_of(doc, t, false, "a", "b");
	(void)row_of(doc, t, true, "Not a head", "by now");
	lay_out(&o, pack_of(doc));
	l = &o.parts->layout;
	for (page = 0; page < l->n_pages; page++) {
		size_t again = count_again(l, page);

		assert_true(again == 0 || again == 2);
		pages += again == 2;
	}
	assert_true(pages >= 2);
	let_go(&o);
}

/* A cell over rows of several pages stands in the first row of each of them,
   and is read once. */
static void
a_cell_over_pages_stands_again(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE), *row;
	const struct gp_layout *l;
	struct laid_out o;
	size_t i, set = 0, carrying = 0, leaves = 0;

	(void)state;
	row = row_of(doc, t, false, "Northumberland", "first");
	row->first->as.cell.rows = ROWS;
	for (i = 1; i < ROWS; i++)
		(void)row_of(doc, t, false, "a", NULL);
	lay_out(&o, pack_of(doc));
	l = &o.parts->layout;
	for (i = 0; i < l->n_fragments; i++)
		carrying += l->fragments[i].carries;
	for (i = 0; i < l->n_pieces; i++) {
		const struct gp_word_at *w = &l->words[l->pieces[i].first];
		const struct gp_leaf *leaf =
			&l->flow->tree.leaves[l->pieces[i].leaf];

		if (!gp_str_eq(w->run->text, GP_STR("Northumberland")))
			continue;
		set++;
		leaves += leaf->element != GP_NONE;
	}
	assert_true(carrying >= 1);
	assert_int_equal(set, 1 + carrying);
	assert_int_equal(leaves, 1);
	let_go(&o);
}

/* The block of the first cell that has an element of its own. */
static size_t
first_row(const struct gp_flow *f)
{
	size_t i;

	for (i = 0; i < f->n_blocks; i++)
		if (f->blocks[i].cells[0].element != GP_NONE)
			return i;
	fail();
	return 0;
}

/* Beside a word of 300 letters the other column keeps the width that it asks
   for, and the word stays in its own. */
static void
long_words_leave_columns_alone(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE);
	const struct gp_block *b;
	struct laid_out o;
	char word[301];

	(void)state;
	memset(word, 'm', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	(void)row_of(doc, t, false, word, "interoperability");
	lay_out(&o, pack_of(doc));
	b = &o.parts->flow.blocks[first_row(&o.parts->flow)];
	assert_int_equal(b->cells[1].n_lines, 1);
	assert_true(b->cells[0].n_lines > 1);
	assert_true(b->cells[0].width > 2 * b->cells[1].width);
	let_go(&o);
}

/* "ﬁ" is two letters for whoever reads, searches or copies. */
static void
ligatures_are_letters(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct laid_out o;
	size_t i;

	(void)state;
	fixture_block(doc, doc->body, GP_PARAGRAPH,
	              "\xEF\xAC\x80 \xEF\xAC\x81 \xEF\xAC\x82 \xEF\xAC\x83 "
	              "\xEF\xAC\x84 \xEF\xAC\x85 \xEF\xAC\x86");
	lay_out(&o, pack_of(doc));
	for (i = 0; i < o.parts->flow.n_blocks; i++) {
		const struct gp_cell *c = o.parts->flow.blocks[i].cells;

		if (c->para &&
		    gp_str_eq(c->para->text, GP_STR("ff fi fl ffi ffl st st")))
			break;
	}
	assert_true(i < o.parts->flow.n_blocks);
	let_go(&o);
}

/* One finding a source, whatever it lacks: each character once, by its line,
   and the rest as a number. */
static void
missing_letters_are_one_finding(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_diag *d = gp_diag_new();
	struct gp_buf out = { .max = 0 };
	struct gp_buf many = { .max = 0 };
	struct gp_pack *pack = pack_of(doc);
	struct gp_err e = { 0 };
	uint32_t c;

	(void)state;
	doc->input.file = GP_STR("far.txt");
	for (c = 0x4E00; c < 0x4E00 + 40; c++)
		gp_buf_utf8(&many, c);
	fixture_block(doc, doc->body, GP_PARAGRAPH,
	              gp_arena_buf(doc->arena, &many).p)
		->at.first = 7;
	fixture_block(doc, doc->body, GP_PARAGRAPH, "\xE4\xB8\x80 again");
	assert_true(write_pdf(pack, ".", d, &out, &e));
	assert_int_equal(count_findings(d, "missing-glyph"), 1);
	assert_true(has_finding(d, "missing-glyph", "U+4E00, U+4E01"));
	assert_true(has_finding(d, "missing-glyph", "(line 7) and 16 more"));
	gp_buf_free(&out);
	gp_pack_free(pack);
	gp_diag_free(d);
}

/* Accents that a language has stand where they stood; a tower of them stays
   in its line, and is told. */
static void
towers_of_marks_are_held_down(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_diag *d = gp_diag_new();
	struct gp_buf out = { .max = 0 };
	struct gp_pack *pack = pack_of(doc);
	struct gp_err e = { 0 };

	(void)state;
	fixture_block(doc, doc->body, GP_PARAGRAPH,
	              "Ti\xE1\xBA\xBFng Vi\xE1\xBB\x87t, E\xCC\x82\xCC\x81"
	              "\xCC\xA3 in two parts");
	assert_true(write_pdf(pack, ".", d, &out, &e));
	assert_int_equal(count_findings(d, "stacked-marks"), 0);
	gp_buf_clear(&out);
	fixture_block(doc, doc->body, GP_PARAGRAPH,
	              "z\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81\xCC\x81"
	              "\xCC\x81\xCC\x81 tower");
	assert_true(write_pdf(pack, ".", d, &out, &e));
	assert_int_equal(count_findings(d, "stacked-marks"), 1);
	gp_buf_free(&out);
	gp_pack_free(pack);
	gp_diag_free(d);
}

/* ---- from right to left ---- */

/* Where the first word that reads so stands; -1: nowhere. */
static gp_len
left_of(const struct laid_out *o, const char *word)
{
	const struct gp_layout *l = &o->parts->layout;
	size_t i;

	for (i = 0; i < l->n_words; i++)
		if (gp_str_eq(l->words[i].run->text, gp_str(word)))
			return l->words[i].x;
	return -1;
}

/* In Hebrew the label of an item stands right of it, the first column right of
   the second, and the bar of a quotation right of its words. */
static void
hebrew_is_mirrored(void **state)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *n = fixture_add(doc, doc->body, GP_LIST), *t;
	const struct gp_layout *l;
	struct laid_out o;
	gp_len bar = -1;
	size_t i;

	(void)state;
	n = fixture_add(doc, n, GP_ITEM);
	fixture_block(doc, n, GP_PARAGRAPH, "ראשון");
	t = fixture_add(doc, doc->body, GP_TABLE);
	(void)row_of(doc, t, false, "ימין", "שמאל");
	n = fixture_add(doc, doc->body, GP_QUOTE);
	fixture_block(doc, n, GP_PARAGRAPH, "ציטוט");
	lay_out(&o, pack_of(doc));
	l = &o.parts->layout;
	assert_true(left_of(&o, "ראשון") > 0);
	assert_true(left_of(&o, "•") > left_of(&o, "ראשון"));
	assert_true(left_of(&o, "ימין") > left_of(&o, "שמאל"));
	for (i = 0; i < l->n_fills; i++)
		if (l->fills[i].width == o.parts->style.bar)
			bar = l->fills[i].x;
	assert_true(bar > left_of(&o, "ציטוט"));
	let_go(&o);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_head_of_two_rows_stands_again),
		cmocka_unit_test(a_cell_over_pages_stands_again),
		cmocka_unit_test(long_words_leave_columns_alone),
		cmocka_unit_test(ligatures_are_letters),
		cmocka_unit_test(missing_letters_are_one_finding),
		cmocka_unit_test(towers_of_marks_are_held_down),
		cmocka_unit_test(hebrew_is_mirrored),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
