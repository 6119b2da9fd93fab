/* Paragraphs and lines: what is appended, where words may be divided, and
   that no line is too wide, whatever the text. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "fixture.h"
#include "typeset/lines/hang.h"
#include "typeset/lines/lines.h"

enum { ARENA = 256 << 20, RANDOM_TEXTS = 200 };

/* Everything that breaking needs. */
struct bench {
	struct gp_arena *arena;
	struct gp_pack pack;
	struct gp_write_job job;
	struct gp_style style;
	struct gp_faces faces;
	struct gp_hyphenators hyphenators;
	struct gp_measure measure;
	struct gp_breaker breaker;
	struct gp_para_builder text;
	struct gp_err e;
};

static struct bench bench;

static int
set_up(void **state)
{
	struct bench *b = &bench;

	(void)state;
	*b = (struct bench){ .arena = gp_arena_new(ARENA) };
	b->pack.info.design = GP_STR("reading");
	b->job = fixture_job(&b->pack);
	b->style = *b->job.design;
	b->faces = (struct gp_faces){ .job = &b->job,
		                      .style = &b->style,
		                      .e = &b->e };
	b->hyphenators = (struct gp_hyphenators){ .job = &b->job,
		                                  .style = &b->style,
		                                  .arena = b->arena,
		                                  .e = &b->e };
	assert_true(gp_measure_open(&b->measure, b->arena, &b->faces, &b->e));
	b->breaker.arena = b->arena;
	b->breaker.boxes.measure = &b->measure;
	b->breaker.boxes.hyphenators = &b->hyphenators;
	b->text.arena = b->arena;
	return 0;
}

static int
tear_down(void **state)
{
	struct bench *b = &bench;

	(void)state;
	gp_measure_close(&b->measure);
	gp_breaker_free(&b->breaker);
	gp_hyphen_free(&b->hyphenators);
	gp_faces_free(&b->faces);
	gp_para_drop(&b->text);
	gp_arena_free(b->arena);
	return 0;
}

static struct gp_para *
para_of(enum gp_role role, struct gp_str words)
{
	struct bench *b = &bench;
	const struct gp_role_style *style = &b->style.roles[role];
	struct gp_voice voice = gp_voice_of(style, GP_NONE);
	struct gp_para *p;

	gp_para_begin(&b->text, style);
	b->text.para->lang = GP_STR("en-GB");
	gp_para_add(&b->text, &voice, words);
	p = gp_para_end(&b->text);
	assert_non_null(p);
	return p;
}

/* ---- paragraphs ---- */

static void
space_is_collapsed(void **state)
{
	struct gp_para *p = para_of(GP_ROLE_BODY, GP_STR("  a\t b\n\n c\xC2\xAD"
	                                                 "d  "));

	(void)state;
	assert_string_equal(p->text.p, "a b cd");
	p = para_of(GP_ROLE_BODY, GP_STR("a \xFF z"));
	assert_string_equal(p->text.p, "a \xEF\xBF\xBD z");
	p = para_of(GP_ROLE_BODY, GP_STR(" \n "));
	assert_int_equal(p->text.n, 0);
	assert_int_equal(p->n_spans, 0);
}

static void
spans_cover_the_text(void **state)
{
	struct gp_para_builder *t = &bench.text;
	struct gp_voice a = gp_voice_of(&bench.style.roles[GP_ROLE_BODY], 1);
	struct gp_voice b = a;
	struct gp_para *p;

	(void)state;
	b.element = 2;
	gp_para_begin(t, &bench.style.roles[GP_ROLE_BODY]);
	gp_para_break(t); /* not at the start */
	gp_para_add(t, &a, GP_STR("one "));
	gp_para_add(t, &b, GP_STR(" two"));
	gp_para_add(t, &b, GP_STR("three "));
	gp_para_break(t);
	gp_para_add(t, &a, GP_STR(" four"));
	gp_para_break(t); /* nor at the end */
	p = gp_para_end(t);
	assert_string_equal(p->text.p, "one twothree\nfour");
	assert_int_equal(p->n_spans, 3);
	assert_int_equal(p->spans[0].from, 0);
	/* The space belongs to what is before it. */
	assert_int_equal(p->spans[0].to, 4);
	assert_int_equal(p->spans[1].to, 13);
	assert_int_equal(p->spans[2].to, p->text.n);
	assert_int_equal(p->spans[1].voice.element, 2);
}

