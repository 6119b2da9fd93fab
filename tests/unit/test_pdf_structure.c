/* What the PDF tells a reader who cannot see it: headings that never skip a
   level, tables that are regular whatever their source was. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "typeset/parts.h"
#include "laidout.h"
#include "write/pdf/tags/post.h"

enum { MOST_COLUMNS = 16 };

/* A pack of one article, whose body is another. */
static struct gp_pack *
pack_of(struct gp_doc *doc)
{
	struct gp_pack *pack = fixture_many(1);

	gp_arena_free(pack->entries[0].doc->arena);
	pack->entries[0].doc = doc;
	return pack;
}

/* ---- tables ---- */

/* A cell is ".12" (one column, two rows), '#' instead of '.' for a head; '|'
   parts rows. */
struct shape {
	const char *rows;
	unsigned columns;
};

static void
add_cell(struct gp_doc *doc, struct gp_node *row, const char *spec)
{
	struct gp_node *n = fixture_block(doc, row, GP_CELL, "cell");

	n->as.cell.header = spec[0] == '#';
	n->as.cell.columns = spec[1] - '0';
	n->as.cell.rows = spec[2] - '0';
}

static void
add_table(struct gp_doc *doc, const char *rows)
{
	struct gp_node *t = fixture_add(doc, doc->body, GP_TABLE);
	struct gp_node *row = fixture_add(doc, t, GP_ROW);

	for (; *rows; rows++) {
		if (*rows == '|') {
			row = fixture_add(doc, t, GP_ROW);
		} else if (*rows != ' ') {
			add_cell(doc, row, rows);
			rows += 2;
		}
	}
}

/* Takes the columns of one row; how many are taken then. */
static unsigned
take_row(const struct gp_tree *t, const struct gp_element *row,
         int taken[MOST_COLUMNS])
{
	unsigned column = 0, count = 0, i;
	uint32_t k;

	for (k = row->first_kid; k != GP_NONE; k = t->kids[k].next) {
		const struct gp_element *e = &t->elements[t->kids[k].index];
		int c;

		assert_int_equal(t->kids[k].kind, GP_KID_ELEMENT);
		while (column < MOST_COLUMNS && taken[column])
			column++;
		for (c = 0; c < (e->columns ? e->columns : 1); c++) {
			assert_true(column < MOST_COLUMNS);
			assert_int_equal(taken[column], 0);
			taken[column++] = e->rows ? e->rows : 1;
		}
	}
	for (i = 0; i < MOST_COLUMNS; i++)
		count += taken[i] > 0;
	return count;
}

static void
check_regular(const struct gp_tree *t, const struct gp_element *table,
              unsigned columns)
{
	int taken[MOST_COLUMNS] = { 0 };
	unsigned i;
	uint32_t k;

	for (k = table->first_kid; k != GP_NONE; k = t->kids[k].next) {
		const struct gp_element *e = &t->elements[t->kids[k].index];

		if (e->tag != GP_TAG_TR)
			continue;
		assert_int_equal(take_row(t, e, taken), columns);
		for (i = 0; i < MOST_COLUMNS; i++)
			taken[i] -= taken[i] > 0;
	}
	for (i = 0; i < MOST_COLUMNS; i++)
		assert_int_equal(taken[i], 0);
}

static const struct shape shapes[] = {
	{ "#11#11|.11.11", 2 },
	{ "#11#11#11|.11|.11.11", 3 }, /* rows too short */
	{ "#11|.11.11.11.11", 4 },     /* and too long */
	{ "#21#11|.11.12|.11", 3 },    /* spans rows */
	{ ".19.11|.11", 2 },           /* past the end */
	{ ".12.11.12|.31|.11", 3 },    /* across another cell */
	{ ".12.12||.11", 2 },          /* a row of nothing */
	{ ".13.13||.11", 3 },
	{ "|.11.11||.11", 2 }, /* rows that are none */
	{ ".11.12.11|.11.11.11.11|.91.11", 10 },
};

static struct gp_doc *
with_tables(void)
{
	struct gp_doc *doc = fixture_bare();
	size_t i;

	for (i = 0; i < sizeof shapes / sizeof *shapes; i++)
		add_table(doc, shapes[i].rows);
	return doc;
}

