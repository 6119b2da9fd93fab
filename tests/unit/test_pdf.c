/* The PDF: how pages end, which element owns what, and the finished file: the
   same bytes always, and an error for each thing that is missing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <qpdf/qpdf-c.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>

#include "fixture.h"
#include "laidout.h"
#include "write/pdf/tags/post.h"
#include "typeset/compose/logical_tree.h"
#include "typeset/pages/layout_steps.h"
#include "write/write.h"

enum { MANY = 60 };

/* ---- layout ---- */

/* No part of a paragraph of four lines or more is one line, nothing runs
   over the end of a page, and no heading is the last on one. */
static void
check_page_ends(const struct gp_layout *l)
{
	gp_len depth = gp_style_depth(l->flow->style);
	size_t i;

	for (i = 0; i < l->n_fragments; i++) {
		const struct gp_fragment *f = &l->fragments[i];
		const struct gp_block *b = &l->flow->blocks[f->block];
		size_t n = f->to - f->from;

		assert_true(f->page < l->n_pages);
		assert_true(f->y >= 0);
		assert_true(f->y + b->leading * (gp_len)n <= depth);
		if (b->n_lines >= 4 && n < 2)
			fail_msg("page %u: one line of %zu", f->page + 1,
			         b->n_lines);
		/* Nor does a page end in half a word, when there is a
		   choice. */
		if (n > 2 && f->to < b->n_lines)
			assert_false(b->cells[0].lines[f->to - 1].hyphen);
		if (b->keep && i + 1 < l->n_fragments &&
		    (l->fragments[i + 1].page != f->page ||
		     l->fragments[i + 1].column != f->column))
			fail_msg("page %u ends in a heading", f->page + 1);
	}
}

/* Every line of every block is on a page, once and in order. */
static void
check_nothing_lost(const struct gp_layout *l)
{
	size_t i, block = 0, line = 0;

	for (i = 0; i < l->n_fragments; i++) {
		const struct gp_fragment *f = &l->fragments[i];

		if (f->again)
			continue;
		while (block < f->block &&
		       line == l->flow->blocks[block].n_lines) {
			block++;
			line = 0;
		}
		assert_int_equal(f->block, block);
		assert_int_equal(f->from, line);
		line = f->to;
	}
	assert_int_equal(block + 1, l->flow->n_blocks);
	assert_int_equal(line, l->flow->blocks[block].n_lines);
}

static void
pages_end_well(void **state)
{
	struct laid_out l;

	(void)state;
	lay_out(&l, fixture_many(MANY));
	assert_true(l.parts->layout.n_pages > MANY);
	check_page_ends(&l.parts->layout);
	check_nothing_lost(&l.parts->layout);
	let_go(&l);
	lay_out(&l, fixture_pack());
	check_page_ends(&l.parts->layout);
	check_nothing_lost(&l.parts->layout);
	let_go(&l);
}

static const char *const designs[] = { "reading", "large-print", "tablet",
	                               "digest" };

static void
pages_end_well_in_every_design(void **state)
{
	static const char *const papers[] = { "", "a5", "letter" };
	struct laid_out l;
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof designs / sizeof *designs; i++)
		for (k = 0; k < sizeof papers / sizeof *papers; k++) {
			struct gp_pack *pack =
				k ? fixture_many(7) : fixture_pack();

			pack->info.design = gp_str(designs[i]);
			pack->info.paper = gp_str(papers[k]);
			lay_out(&l, pack);
			check_page_ends(&l.parts->layout);
			check_nothing_lost(&l.parts->layout);
			let_go(&l);
		}
}

static gp_len
fragment_end(const struct gp_layout *l, const struct gp_fragment *f)
{
	const struct gp_block *b = &l->flow->blocks[f->block];

	return f->y + b->leading * (gp_len)(f->to - f->from);
}

/* Two columns do not meet, begin at one height, and on the last page of an
   article end within three lines of each other. */
static void
columns_are_even(void **state)
{
	struct gp_pack *pack = fixture_many(9);
	struct laid_out l;
	const struct gp_layout *o;
	gp_len ends[2] = { 0, 0 }, leading;
	size_t i, uneven = 0;

	(void)state;
	pack->info.design = GP_STR("digest");
	lay_out(&l, pack);
	o = &l.parts->layout;
	leading = l.parts->style.roles[GP_ROLE_BODY].leading;
	for (i = 0; i < o->n_fragments; i++) {
		const struct gp_fragment *f = &o->fragments[i];

		assert_true(f->column < 2);
		assert_int_equal(f->x > 0, f->column == 1);
		if (!o->flow->blocks[f->block].wide)
			ends[f->column] = fragment_end(o, f);
		else if (ends[0] && ends[1]) {
			gp_len by = ends[0] - ends[1];

			if (by > 3 * leading || by < -3 * leading)
				uneven++;
			ends[0] = ends[1] = 0;
		}
	}
	assert_int_equal(uneven, 0);
	let_go(&l);
}