/* ---- hyphenation ---- */

static uint64_t
points(const char *word, const char *lang)
{
	return gp_hyphen_points(&bench.hyphenators, gp_str(lang), gp_str(word));
}

static void
hyphens(void **state)
{
	(void)state;
	/* ser-vices, gov-ern-ment */
	assert_int_equal(points("services", "en"), 1 << 2);
	assert_int_equal(points("government", "en-GB"), 1 << 2 | 1 << 5);
	assert_int_equal(points("government", "eo"), 0);
	assert_int_equal(points("government", "eng"), 0);
	assert_int_equal(points("", "en"), 0);
	/* Never fewer than two letters before and three after. */
	assert_int_equal(points("about", "en") & 1, 0);
	assert_int_equal(points("really", "en") & (3 << 4), 0);
}

/* ---- lines ---- */

static gp_len
line_width(const struct gp_para *p, const struct gp_line *line)
{
	const struct gp_run *run =
		gp_measure_run(&bench.measure, p->spans[0].voice.face,
	                       gp_str_sub(p->text, line->from, line->to));
	const struct gp_run *hyphen =
		gp_measure_hyphen(&bench.measure, p->spans[0].voice.face);
	gp_len width = gp_run_width(run, p->size);

	return width + (line->hyphen ? gp_run_width(hyphen, p->size) : 0);
}

/* How far the line may stand out of its two edges. */
static gp_len
hung(const struct gp_para *p, const struct gp_line *line)
{
	return gp_hang_left(&bench.measure, p, line->from) +
	       gp_hang_right(&bench.measure, p, line->to, line->hyphen);
}

/* The lines hold the whole text in order, and none is wider than it may be:
   spaces can shrink by a third. */
static void
check_lines(const struct gp_para *p, gp_len measure, const struct gp_line *l,
            size_t n)
{
	uint32_t at = 0;
	size_t i, k;

	for (i = 0; i < n; i++) {
		struct gp_str s = gp_str_sub(p->text, l[i].from, l[i].to);
		gp_len space = gp_run_width(
			gp_measure_run(&bench.measure, p->spans[0].voice.face,
		                       GP_STR(" ")),
			p->size);
		gp_len spare = measure / 100 + hung(p, &l[i]);

		while (at < l[i].from) {
			assert_true(p->text.p[at] == ' ' ||
			            p->text.p[at] == '\n');
			at++;
		}
		assert_int_equal(at, l[i].from);
		at = l[i].to;
		for (k = 0; k < s.n; k++)
			spare += s.p[k] == ' ' ? space / 3 + 1 : 0;
		if (line_width(p, &l[i]) > measure + spare)
			fail_msg("line %zu is too wide (%d of %d): \"%.*s\"", i,
			         line_width(p, &l[i]) / GP_PT, measure / GP_PT,
			         GP_ARG(s));
		if (i + 3 <= n)
			assert_false(l[i].hyphen && l[i + 1].hyphen &&
			             l[i + 2].hyphen);
	}
	assert_int_equal(at, p->text.n);
	assert_true(n == 0 || l[n - 1].forced);
}

static size_t
broken(enum gp_role role, struct gp_str words, gp_len measure)
{
	struct gp_para *p = para_of(role, words);
	struct gp_line *lines;
	size_t n;

	assert_true(gp_lines_break(&bench.breaker, p, measure, &lines, &n));
	check_lines(p, measure, lines, n);
	return n;
}

static void
plain_lines(void **state)
{
	static const char words[] =
		"The minister for the Cabinet Office, who is on a visit to "
		"the valley with the chief technology officer, is to set out "
		"plans to allow the exchange of high-performing specialists "
		"between the two countries.";

	(void)state;
	assert_int_equal(broken(GP_ROLE_BODY, GP_STR(""), 300 * GP_PT), 0);
	assert_int_equal(broken(GP_ROLE_BODY, GP_STR("one"), 300 * GP_PT), 1);
	assert_int_equal(broken(GP_ROLE_BODY, gp_str(words), 368 * GP_PT), 3);
	assert_int_equal(broken(GP_ROLE_BODY, gp_str(words), 100000000), 1);
	assert_in_range(broken(GP_ROLE_BODY, gp_str(words), 60 * GP_PT), 20,
	                40);
}