static void
tables_are_regular(void **state)
{
	struct laid_out l;
	const struct gp_tree *t;
	size_t i, table = 0;

	(void)state;
	lay_out(&l, pack_of(with_tables()));
	t = &l.parts->flow.tree;
	for (i = 0; i < t->n_elements; i++)
		if (t->elements[i].tag == GP_TAG_TABLE)
			check_regular(t, &t->elements[i],
			              shapes[table++].columns);
	assert_int_equal(table, sizeof shapes / sizeof *shapes);
	let_go(&l);
}

/* ---- headings ---- */

static void
add_heading(struct gp_doc *doc, int level, const char *words)
{
	fixture_block(doc, doc->body, GP_HEADING, words)->as.heading.level =
		level;
}

static struct gp_doc *
with_headings(void)
{
	static const int levels[] = { 4, 2, 6, 3, 3, 5 };
	struct gp_doc *doc = fixture_bare();
	size_t i;

	/* The first has no words, and is not there. */
	add_heading(doc, 2, " ");
	add_heading(doc, 3, "");
	for (i = 0; i < sizeof levels / sizeof *levels; i++)
		add_heading(doc, levels[i], "A heading");
	return doc;
}

static void
headings_do_not_skip(void **state)
{
	struct laid_out l;
	const struct gp_tree *t;
	int last = 0, count = 0;
	size_t i;

	(void)state;
	lay_out(&l, pack_of(with_headings()));
	t = &l.parts->flow.tree;
	for (i = 0; i < t->n_elements; i++) {
		int level = (int)t->elements[i].tag - GP_TAG_H1 + 1;

		if (!t->elements[i].attached || level < 1 || level > 6)
			continue;
		if (level > last + 1)
			fail_msg("H%d after H%d", level, last);
		last = level;
		count++;
	}
	assert_true(count >= 8);
	let_go(&l);
}

/* ---- notes ---- */

static void
add_link(struct gp_doc *doc, struct gp_node *p, const char *target,
         const char *words)
{
	fixture_block(doc, p, GP_LINK, words)->as.link.target = gp_str(target);
	fixture_text(doc, p, ", ");
}

static struct gp_doc *
with_links(void)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *p = fixture_block(doc, doc->body, GP_PARAGRAPH, "See ");
	struct gp_node *h = fixture_add(doc, doc->body, GP_HEADING);

	h->as.heading.level = 2;
	add_link(doc, h, "https://example.org/one", "a heading");
	add_link(doc, p, "https://example.org/one", "one ");
	add_link(doc, p, "https://example.org/two", "two");
	add_link(doc, p, "https://example.org/one", "one again");
	add_link(doc, p, "https://example.org/", "example.org");
	add_link(doc, p, "mailto:press@example.org", "press@example.org");
	add_link(doc, p, "javascript:alert(1)", "no link");
	return doc;
}

/* The block whose first cell begins with these words. */
static const struct gp_block *
block_of(const struct gp_flow *f, const char *words)
{
	size_t i;

	for (i = 0; i < f->n_blocks; i++)
		if (f->blocks[i].cells[0].para &&
		    gp_str_starts(f->blocks[i].cells[0].para->text,
		                  gp_str(words)))
			return &f->blocks[i];
	fail_msg("no block begins with \"%s\"", words);
	return NULL;
}

static size_t
count_tag(const struct gp_tree *t, enum gp_tag tag)
{
	size_t n = 0, i;

	for (i = 0; i < t->n_elements; i++)
		n += t->elements[i].attached && t->elements[i].tag == tag;
	return n;
}

/* An address has one number however often it is met, and none where the words
   give it; the outline has no numbers. */
static void
links_have_notes(void **state)
{
	struct laid_out l;
	const struct gp_flow *f;
	const struct gp_block *b;

	(void)state;
	lay_out(&l, pack_of(with_links()));
	f = &l.parts->flow;
	b = block_of(f, "See ");
	assert_string_equal(b->cells[0].para->text.p,
	                    "See one¹ , two², one again¹, example.org, "
	                    "press@example.org, no link,");
	b = block_of(f, "a heading");
	assert_string_equal(b->cells[0].para->text.p, "a heading¹,");
	assert_string_equal(f->tree.places[b->place].title.p, "a heading,");
	b = block_of(f, "2");
	assert_string_equal(b->cells[1].para->text.p, "example.org/two");
	assert_int_equal(count_tag(&f->tree, GP_TAG_NOTE), 2);
	/* One more leads from the contents to the article. */
	assert_int_equal(count_tag(&f->tree, GP_TAG_REFERENCE), 4 + 1);
	let_go(&l);
}

