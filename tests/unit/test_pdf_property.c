/*
 * What holds of every layout, over articles made by number: no line is too
 * full, too tight or too loose, no paragraph leaves one line behind or takes
 * one along, no heading ends a page, and no line of any block is lost.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unigbrk.h>

#include "fixture.h"
#include "prose.h"
#include "torture.h"
#include "write/pdf/hang.h"
#include "write/pdf/parts.h"

enum {
	ARTICLES = 200,
	PACK = 20, /* articles of one pack */
	/* Hundredths of a space as the font has it. A line's spaces may shrink
	   by a third in all; where it has two faces, those of the narrower one
	   shrink by more. The breaker has no limit of its own for loose lines:
	   these hold the line where it is. */
	SHRUNK = 66,
	TIGHTEST = 40,
	LOOSEST = 700,
	LOOSE = 200,
	MOST_LOOSE = 12, /* in a thousand */
	ROUNDING = GP_PT / 16,
	MOST_HYPHENS = 2, /* lines in a row that may end in one */
	ANY_HYPHENS = 10000,
	SHOWN = 3, /* words of a line in a message */
};

struct laid_out {
	struct gp_pack *pack;
	struct gp_write_job job;
	struct gp_parts *parts;
	struct gp_err e;
	const struct gp_layout *l;
	size_t gaps, loose, split; /* seen */
	unsigned most_hyphens;     /* lines in a row that may end in one */
};

static void
lay_out(struct laid_out *o, struct gp_pack *pack)
{
	*o = (struct laid_out){ .pack = pack, .most_hyphens = MOST_HYPHENS };
	pack->data = GP_STR(".");
	o->job.pack = pack;
	o->job.date = pack->info.date;
	o->parts = gp_parts_open(&o->job, &o->e);
	if (!o->parts || !gp_parts_lay_out(o->parts, &o->e))
		fail_msg("%s: %s", o->e.file, o->e.msg);
	o->l = &o->parts->layout;
}

static void
let_go(struct laid_out *o)
{
	gp_parts_close(o->parts);
	gp_pack_free(o->pack);
}

static struct gp_pack *
generated(uint32_t first)
{
	struct gp_pack *pack = fixture_many(0);
	uint32_t i;

	pack->entries =
		gp_arena_array(pack->arena, PACK, sizeof *pack->entries);
	assert_non_null(pack->entries);
	for (i = 0; i < PACK; i++)
		pack->entries[pack->n_entries++] = (struct gp_entry){
			.id = gp_arena_printf(pack->arena, "a%u", first + i),
			.uri = gp_arena_printf(pack->arena, "urn:x:%u",
			                       first + i),
			.section = GP_NO_SECTION,
			.doc = prose_article(first + i),
		};
	return pack;
}

/* ---- lines ---- */

static gp_len
width_of(const struct laid_out *o, const struct gp_voice *v, struct gp_str s)
{
	return gp_run_width(gp_measure_run(&o->parts->measure, v->face, s),
	                    v->size);
}

/* Natural width of a line in words and spaces, and how far the spaces may
   shrink. */
static gp_len
natural(const struct laid_out *o, const struct gp_para *p,
        const struct gp_line *line, gp_len *shrink)
{
	uint32_t at = line->from, end;
	gp_len width = 0;

	*shrink = ROUNDING;
	for (; at < line->to; at = end) {
		const struct gp_text_span *span = gp_para_span(p, at);
		bool space = p->text.p[at] == ' ';
		uint32_t stop = span->to < line->to ? span->to : line->to;
		gp_len w;

		for (end = at + 1; end < stop && !p->verbatim && !space &&
		                   p->text.p[end] != ' ';)
			end++;
		if (p->verbatim)
			end = stop;
		w = width_of(o, &span->voice, gp_str_sub(p->text, at, end));
		width += w;
		*shrink += ROUNDING / 16;
		if (space)
			*shrink += w - w * SHRUNK / 100;
	}
	if (line->hyphen) {
		const struct gp_voice *v =
			&gp_para_span(p, line->to - 1)->voice;

		width += gp_run_width(
			gp_measure_hyphen(&o->parts->measure, v->face),
			v->size);
	}
	return width;
}