/* The same breaks each time: 30 lines of known ends would say no more. */
static void
long_words_are_cut(void **state)
{
	char word[5001];

	(void)state;
	memset(word, 'm', sizeof word - 1);
	word[sizeof word - 1] = '\0';
	assert_in_range(broken(GP_ROLE_BODY, gp_str(word), 368 * GP_PT), 120,
	                180);
	word[300] = '\0';
	assert_in_range(broken(GP_ROLE_TABLE, gp_str(word), 20 * GP_PT), 100,
	                200);
}

static void
headings_are_not_divided(void **state)
{
	struct gp_para *p = para_of(
		GP_ROLE_ARTICLE_TITLE,
		GP_STR("government transformation programme considerations "
	               "notwithstanding administration responsibilities"));
	struct gp_line *lines;
	size_t n, i;

	(void)state;
	assert_true(gp_lines_break(&bench.breaker, p, 220 * GP_PT, &lines, &n));
	assert_true(n > 3);
	for (i = 0; i < n; i++)
		assert_false(lines[i].hyphen);
}

static void
code_keeps_its_lines(void **state)
{
	struct gp_para_builder *t = &bench.text;
	struct gp_voice v = gp_voice_of(&bench.style.roles[GP_ROLE_CODE], 0);
	struct gp_para *p;
	struct gp_line *lines;
	size_t n;

	(void)state;
	gp_para_begin(t, &bench.style.roles[GP_ROLE_CODE]);
	t->para->verbatim = true;
	gp_para_add(t, &v, GP_STR("{\n  a  b\n\n}\n"));
	p = gp_para_end(t);
	assert_string_equal(p->text.p, "{\n  a  b\n\n}");
	assert_true(gp_lines_break(&bench.breaker, p, 300 * GP_PT, &lines, &n));
	assert_int_equal(n, 4);
	assert_int_equal(lines[1].to - lines[1].from, 6);
	assert_int_equal(lines[2].to, lines[2].from);
}

/* Only what is too long is parted, behind spaces, and no name is. */
static void
long_code_is_parted_at_spaces(void **state)
{
	struct gp_para_builder *t = &bench.text;
	struct gp_voice v = gp_voice_of(&bench.style.roles[GP_ROLE_CODE], 0);
	struct gp_para *p;
	struct gp_line *lines;
	size_t n;

	(void)state;
	gp_para_begin(t, &bench.style.roles[GP_ROLE_CODE]);
	t->para->verbatim = true;
	gp_para_add(t, &v,
	            GP_STR("a  b\n    tidesOfTheHarbour(north)  +  "
	                   "tidesOfTheHarbour(south)\n"));
	p = gp_para_end(t);
	assert_true(gp_lines_break(&bench.breaker, p, 180 * GP_PT, &lines, &n));
	assert_int_equal(n, 3);
	assert_int_equal(lines[0].to, strlen("a  b"));
	assert_int_equal(lines[1].from, strlen("a  b\n"));
	assert_memory_equal(p->text.p + lines[2].from, "tides", 5);
	assert_true(gp_lines_break(&bench.breaker, p, 900 * GP_PT, &lines, &n));
	assert_int_equal(n, 2);
}

/* ---- any text ---- */

static uint32_t seed;

static uint32_t
any(uint32_t below)
{
	seed = seed * 1664525U + 1013904223U;
	return (seed >> 8) % below;
}

static struct gp_str
any_text(struct gp_buf *out)
{
	static const char *const odd[] = {
		"\xC3\xA9",
		"\xF0\x9F\x98\x80",
		"\xD8\xB9",
		"\xE4\xB8\xAD",
		"\xCC\x81",
		"\xE2\x80\x8B",
		"\xE2\x80\x8D",
		"\xC2\xAD",
		"\xC2\xA0",
		"\xE2\x80\xA8",
		"-",
		"/",
		"\xE2\x80\x94",
		"\xEF\xAC\x83",
		"\xE2\x80\xAE",
		"\xEF\xBB\xBF",
		"\x01",
		"\xF4\x8F\xBF\xBD",
	};
	uint32_t words = any(60), letters;

	gp_buf_clear(out);
	gp_buf_puts(out, "x");
	while (words--) {
		letters = any(50) == 0 ? 400 : 1 + any(12);
		while (letters--)
			if (any(6) == 0)
				gp_buf_puts(out,
				            odd[any(sizeof odd / sizeof *odd)]);
			else
				gp_buf_putc(out, (char)('a' + any(26)));
		gp_buf_putc(out, ' ');
	}
	return gp_buf_view(out);
}