/* ---- marks within a line ---- */

static struct gp_doc *
with_marks(void)
{
	struct gp_doc *doc = fixture_bare();
	struct gp_node *p =
		fixture_block(doc, doc->body, GP_PARAGRAPH, "At 10");
	struct gp_node *n;

	fixture_block(doc, p, GP_SUPERSCRIPT, "6");
	fixture_text(doc, p, " or x");
	fixture_block(doc, p, GP_SUPERSCRIPT, "a/b");
	fixture_text(doc, p, " for ");
	n = fixture_block(doc, p, GP_DELETED, "old ");
	add_link(doc, n, "https://example.org/", "words");
	fixture_block(doc, p, GP_INSERTED, "new");
	n = fixture_block(doc, p, GP_RUBY, " word");
	fixture_block(doc, n, GP_READING, "said");
	fixture_text(doc, p, ", ");
	n = fixture_block(doc, p, GP_EMPHASIS, "mot");
	n->lang = GP_STR("fr");
	return doc;
}

/* The element of a place in the text, and its voice. */
static const struct gp_element *
element_at(const struct gp_flow *f, const struct gp_para *p, const char *words,
           struct gp_voice *voice)
{
	size_t at = gp_str_find(p->text, gp_str(words), 0);

	assert_true(at < p->text.n);
	*voice = gp_para_span(p, (uint32_t)at)->voice;
	return &f->tree.elements[voice->element];
}

/* What is raised is in signs of its own, or small with its typed form; what was
   struck and what is new have a line, and their element says so; a word of
   another language says which. */
static void
words_are_marked(void **state)
{
	struct laid_out l;
	const struct gp_para *p;
	const struct gp_element *e;
	struct gp_voice v;

	(void)state;
	lay_out(&l, pack_of(with_marks()));
	p = block_of(&l.parts->flow, "At ")->cells[0].para;
	assert_string_equal(p->text.p, "At 10⁶ or xa/b for old words¹, new "
	                               "word(said), mot");
	e = element_at(&l.parts->flow, p, "a/b", &v);
	assert_true(v.rise > 0);
	assert_string_equal(e->actual.p, "^(a/b)");
	e = element_at(&l.parts->flow, p, "old", &v);
	assert_int_equal(v.line, GP_LINE_THROUGH);
	assert_int_equal(e->line, GP_LINE_THROUGH);
	e = element_at(&l.parts->flow, p, "words", &v);
	assert_int_equal(v.line, GP_LINE_THROUGH);
	assert_int_equal(e->tag, GP_TAG_LINK);
	e = element_at(&l.parts->flow, p, "new", &v);
	assert_int_equal(e->line, GP_LINE_UNDER);
	e = element_at(&l.parts->flow, p, "(", &v);
	assert_true(v.added);
	assert_int_equal(e->tag, GP_TAG_P);
	e = element_at(&l.parts->flow, p, "mot", &v);
	assert_string_equal(e->lang.p, "fr");
	let_go(&l);
}

/* ---- the back ---- */

static struct gp_doc *
with_forms(void)
{
	static const struct gp_short_form forms[] = {
		{ { "USDS", sizeof "USDS" - 1 },
		  { "US Digital Service", sizeof "US Digital Service" - 1 },
		  1 },
		{ { "gds", sizeof "gds" - 1 },
		  { "good day, sir", sizeof "good day, sir" - 1 },
		  1 },
		{ { "GDS", sizeof "GDS" - 1 },
		  { "Government Service", sizeof "Government Service" - 1 },
		  1 },
		{ { "GDS", sizeof "GDS" - 1 },
		  { "Government service", sizeof "Government service" - 1 },
		  1 },
		{ { "A", sizeof "A" - 1 },
		  { "Answer", sizeof "Answer" - 1 },
		  1 },
	};
	struct gp_doc *doc = fixture_bare();

	doc->n_short_forms = sizeof forms / sizeof *forms;
	doc->short_forms =
		gp_arena_array(doc->arena, doc->n_short_forms, sizeof *forms);
	assert_non_null(doc->short_forms);
	memcpy(doc->short_forms, forms, sizeof forms);
	return doc;
}