/* How far its first and last marks may stand out of the measure. */
static gp_len
hanging(const struct laid_out *o, const struct gp_para *p,
        const struct gp_line *line)
{
	return gp_hang_left(&o->parts->measure, p, line->from) +
	       gp_hang_right(&o->parts->measure, p, line->to, line->hyphen);
}

/* One letter, with what belongs to it: nothing narrower can be made of it. */
static bool
is_letter(const struct gp_para *p, const struct gp_line *line)
{
	const uint8_t *s = (const uint8_t *)p->text.p;

	return line->to > line->from &&
	       u8_grapheme_next(s + line->from, s + line->to) == s + line->to;
}

static void
check_para(const struct laid_out *o, const struct gp_cell *cell)
{
	const struct gp_para *p = cell->para;
	unsigned hyphens = 0;
	size_t i;

	for (i = 0; p && i < cell->n_lines; i++) {
		const struct gp_line *line = &cell->lines[i];
		gp_len shrink, width = natural(o, p, line, &shrink);

		if (p->align != GP_ALIGN_JUSTIFY)
			shrink = ROUNDING;
		shrink += hanging(o, p, line);
		if (width > cell->width + shrink && !is_letter(p, line))
			fail_msg("over-full, %.2f of %.2f pt: \"%.*s\"",
			         (double)width / GP_PT,
			         (double)cell->width / GP_PT,
			         GP_ARG(gp_str_sub(p->text, line->from,
			                           line->to)));
		hyphens = line->hyphen ? hyphens + 1 : 0;
		assert_true(hyphens <= o->most_hyphens);
		assert_true(p->hyphenate || !line->hyphen);
	}
}

static void
check_lines(struct laid_out *o)
{
	const struct gp_flow *f = o->l->flow;
	size_t i, k;

	for (i = 0; i < f->n_blocks; i++)
		for (k = 0; k < f->blocks[i].n_cells; k++)
			check_para(o, &f->blocks[i].cells[k]);
}

/* ---- the words in their places ---- */

/* The words round a gap, for a message. */
static void
fail_gap(const struct laid_out *o, size_t word, const char *what, int64_t of)
{
	char said[200];
	size_t i = word >= SHOWN ? word - SHOWN : 0, n = 0;

	said[0] = '\0';
	for (; i < word + SHOWN && i < o->l->n_words && n < sizeof said; i++)
		n += (size_t)snprintf(said + n, sizeof said - n, " %.*s",
		                      GP_ARG(o->l->words[i].run->text));
	fail_msg("a space is too %s, %d hundredths: %s", what, (int)of, said);
}

/* The space between a word and the next of the same line. */
static void
check_gap(struct laid_out *o, const struct gp_piece *piece, size_t word)
{
	const struct gp_word_at *a = &o->l->words[word], *b = a + 1;
	struct gp_voice v = { .face = piece->face, .size = piece->size };
	int64_t space = width_of(o, &v, GP_STR(" "));
	int64_t gap = b->x - a->x - gp_run_width(a->run, piece->size);
	int64_t of = gap * 100 / space;

	o->gaps++;
	o->loose += of > LOOSE;
	if (of < TIGHTEST)
		fail_gap(o, word, "tight", of);
	if (of > LOOSEST)
		fail_gap(o, word, "loose", of);
}

static void
check_gaps(struct laid_out *o)
{
	const struct gp_layout *l = o->l;
	size_t page, i, k;

	for (page = 0; page < l->n_pages; page++) {
		size_t first = l->pages[page].first_piece;
		size_t end = first + l->pages[page].n_pieces;

		for (i = first; i < end; i++) {
			const struct gp_piece *p = &l->pieces[i];
			bool goes_on =
				i + 1 < end && p[1].count > 0 &&
				p[1].y == p->y &&
				p[1].first == p->first + p->count &&
				l->words[p[1].first].x > l->words[p->first].x;

			for (k = 0; k + !goes_on < p->count; k++)
				if (l->words[p->first + k].space)
					check_gap(o, p, p->first + k);
		}
	}
}