static void
any_text_fits(void **state)
{
	static const enum gp_role roles[] = { GP_ROLE_BODY, GP_ROLE_LIST,
		                              GP_ROLE_ARTICLE_TITLE };
	struct gp_buf text = { .max = 0 };
	size_t i;

	(void)state;
	for (i = 0; i < RANDOM_TEXTS; i++) {
		seed = (uint32_t)i * 7919U + 1;
		(void)broken(roles[i % 3], any_text(&text),
		             (gp_len)(40 + any(400)) * GP_PT);
	}
	gp_buf_free(&text);
}

static void
a_missing_glyph_is_known(void **state)
{
	const struct gp_run *run =
		gp_measure_run(&bench.measure, 0, GP_STR("a\xF0\x9F\x98\x80z"));

	(void)state;
	assert_int_equal(run->missing, 0);
	run = run->more;
	assert_non_null(run);
	assert_int_equal(run->missing, 0x1F600);
	assert_true(run->width > 0);
	assert_int_equal(run->text.n, 4);
	assert_non_null(run->more);
	assert_int_equal(run->more->missing, 0);
}

/* More marks on one letter than any script has are shaped apart, and none is
   lost. */
static void
very_many_marks(void **state)
{
	char text[2 * 200 + 2] = "a";
	const struct gp_run *run;
	size_t i, bytes = 0, runs = 0;

	(void)state;
	for (i = 0; i < 200; i++)
		memcpy(text + 1 + 2 * i, "\xCC\x81", 2);
	for (run = gp_measure_run(&bench.measure, 0, gp_str(text)); run;
	     run = run->more) {
		bytes += run->text.n;
		runs++;
	}
	assert_int_equal(bytes, 401);
	assert_in_range(runs, 3, 5);
}

/* ---- ties ---- */

/* No line should end at a '~', any may at a space. */
static const char *const tied[] = {
	"it cost £450~million or $3~bn in cash",
	"some 10~km, some 20~% and (40~per~cent) more",
	"by J.~K.~Rowling and D.~Trump of Plan B",
	"at No.~10 on pp.~7 and Figure~3a now",
	"then Mr~Smith met “Dr~Jones” and Sir~Jeremy Heywood",
	"page~3~of~12, of which 3 of them new",
	"on 9~November and May 9 by May",
	"the top team~– we hear~— goes",
	"per cent of Mr smith and million 10 times no",
};

/* The paragraph of words with spaces in place of '~'. */
static struct gp_para *
tied_para(struct gp_str want)
{
	char *text = gp_arena_alloc(bench.arena, want.n + 1);
	size_t k;

	for (k = 0; k < want.n; k++)
		text[k] = want.p[k] == '~' ? ' ' : want.p[k];
	return para_of(GP_ROLE_BODY, gp_str(text));
}

static void
ties_are_known(void **state)
{
	struct gp_boxes *b = &bench.breaker.boxes;
	size_t i, k, at;

	(void)state;
	for (i = 0; i < sizeof tied / sizeof *tied; i++) {
		struct gp_str want = gp_str(tied[i]);

		assert_true(
			gp_boxes_cut(b, tied_para(want), 300 * GP_PT, false));
		for (k = 0; k + 1 < b->count; k++) {
			at = b->rows[k].to;
			if ((want.p[at] == '~') !=
			    (b->rows[k].end == GP_BOX_TIE))
				fail_msg("wrong after \"%.*s\"",
				         GP_ARG(gp_str_sub(want, 0, at + 1)));
		}
		/* Every space is between two boxes. */
		for (k = at = 0; k < want.n; k++)
			at += want.p[k] == ' ' || want.p[k] == '~';
		assert_int_equal(b->count, at + 1);
	}
}