/* In the order of their letters, each once however its long form is
   written. */
static void
abbreviations_are_sorted(void **state)
{
	static const char *const want[] = { "A", "GDS", "gds", "USDS" };
	struct laid_out l;
	const struct gp_block *b;
	size_t i;

	(void)state;
	lay_out(&l, pack_of(with_forms()));
	b = block_of(&l.parts->flow, "Abbreviations");
	assert_true(b[-1].opener);
	assert_string_equal(b[-1].cells[0].para->text.p, "About this pack");
	for (i = 0; i < sizeof want / sizeof *want; i++)
		assert_string_equal((++b)->cells[0].para->text.p, want[i]);
	assert_string_equal(b->cells[1].para->text.p, "US Digital Service");
	b++;
	assert_string_equal(b->cells[0].para->text.p, "Sources and rights");
	assert_false(b->new_page || b->opener);
	let_go(&l);
}

/* In short, and without a file that may not be at hand. */
static void
the_preparation_is_told(void **state)
{
	struct laid_out l;
	const struct gp_block *b;

	(void)state;
	lay_out(&l, fixture_pack());
	b = block_of(&l.parts->flow, "How the text was prepared");
	assert_non_null(strstr(b[1].cells[0].para->text.p, "left out"));
	assert_null(strstr(b[1].cells[0].para->text.p, "manifest"));
	assert_string_equal(b[-1].cells[0].para->text.p,
	                    l.parts->composer.pack->info.rights.p);
	let_go(&l);
}

/* ---- the days on the cover ---- */

static struct gp_pack *
pack_of_days(const char *const days[], size_t n)
{
	struct gp_pack *pack = fixture_many(n);
	size_t i;

	for (i = 0; i < n; i++) {
		struct gp_doc *doc = fixture_bare();

		gp_arena_free(pack->entries[i].doc->arena);
		(void)gp_date_parse(gp_str(days[i]), &doc->date.date);
		pack->entries[i].doc = doc;
	}
	return pack;
}

static const struct gp_element *
figure_of(const struct gp_tree *t)
{
	size_t i;

	for (i = 0; i < t->n_elements; i++)
		if (t->elements[i].tag == GP_TAG_FIGURE)
			return &t->elements[i];
	return NULL;
}

/* The line runs from the first day to the last; a day of two articles has one
   tick; what has no day is not there. */
static void
the_days_are_drawn(void **state)
{
	static const char *const days[] = { "2015-11-09", "2015-09-23",
		                            "2015",       "2015-10-12T09:30",
		                            "2015-09-23", "" };
	struct laid_out l;
	const struct gp_block *b;
	const struct gp_element *e;

	(void)state;
	lay_out(&l, pack_of_days(days, 6));
	e = figure_of(&l.parts->flow.tree);
	if (!e) {
		fail_msg("no figure");
		return;
	}
	assert_true(e->attached);
	assert_string_equal(e->alt.p,
	                    "When the articles appeared: 23 September 2015 "
	                    "(2 articles); 12 October 2015; 9 November 2015");
	assert_true(e->left < e->right && e->top < e->bottom);
	b = block_of(&l.parts->flow, "23 Sep 2015");
	assert_int_equal(b->n_marks, 1 + 3);
	assert_int_equal(b->n_cells, 3);
	assert_true(b->marks[1].x == 0);
	assert_true(b->marks[3].x == b->marks[0].width);
	assert_string_equal(b[-1].cells[0].para->text.p,
	                    "When the articles appeared");
	let_go(&l);
}

static void
one_day_is_not_drawn(void **state)
{
	static const char *const days[] = { "2015-11-09", "2015-11-09", "" };
	struct laid_out l;

	(void)state;
	lay_out(&l, pack_of_days(days, 3));
	assert_null(figure_of(&l.parts->flow.tree));
	let_go(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tables_are_regular),
		cmocka_unit_test(headings_do_not_skip),
		cmocka_unit_test(links_have_notes),
		cmocka_unit_test(words_are_marked),
		cmocka_unit_test(abbreviations_are_sorted),
		cmocka_unit_test(the_preparation_is_told),
		cmocka_unit_test(the_days_are_drawn),
		cmocka_unit_test(one_day_is_not_drawn),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