/* Lines of body text stand on the grid, words within the measure. */
static void
words_stand_right(void **state)
{
	struct laid_out l;
	const struct gp_layout *o;
	const struct gp_style *s;
	size_t i, k;

	(void)state;
	lay_out(&l, fixture_many(3));
	o = &l.parts->layout;
	s = &l.parts->style;
	for (i = 0; i < o->n_fragments; i++) {
		const struct gp_fragment *f = &o->fragments[i];

		if (o->flow->blocks[f->block].leading ==
		    s->roles[GP_ROLE_BODY].leading)
			assert_int_equal(f->y % s->grid, 0);
	}
	for (i = 0; i < o->n_pieces; i++)
		for (k = 0; k < o->pieces[i].count; k++) {
			const struct gp_word_at *w =
				&o->words[o->pieces[i].first + k];
			gp_len end =
				w->x + gp_run_width(w->run, o->pieces[i].size);

			assert_true(w->x >= 0);
			/* A mark may hang out of the line by less than
			   its width. */
			assert_true(end <= s->width - s->right +
			                           o->pieces[i].size / 4);
		}
	let_go(&l);
}

/* Hebrew words follow one another from right to left, brackets and numbers
   in their places; the words stay in the order of reading. */
static void
words_run_both_ways(void **state)
{
	static const char text[] = "\xD7\xA9\xD7\x9C (12) \xD7\x90\xD7\x91 ab";
	static const char *const reading[] = {
		"\xD7\xA9\xD7\x9C", " ", "(", "12", ")", " ",
		"\xD7\x90\xD7\x91", " ", "ab"
	};
	struct gp_pack *pack = fixture_many(1);
	struct laid_out l;
	const struct gp_layout *o;
	const struct gp_word_at *w = NULL;
	size_t i, n = sizeof reading / sizeof *reading;

	(void)state;
	pack->info.subtitle = gp_str(text);
	lay_out(&l, pack);
	o = &l.parts->layout;
	for (i = 0; i < o->n_words && !w; i++)
		if (gp_str_eq(o->words[i].run->text, gp_str(reading[0])))
			w = &o->words[i];
	assert_non_null(w);
	for (i = 0; i < n; i++) {
		assert_true(gp_str_eq(w[i].run->text, gp_str(reading[i])));
		if (i)
			assert_true(w[i].x < w[i - 1].x);
	}
	/* The paragraph begins at the right edge. */
	assert_true(w[0].x + gp_run_width(w[0].run, o->pieces[0].size) >
	            l.parts->style.width - l.parts->style.right - 40 * GP_PT);
	/* Where it runs from right to left, "(" has the shape of ")". */
	assert_int_equal(w[2].run->glyphs[0].id,
	                 gp_measure_run(o->measure, w[2].run->face, GP_STR(")"))
	                         ->glyphs[0]
	                         .id);
	let_go(&l);
}

/* Leaves are numbered page by page, and each is owned by an element that is
   in the tree or is an artifact. */
static void
leaves_have_owners(void **state)
{
	struct laid_out l;
	const struct gp_tree *t;
	size_t i, at = 0;

	(void)state;
	lay_out(&l, fixture_pack());
	t = &l.parts->flow.tree;
	for (i = 0; i < l.parts->layout.n_pages; i++) {
		assert_int_equal(l.parts->layout.pages[i].first_leaf, at);
		at += l.parts->layout.pages[i].n_leaves;
	}
	assert_int_equal(at, t->n_leaves);
	for (i = 0; i < t->n_leaves; i++)
		if (t->leaves[i].element != GP_NONE)
			assert_true(t->elements[t->leaves[i].element].attached);
	let_go(&l);
}

/* Headings in the order of the tree never skip a level. */
static void
headings_do_not_skip(void **state)
{
	struct laid_out l;
	const struct gp_tree *t;
	int last = 0, level;
	size_t i;

	(void)state;
	lay_out(&l, fixture_pack());
	t = &l.parts->flow.tree;
	for (i = 0; i < t->n_elements; i++) {
		if (!t->elements[i].attached ||
		    t->elements[i].tag < GP_TAG_H1 ||
		    t->elements[i].tag > GP_TAG_H6)
			continue;
		level = (int)t->elements[i].tag - (int)GP_TAG_H1 + 1;
		assert_true(level <= last + 1);
		last = level;
	}
	assert_true(last > 0);
	let_go(&l);
}