/* Over many measures hardly a line ends at a tie: only where that would leave
   one looser than the limit. */
static void
ties_hold(void **state)
{
	struct gp_str want = GP_STR(
		"In the first week of the year the minister said that "
		"£450~million had gone to Mr~Smith of No.~10 and to "
		"J.~K.~Rowling, who was to give 40~per~cent of it to those "
		"who have to go 10~km and more to the next school, and "
		"20~% to those who live on the way of it.");
	struct gp_para *p = tied_para(want);
	struct gp_line *lines;
	size_t n, i, ends = 0, broken_ties = 0;
	gp_len measure;

	(void)state;
	for (measure = 200 * GP_PT; measure < 400 * GP_PT; measure += GP_PT) {
		assert_true(
			gp_lines_break(&bench.breaker, p, measure, &lines, &n));
		for (i = 0; i + 1 < n; i++) {
			ends++;
			broken_ties += want.p[lines[i].to] == '~';
		}
	}
	assert_true(ends > 600);
	assert_true(broken_ties * 20 < ends);
}

/* Where a tie would fill the line, it does not hold. */
static void
narrow_lines_part_ties(void **state)
{
	struct gp_para *p =
		para_of(GP_ROLE_ARTICLE_TITLE, GP_STR("£450 million"));
	struct gp_line *lines;
	size_t n;

	(void)state;
	assert_true(gp_lines_break(&bench.breaker, p, 300 * GP_PT, &lines, &n));
	assert_int_equal(n, 1);
	assert_true(gp_lines_break(&bench.breaker, p, 110 * GP_PT, &lines, &n));
	assert_int_equal(n, 2);
	assert_int_equal(lines[0].to, strlen("£450"));
}

/* ---- hanging punctuation ---- */

static void
marks_hang(void **state)
{
	const struct {
		const char *text;
		bool left, right;
	} rows[] = {
		{ "word", false, false }, { "word.", false, true },
		{ "word,", false, true }, { "“word”", true, true },
		{ "‘word’", true, true }, { "’tis“", true, true },
		{ "well-", false, true }, { "(word)", true, true },
		{ "word;", false, true }, { "–word–", true, true },
	};
	struct gp_measure *m = &bench.measure;
	struct gp_role_style *body = &bench.style.roles[GP_ROLE_BODY];
	gp_len stop =
		gp_run_width(gp_measure_run(m, 0, GP_STR(".")), body->size);
	enum gp_align aligned = body->align;
	struct gp_para *p;
	size_t i;

	(void)state;
	body->align = GP_ALIGN_JUSTIFY;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		uint32_t n = (uint32_t)strlen(rows[i].text);

		p = para_of(GP_ROLE_BODY, gp_str(rows[i].text));
		assert_int_equal(gp_hang_left(m, p, 0) > 0, rows[i].left);
		assert_int_equal(gp_hang_right(m, p, n, false) > 0,
		                 rows[i].right);
		assert_true(gp_hang_right(m, p, n, true) > 0);
		/* Ragged text keeps its edges. */
		p = para_of(GP_ROLE_LIST, gp_str(rows[i].text));
		assert_int_equal(gp_hang_left(m, p, 0), 0);
		assert_int_equal(gp_hang_right(m, p, n, true), 0);
	}
	p = para_of(GP_ROLE_BODY, GP_STR("A stop."));
	assert_true(gp_hang_right(m, p, 7, false) > stop / 2);
	assert_true(gp_hang_right(m, p, 7, false) < stop);
	body->align = aligned;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(space_is_collapsed),
		cmocka_unit_test(spans_cover_the_text),
		cmocka_unit_test(hyphens),
		cmocka_unit_test(plain_lines),
		cmocka_unit_test(long_words_are_cut),
		cmocka_unit_test(headings_are_not_divided),
		cmocka_unit_test(code_keeps_its_lines),
		cmocka_unit_test(long_code_is_parted_at_spaces),
		cmocka_unit_test(any_text_fits),
		cmocka_unit_test(a_missing_glyph_is_known),
		cmocka_unit_test(ties_are_known),
		cmocka_unit_test(very_many_marks),
		cmocka_unit_test(ties_hold),
		cmocka_unit_test(narrow_lines_part_ties),
		cmocka_unit_test(marks_hang),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
