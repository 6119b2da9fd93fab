/*
 * What holds of every layout in every design, over articles made by number: no
 * line is too full, none too tight or looser than the named limit, no paragraph
 * leaves one line behind or takes one along, no heading has less than two lines
 * under it where a page or column ends, no word is divided there, no article
 * ends in a page of next to nothing, and no line of any block is lost.
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
#include "typeset/lines/hang.h"
#include "typeset/parts.h"

enum {
	ARTICLES = 200,
	PACK = 20, /* articles of one pack */
	ROUNDING = GP_PT / 16,
	/* Justified lines left ragged, in a thousand: a word of six here is
	   long, and those with capitals are not divided. */
	MOST_RAGGED = 15,
	MOST_HYPHENS = 2, /* lines in a row that may end in one */
	ANY_HYPHENS = 10000,
	LEAST_LAST = 3, /* lines on the last page of an article */
	SHOWN = 3,      /* words of a line in a message */
};

/* A design of these tests: "reading" with paragraphs that fill their lines. */
#define JUSTIFIED "justified"

static const char *const designs[] = { "reading", JUSTIFIED, "digest",
	                               "large-print", "tablet" };

struct laid_out {
	struct gp_pack *pack;
	struct gp_write_job job;
	struct gp_parts *parts;
	struct gp_err e;
	const struct gp_layout *l;
	size_t gaps, split;    /* seen */
	size_t lines, ragged;  /* justified, and those of them left ragged */
	unsigned most_hyphens; /* lines in a row that may end in one */
};