/* ---- pages ---- */

/* The heading that a block is the text of, or NULL. */
static const struct gp_para *
heading_of(const struct laid_out *o, const struct gp_block *b)
{
	const struct gp_tree *t = &o->l->flow->tree;
	const struct gp_para *p = b->n_cells ? b->cells[0].para : NULL;
	uint32_t i = p && p->n_spans ? p->spans[0].voice.element : GP_NONE;

	for (; i != GP_NONE; i = t->elements[i].parent)
		if (t->elements[i].tag >= GP_TAG_H1 &&
		    t->elements[i].tag <= GP_TAG_H6)
			return p;
	return NULL;
}

/* The fragment after number `i` that begins or goes on with a block. */
static const struct gp_fragment *
next_fragment(const struct gp_layout *l, size_t i)
{
	for (i++; i < l->n_fragments; i++)
		if (!l->fragments[i].again)
			return &l->fragments[i];
	return NULL;
}

static void
check_fragment(struct laid_out *o, size_t i)
{
	const struct gp_layout *l = o->l;
	const struct gp_fragment *f = &l->fragments[i];
	const struct gp_fragment *next = next_fragment(l, i);
	const struct gp_block *b = &l->flow->blocks[f->block];
	const struct gp_para *heading = heading_of(o, b);

	/* One that is longer than a page ends where it must. */
	if (b->leading * (int64_t)b->n_lines > gp_style_depth(l->flow->style))
		heading = NULL;
	assert_true(f->y >= 0);
	assert_true(f->y + b->leading * (gp_len)(f->to - f->from) <=
	            gp_style_depth(l->flow->style));
	if (f->to - f->from < b->n_lines) {
		o->split++;
		if (f->to - f->from < 2)
			fail_msg("page %u: one line of %zu", f->page + 1,
			         b->n_lines);
	}
	if (!heading || !next || l->flow->blocks[next->block].new_page)
		return;
	if (f->page != next->page)
		fail_msg("page %u ends in the heading \"%.*s\"", f->page + 1,
		         GP_ARG(heading->text));
}

/* Every line of every block once and in order. */
static void
check_order(const struct gp_layout *l)
{
	size_t i, block = 0, line = 0;
	uint32_t page = 0;

	for (i = 0; i < l->n_fragments; i++) {
		const struct gp_fragment *f = &l->fragments[i];

		assert_true(f->page == page || f->page == page + 1);
		page = f->page;
		if (f->again)
			continue;
		if (line == l->flow->blocks[block].n_lines && f->from == 0 &&
		    f->block == block + 1) {
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
check_pages(struct laid_out *o)
{
	size_t i;

	for (i = 0; i < o->l->n_fragments; i++)
		if (!o->l->fragments[i].again)
			check_fragment(o, i);
	check_order(o->l);
}

/* ---- the tests ---- */

static void
generated_articles(void **state)
{
	size_t gaps = 0, loose = 0, split = 0;
	struct laid_out o;
	uint32_t i;

	(void)state;
	for (i = 0; i < ARTICLES; i += PACK) {
		lay_out(&o, generated(i));
		check_lines(&o);
		check_gaps(&o);
		check_pages(&o);
		gaps += o.gaps;
		loose += o.loose;
		split += o.split;
		let_go(&o);
	}
	print_message("# %zu spaces, %zu over %d hundredths; "
	              "%zu parts of blocks\n",
	              gaps, loose, LOOSE, split);
	assert_true(gaps > 10000 && split > 100);
	assert_true(loose * 1000 <= gaps * MOST_LOOSE);
}

/* Words of 300 letters cannot be set well, but they can be set. */
static void
torture(void **state)
{
	struct laid_out o;

	(void)state;
	lay_out(&o, torture_pack());
	o.most_hyphens = ANY_HYPHENS;
	check_pages(&o);
	check_lines(&o);
	let_go(&o);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(generated_articles),
		cmocka_unit_test(torture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