/* ---- the file ---- */

static struct gp_buf
made(struct gp_pack *pack)
{
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	if (!write_pdf(pack, ".", NULL, &out, &e))
		fail_msg("%s: %s", e.file, e.msg);
	gp_pack_free(pack);
	return out;
}

static void
the_same_bytes(void **state)
{
	struct gp_buf a, b;

	(void)state;
	assert_int_equal(setenv("TZ", "Asia/Tokyo", 1), 0);
	tzset();
	a = made(fixture_pack());
	assert_int_equal(setenv("TZ", "America/New_York", 1), 0);
	assert_int_equal(setenv("SOURCE_DATE_EPOCH", "1", 1), 0);
	tzset();
	b = made(fixture_pack());
	(void)unsetenv("SOURCE_DATE_EPOCH");
	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.data, b.data, a.len);
	gp_buf_free(&a);
	gp_buf_free(&b);
}

/* What qpdf reads of the catalogue. */
static void
the_catalogue(void **state)
{
	static const char *const keys[] = {
		"/StructTreeRoot", "/MarkInfo", "/Metadata",      "/Outlines",
		"/PageLabels",     "/Lang",     "/OutputIntents",
	};
	struct gp_buf b = made(fixture_pack());
	qpdf_data q = qpdf_init();
	qpdf_oh root;
	size_t i;

	(void)state;
	assert_int_equal(qpdf_read_memory(q, "x", b.data, b.len, NULL),
	                 QPDF_SUCCESS);
	root = qpdf_get_root(q);
	for (i = 0; i < sizeof keys / sizeof *keys; i++)
		if (!qpdf_oh_has_key(q, root, keys[i]))
			fail_msg("%s is not there", keys[i]);
	assert_false(qpdf_more_warnings(q));
	assert_string_equal(qpdf_get_pdf_version(q), "1.7");
	qpdf_cleanup(&q);
	gp_buf_free(&b);
}

static void
an_empty_pack(void **state)
{
	struct gp_pack *pack = fixture_many(1);
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };
	size_t n = pack->n_entries;

	(void)state;
	pack->n_entries = 0;
	assert_true(write_pdf(pack, ".", NULL, &out, &e));
	assert_true(out.len > 1000);
	gp_buf_free(&out);
	pack->n_entries = n;
	gp_pack_free(pack);
}

static void
a_missing_glyph_is_told(void **state)
{
	struct gp_diag *d = gp_diag_new();
	struct gp_pack *pack = fixture_pack();
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	(void)state;
	pack->info.subtitle = GP_STR("\xE6\xBC\xA2");
	assert_true(write_pdf(pack, ".", d, &out, &e));
	assert_true(has_finding(d, "missing-glyph", "U+6F22"));
	/* The hostile article greets in Arabic, for which a font is there. */
	assert_false(has_finding(d, "missing-glyph", "U+0645"));
	assert_false(has_finding(d, "missing-glyph", "U+0041"));
	gp_buf_free(&out);
	gp_pack_free(pack);
	gp_diag_free(d);
}

static void
fails(const char *data, enum gp_code code, const char *file)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	if (write_pdf(pack, data, NULL, &out, &e))
		fail_msg("%s was not needed", file);
	assert_int_equal(e.code, code);
	if (!strstr(e.file, file))
		fail_msg("the error is about \"%s\"", e.file);
	gp_buf_free(&out);
	gp_pack_free(pack);
}

/* A data folder made wrong in one place.  Its paragraphs are justified, so
   that words are divided in them. */