static void
lay_out(struct laid_out *o, struct gp_pack *pack, const char *design)
{
	bool justified = strcmp(design, JUSTIFIED) == 0;

	pack->info.design = gp_str(justified ? "reading" : design);
	*o = (struct laid_out){ .pack = pack, .most_hyphens = MOST_HYPHENS };
	o->job = fixture_job(pack);
	o->parts = gp_parts_open(&o->job, &o->e);
	if (o->parts && justified)
		o->parts->style.roles[GP_ROLE_BODY].align = GP_ALIGN_JUSTIFY;
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
pack_with_room(void)
{
	struct gp_pack *pack = fixture_many(0);

	pack->entries =
		gp_arena_array(pack->arena, PACK, sizeof *pack->entries);
	assert_non_null(pack->entries);
	return pack;
}

static void
enter(struct gp_pack *pack, uint32_t number, struct gp_doc *doc)
{
	pack->entries[pack->n_entries++] = (struct gp_entry){
		.id = gp_arena_printf(pack->arena, "a%u", number),
		.uri = gp_arena_printf(pack->arena, "urn:x:%u", number),
		.section = GP_NO_SECTION,
		.doc = doc,
	};
}

static struct gp_pack *
generated(uint32_t first)
{
	struct gp_pack *pack = pack_with_room();
	uint32_t i;

	for (i = 0; i < PACK; i++)
		enter(pack, first + i, prose_article(first + i));
	return pack;
}

/* ---- lines ---- */

static gp_len
width_of(const struct laid_out *o, const struct gp_voice *v, struct gp_str s)
{
	return gp_run_width(gp_measure_run(&o->parts->measure, v->face, s),
	                    v->size);
}

/* Natural width of a line, and of the spaces in it. */
static gp_len
natural(const struct laid_out *o, const struct gp_para *p,
        const struct gp_line *line, gp_len *spaces)
{
	uint32_t at = line->from, end;
	gp_len width = 0;

	*spaces = 0;
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
		*spaces += space ? w : 0;
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

/* A line fits, if need be by spaces as narrow as the limit. */
static void
check_full(const struct laid_out *o, const struct gp_cell *cell,
           const struct gp_line *line)
{
	const struct gp_para *p = cell->para;
	gp_len spaces, width = natural(o, p, line, &spaces), room = cell->width;

	room += ROUNDING + hanging(o, p, line);
	if (p->align == GP_ALIGN_JUSTIFY)
		room += spaces * (100 - GP_SPACE_LEAST) / 100;
	if (width > room && !is_letter(p, line))
		fail_msg("over-full, %.2f of %.2f pt: \"%.*s\"",
		         (double)width / GP_PT, (double)cell->width / GP_PT,
		         GP_ARG(gp_str_sub(p->text, line->from, line->to)));
}

/* Counts the lines that are left ragged though they are to be justified. */
static void
count_ragged(struct laid_out *o, const struct gp_cell *cell,
             const struct gp_line *line)
{
	const struct gp_para *p = cell->para;
	gp_len spaces, width = natural(o, p, line, &spaces);
	int64_t slack = cell->width + hanging(o, p, line) - width;

	if (p->align != GP_ALIGN_JUSTIFY || line->forced)
		return;
	o->lines++;
	o->ragged += slack * 100 > spaces * (int64_t)(GP_SPACE_MOST - 100);
}

static void
check_para(struct laid_out *o, const struct gp_cell *cell)
{
	const struct gp_para *p = cell->para;
	unsigned hyphens = 0;
	size_t i;

	for (i = 0; p && i < cell->n_lines; i++) {
		const struct gp_line *line = &cell->lines[i];

		check_full(o, cell, line);
		count_ragged(o, cell, line);
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

	o->gaps++;
	if ((gap + ROUNDING) * 100 < space * GP_SPACE_LEAST)
		fail_gap(o, word, "tight", gap * 100 / space);
	if ((gap - ROUNDING) * 100 > space * GP_SPACE_MOST)
		fail_gap(o, word, "loose", gap * 100 / space);
}

static int
column_of(const struct gp_style *s, gp_len x)
{
	return (x - s->left + s->gutter) / (gp_style_column(s) + s->gutter);
}

/* The piece after `p` stands on the same line of the same column. */
static bool
goes_on(const struct gp_layout *l, const struct gp_piece *p)
{
	const struct gp_style *s = l->flow->style;
	gp_len x = l->words[p->first].x, next;

	if (p->count == 0 || p[1].count == 0 || p[1].y != p->y ||
	    p[1].first != p->first + p->count)
		return false;
	next = l->words[p[1].first].x;
	return next > x && column_of(s, x) == column_of(s, next);
}

static void
check_gaps(struct laid_out *o)
{
	const struct gp_layout *l = o->l;
	size_t page, i, k;

	for (page = 0; page < l->n_pages; page++) {
		size_t first = l->pages[page].first_piece;
		size_t end = first + l->pages[page].n_pieces;

		/* In the contents a page number stands far from its title. */
		if (!l->pages[page].body)
			continue;

		for (i = first; i < end; i++) {
			const struct gp_piece *p = &l->pieces[i];
			bool more = i + 1 < end && goes_on(l, p);

			for (k = 0; k + !more < p->count; k++)
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

static bool
is_same_column(const struct gp_fragment *a, const struct gp_fragment *b)
{
	return a->page == b->page && a->column == b->column;
}

/* What is kept whole does not fit on one page with the heading over it. */
static bool
is_too_much(const struct gp_layout *l, const struct gp_block *heading,
            const struct gp_block *under)
{
	int64_t height = heading->leading * (int64_t)heading->n_lines;

	height +=
		heading->after > under->before ? heading->after : under->before;
	height += under->leading * (int64_t)under->n_lines;
	return under->whole && height > gp_style_depth(l->flow->style);
}

/* All on its page up to a heading stays with what follows: more than a page
   of headings cannot be kept together. */
static bool
is_all_headings(const struct gp_layout *l, size_t i)
{
	uint32_t page = l->fragments[i].page;

	for (; l->fragments[i].page == page; i--) {
		if (!l->flow->blocks[l->fragments[i].block].keep)
			return false;
		if (i == 0)
			break;
	}
	return true;
}

/* A heading has two lines of what follows under it before its column ends. */
static void
check_heading(struct laid_out *o, size_t i)
{
	const struct gp_layout *l = o->l;
	const struct gp_fragment *f = &l->fragments[i], *next;
	const struct gp_block *b = &l->flow->blocks[f->block];
	const struct gp_para *heading = heading_of(o, b);
	size_t lines = 0;

	/* A very long one is cut as a paragraph is. */
	if (!heading || f->to < b->n_lines || is_all_headings(l, i))
		return;
	while (lines < 2) {
		const struct gp_block *under;

		next = next_fragment(l, i);
		under = next ? &l->flow->blocks[next->block] : NULL;
		if (!under || under->new_page || under->opener ||
		    under->wide != b->wide || is_too_much(l, b, under))
			return;
		if (f->page != next->page ||
		    (!b->wide && !is_same_column(f, next)))
			break;
		lines += next->to - next->from;
		i = (size_t)(next - l->fragments);
	}
	if (lines < 2)
		fail_msg("page %u: %zu lines under the heading \"%.*s\"",
		         f->page + 1, lines, GP_ARG(heading->text));
}

/* A block that goes on elsewhere leaves two lines, and takes two, and no word
   is divided between. */
static void
check_cut(struct laid_out *o, const struct gp_fragment *f)
{
	const struct gp_block *b = &o->l->flow->blocks[f->block];
	size_t k;

	if (f->to - f->from == b->n_lines)
		return;
	o->split++;
	if (f->to - f->from < 2)
		fail_msg("page %u: one line of %zu", f->page + 1, b->n_lines);
	for (k = 0; k < b->n_cells && f->to < b->n_lines; k++)
		if (f->to <= b->cells[k].n_lines &&
		    b->cells[k].lines[f->to - 1].hyphen)
			fail_msg("page %u ends in a divided word", f->page + 1);
}

static void
check_fragment(struct laid_out *o, size_t i)
{
	const struct gp_layout *l = o->l;
	const struct gp_fragment *f = &l->fragments[i];
	const struct gp_block *b = &l->flow->blocks[f->block];

	assert_true(f->y >= 0);
	assert_true(f->y + b->leading * (gp_len)(f->to - f->from) <=
	            gp_style_depth(l->flow->style));
	check_cut(o, f);
	check_heading(o, i);
}

/* The page before one that an article or a part begins is not next to empty,
   where it is not the first of its own. */
static void
check_last_pages(const struct laid_out *o)
{
	const struct gp_layout *l = o->l;
	size_t i, first = 0;
	gp_len least = l->flow->style->roles[GP_ROLE_BODY].leading * LEAST_LAST;

	for (i = 1; i < l->n_fragments; i++) {
		const struct gp_fragment *f = &l->fragments[i - 1];
		const struct gp_block *b = &l->flow->blocks[f->block];
		gp_len low = f->y + b->leading * (gp_len)(f->to - f->from);

		if (!l->flow->blocks[l->fragments[i].block].new_page ||
		    l->fragments[i].page == f->page)
			continue;
		if (l->fragments[first].page < f->page && low < least &&
		    l->flow->style->columns == 1)
			fail_msg("page %u holds next to nothing", f->page + 1);
		first = i;
	}
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
generated_articles(const char *design)
{
	size_t gaps = 0, split = 0, lines = 0, ragged = 0;
	struct laid_out o;
	uint32_t i;

	for (i = 0; i < ARTICLES; i += PACK) {
		lay_out(&o, generated(i), design);
		check_lines(&o);
		check_gaps(&o);
		check_pages(&o);
		check_last_pages(&o);
		gaps += o.gaps;
		split += o.split;
		lines += o.lines;
		ragged += o.ragged;
		let_go(&o);
	}
	print_message("# %s: %zu spaces, %zu justified lines, %zu of them "
	              "ragged; %zu parts of blocks\n",
	              design, gaps, lines, ragged, split);
	assert_true(gaps > 10000 && split > 100);
	assert_true(ragged * 1000 <= lines * MOST_RAGGED);
}

static void
every_design_holds(void **state)
{
	size_t i;

	(void)state;
	for (i = 0; i < sizeof designs / sizeof *designs; i++)
		generated_articles(designs[i]);
}

/* A line that cannot be helped is left ragged: its spaces are as the font has
   them, and those of the lines round it within the limit. */
static void
long_addresses_leave_lines_ragged(void **state)
{
	struct gp_pack *pack = pack_with_room();
	struct gp_doc *doc = prose_article(1);
	struct laid_out o;
	struct gp_str words;
	int i;

	(void)state;
	for (i = 0; i < 20; i++) {
		words = gp_arena_printf(
			doc->arena,
			"Some%.*s words stand before the long address "
			"https://example.gov.uk/averylongpieceofanaddressthat"
			"hasnoplacetobreak and others come after it",
			i, "abcdefghijklmnopqrst");
		(void)fixture_block(doc, doc->body, GP_PARAGRAPH, words.p);
	}
	enter(pack, 1, doc);
	lay_out(&o, pack, JUSTIFIED);
	check_lines(&o);
	check_gaps(&o);
	assert_true(o.ragged >= 10);
	let_go(&o);
}

/* Words of 300 letters cannot be set well, but they can be set. */
static void
torture(void **state)
{
	struct laid_out o;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof designs / sizeof *designs; i++) {
		lay_out(&o, torture_pack(), designs[i]);
		o.most_hyphens = ANY_HYPHENS;
		check_pages(&o);
		check_lines(&o);
		let_go(&o);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_design_holds),
		cmocka_unit_test(long_addresses_leave_lines_ragged),
		cmocka_unit_test(torture),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