static void
data_folder(char folder[64], const char *wrong, const char *bytes)
{
	char command[512];
	struct gp_bytes b = { NULL, 0 };
	struct gp_buf text = { .max = 0 };
	struct gp_err e = { 0 };

	(void)snprintf(folder, 64, "%s/pdf-data-XXXXXX",
	               getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	assert_non_null(mkdtemp(folder));
	(void)snprintf(command, sizeof command,
	               "cp -RL styles fonts '%s' && sed -i 's/hyphenate: true/"
	               "align: justify, &/' '%s'/styles/reading.yaml",
	               folder, folder);
	assert_int_equal(system(command), 0);
	(void)snprintf(command, sizeof command, "%s/%s", folder, wrong);
	assert_int_equal(remove(command), 0);
	if (!bytes)
		return;
	gp_buf_puts(&text, bytes);
	b = gp_buf_take(&text);
	assert_true(gp_save(command, &b, &e));
	gp_bytes_free(&b);
}

static void
remove_folder(const char *folder)
{
	char command[128];

	(void)snprintf(command, sizeof command, "rm -r '%s'", folder);
	assert_int_equal(system(command), 0);
}

static void
data_that_is_wrong(void **state)
{
	static const struct {
		const char *file, *bytes;
		enum gp_code code;
	} rows[] = {
		{ "styles/reading.yaml", NULL, GP_INPUT },
		{ "styles/reading.yaml", "page: 1\n", GP_SYNTAX },
		{ "fonts/NotoSerif/NotoSerif-Regular.ttf", NULL, GP_INPUT },
		{ "fonts/NotoSans/NotoSans-Bold.ttf", "no font", GP_INPUT },
		{ "styles/hyphen/hyph_en_GB.dic", NULL, GP_INPUT },
	};
	size_t i;

	(void)state;
	fails("/nonexistent", GP_INPUT, "reading.yaml");
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		char folder[64];

		data_folder(folder, rows[i].file, rows[i].bytes);
		fails(folder, rows[i].code, rows[i].file);
		remove_folder(folder);
	}
}

static bool
stop(void *user)
{
	int *left = user;

	return (*left)-- == 0;
}

static void
it_can_be_stopped(void **state)
{
	struct gp_pack *pack = fixture_many(2);
	struct gp_write_job job = fixture_job(pack);
	struct gp_host host = { .data = ".", .cancelled = stop };
	int after;

	(void)state;
	job.host = &host;
	for (after = 0; after < 3; after++) {
		struct gp_buf out = { .max = 0 };
		struct gp_err e = { 0 };
		int left = after;

		host.user = &left;
		assert_false(gp_write_pdf.write(&job, &out, &e));
		assert_int_equal(e.code, GP_CANCELLED);
		gp_buf_free(&out);
	}
	gp_pack_free(pack);
}

static void
what_shaped_it(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_ingredients used = { .arena = a };
	struct gp_pack *pack = fixture_pack();
	struct gp_write_job job = fixture_job(pack);
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };
	size_t i, fonts = 0;

	(void)state;
	job.used = &used;
	assert_true(gp_write_pdf.write(&job, &out, &e));
	for (i = 0; i < used.n_files; i++)
		fonts += gp_str_starts(used.files[i].path, GP_STR("fonts/"));
	assert_true(fonts >= 6);
	gp_write_pdf.libraries(&used);
	assert_true(used.n_libraries >= 4);
	for (i = 0; i < used.n_libraries; i++)
		assert_true(used.libraries[i][1].n > 0);
	gp_buf_free(&out);
	gp_pack_free(pack);
	gp_arena_free(a);
}

/* Words set after the rest take their place and leave the caller's alone. */
static void
late_words(void **state)
{
	struct gp_line_at at = { .x = 7, .width = 100 * GP_PT };
	struct laid_out l;
	struct gp_layout *layout;
	struct gp_voice voice;
	size_t words;

	(void)state;
	lay_out(&l, fixture_pack());
	layout = &l.parts->layout;
	words = layout->n_words;
	voice = gp_voice_of(&l.parts->style.roles[GP_ROLE_FOLIO], GP_NONE);
	gp_set_late(layout, GP_ROLE_FOLIO, &voice, GP_STR("12"), GP_LATE_RIGHT,
	            &at);
	assert_int_equal(layout->n_words, words + 1);
	assert_true(layout->words[words].x > 7);
	assert_int_equal(at.x, 7);
	assert_null(at.para);
	assert_null(at.line);
	let_go(&l);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pages_end_well),
		cmocka_unit_test(pages_end_well_in_every_design),
		cmocka_unit_test(columns_are_even),
		cmocka_unit_test(words_stand_right),
		cmocka_unit_test(words_run_both_ways),
		cmocka_unit_test(leaves_have_owners),
		cmocka_unit_test(headings_do_not_skip),
		cmocka_unit_test(the_same_bytes),
		cmocka_unit_test(the_catalogue),
		cmocka_unit_test(an_empty_pack),
		cmocka_unit_test(a_missing_glyph_is_told),
		cmocka_unit_test(data_that_is_wrong),
		cmocka_unit_test(it_can_be_stopped),
		cmocka_unit_test(what_shaped_it),
		cmocka_unit_test(late_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
