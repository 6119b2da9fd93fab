/* The words of a line: every repair and every rule of typography alone, what
   must be left alone, and what a whole document has to speak for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "normalised.h"

#include "normalise/text/steps.h"
#include "normalise/text/text.h"

struct row {
	const char *from, *to;
	enum gp_fix fix; /* GP_FIX_COUNT: none may be made */
	unsigned times;
};

/* `speaker` is a line that gives the evidence; NULL: none. */
static void
set(const struct row *row, const char *speaker)
{
	struct gp_evidence evidence = { 0 };
	unsigned fixes[GP_FIX_COUNT] = { 0 }, others = 0, i;
	struct gp_desk desk = { .a.max = 0 };
	struct gp_str got;

	gp_evidence_add(&evidence, gp_str(row->from));
	if (speaker)
		gp_evidence_add(&evidence, gp_str(speaker));
	got = gp_text_set(&desk, &evidence, gp_str(row->from), fixes);
	if (!gp_str_eq(got, gp_str(row->to)))
		fail_msg("%s: \"%.*s\" and not \"%s\"", row->from, GP_ARG(got),
		         row->to);
	for (i = 0; i < GP_FIX_COUNT; i++)
		others += i != row->fix ? fixes[i] : 0;
	if (row->fix < GP_FIX_COUNT && fixes[row->fix] != row->times)
		fail_msg("%s: %s %u times and not %u", row->from,
		         gp_fix_name(row->fix), fixes[row->fix], row->times);
	if (others)
		fail_msg("%s: other fixes were made", row->from);
	gp_desk_free(&desk);
}

static void
set_all(const struct row *rows, size_t n, const char *speaker)
{
	size_t i;

	for (i = 0; i < n; i++)
		set(&rows[i], speaker);
}

#define SET(rows, speaker) \
	set_all((rows), sizeof(rows) / sizeof(rows)[0], (speaker))

static void
spaces(void **state)
{
	static const struct row rows[] = {
		{ "a b", "a b", GP_FIX_COUNT, 0 },
		{ "a\u00A0b\u00A0c", "a b c", GP_FIX_NBSP, 2 },
		{ "a\tb\u202Fc\u2009d", "a b c d", GP_FIX_SPACE, 3 },
		/* Of pack.yaml: a line of the text path has none. */
		{ "a\nb\rc", "a b c", GP_FIX_SPACE, 2 },
		{ "a  b   c", "a b c", GP_FIX_SPACE_RUN, 2 },
		{ " a b ", "a b", GP_FIX_EDGE, 1 },
		{ "a\u200Bb\u00ADc\u2060d\uFEFFe", "abcde", GP_FIX_INVISIBLE,
		  4 },
		{ "a\xC2\x9D"
		  "b",
		  "ab", GP_FIX_CONTROL, 1 },
		/* An ideographic space has its width; joiners join. */
		{ "a\u3000b", "a\u3000b", GP_FIX_COUNT, 0 },
		{ "\u200Da\u200Cb", "\u200Da\u200Cb", GP_FIX_COUNT, 0 },
		{ "", "", GP_FIX_COUNT, 0 },
		{ " ", "", GP_FIX_EDGE, 1 },
	};

	(void)state;
	SET(rows, NULL);
}

static void
composition(void **state)
{
	static const struct row rows[] = {
		{ "cafe\u0301", "café", GP_FIX_NFC, 1 },
		{ "café – “x” … £5 €5", "café – “x” … £5 €5", GP_FIX_COUNT, 0 },
		{ "\u212B", "Å", GP_FIX_NFC, 1 },
		{ "\uFB03x \uFB01\uFB02", "ffix fifl", GP_FIX_LIGATURE, 3 },
	};

	(void)state;
	SET(rows, NULL);
}

static void
straight_quotes(void **state)
{
	static const struct row singles[] = {
		{ "it's", "it’s", GP_FIX_SINGLE, 1 },
		{ "the states' own", "the states’ own", GP_FIX_SINGLE, 1 },
		{ "'a b' c", "‘a b’ c", GP_FIX_SINGLE, 2 },
		{ "('a')", "(‘a’)", GP_FIX_SINGLE, 2 },
		{ "'Yes,' he", "‘Yes,’ he", GP_FIX_SINGLE, 2 },
		{ "the '90s", "the ’90s", GP_FIX_SINGLE, 1 },
		{ "'24 hours' a", "’24 hours’ a", GP_FIX_SINGLE, 2 },
		{ "'100 days'", "‘100 days’", GP_FIX_SINGLE, 2 },
		{ "'tis", "’tis", GP_FIX_SINGLE, 1 },
		{ "rock 'n' roll", "rock ’n’ roll", GP_FIX_SINGLE, 2 },
		{ "'emerald'", "‘emerald’", GP_FIX_SINGLE, 2 },
		{ "said:'a'", "said:‘a’", GP_FIX_SINGLE, 2 },
		{ "50%' a", "50%’ a", GP_FIX_SINGLE, 1 },
		{ "Éluard's é'x", "Éluard’s é’x", GP_FIX_SINGLE, 2 },
	};
	static const struct row doubles[] = {
		{ "\"a\" (\"b\")", "“a” (“b”)", GP_FIX_DOUBLE, 4 },
		{ "a\u2014\"b.\"", "a\u2014“b.”", GP_FIX_DOUBLE, 2 },
		{ "\"a b", "“a b", GP_FIX_DOUBLE, 1 },
	};
	static const struct row nested = { "'\"a\" b'", "‘“a” b’",
		                           GP_FIX_DOUBLE, 2 };
	unsigned fixes[GP_FIX_COUNT] = { 0 };
	struct gp_buf out = { .max = 0 };

	(void)state;
	SET(singles, NULL);
	SET(doubles, NULL);
	gp_fix_straight(gp_str(nested.from), &out, fixes);
	is_text(gp_buf_view(&out), nested.to);
	assert_int_equal(fixes[GP_FIX_DOUBLE], 2);
	assert_int_equal(fixes[GP_FIX_SINGLE], 2);
	gp_buf_free(&out);
}

static void
doubled_quotes(void **state)
{
	static const struct row rows[] = {
		{ "‘‘a’’ ‘‘b’’", "“a” “b”", GP_FIX_DOUBLED, 2 },
		{ "``a''", "“a”", GP_FIX_DOUBLED, 1 },
		{ "''a b''", "“a b”", GP_FIX_DOUBLED, 1 },
		/* The inner pair is single, whichever end it stands at. */
		{ "‘‘‘a’ b’’", "“‘a’ b”", GP_FIX_DOUBLED, 1 },
		{ "‘‘a ‘b’’’", "“a ‘b’”", GP_FIX_DOUBLED, 1 },
		/* Not balanced: left alone. */
		{ "the states’’ a", "the states’’ a", GP_FIX_COUNT, 0 },
		{ "‘‘a", "‘‘a", GP_FIX_COUNT, 0 },
		{ "’’a‘‘", "’’a‘‘", GP_FIX_COUNT, 0 },
		{ "‘‘a ‘‘b’’", "‘‘a “b”", GP_FIX_DOUBLED, 1 },
		{ "’’’’’ ‘‘‘‘‘", "’’’’’ ‘‘‘‘‘", GP_FIX_COUNT, 0 },
	};

	(void)state;
	SET(rows, NULL);
}

static void
mojibake(void **state)
{
	static const struct row rows[] = {
		{ "itâ€™s â€œitâ€\xC2\x9D Â£5", "it’s “it” £5", GP_FIX_MOJIBAKE,
		  4 },
		{ "\u00E2\xC2\x80\xC2\x99 \u00C3\u00A9", "’ é", GP_FIX_MOJIBAKE,
		  2 },
		{ "ðŸ˜€ and Ã©", "😀 and é", GP_FIX_MOJIBAKE, 2 },
		/* Twice over; once would leave "â€™ Ã©". */
		{ "Ã¢â‚¬â„¢ ÃƒÂ©", "’ é", GP_FIX_MOJIBAKE, 7 },
		/* the end of a word before a quote and its blank */
		{ "\u00AB\u00A0\u00E9t\u00E9\u00A0\u00BB KES\u00C4\u00A0ON",
		  "\u00AB \u00E9t\u00E9 \u00BB KES\u00C4 ON", GP_FIX_NBSP, 3 },
		/* One alone may be meant; good text speaks against it. */
		{ "Â£", "Â£", GP_FIX_COUNT, 0 },
		{ "Ã© Ã¨ – é – è – ’", "Ã© Ã¨ – é – è – ’", GP_FIX_COUNT, 0 },
		{ "naïve café, À propos", "naïve café, À propos", GP_FIX_COUNT,
		  0 },
	};

	(void)state;
	SET(rows, NULL);
}

static void
entities(void **state)
{
	static const struct row rows[] = {
		{ "R&amp;D", "R&D", GP_FIX_ENTITY, 1 },
		{ "&#8217;&#x2019;&#146;", "’’’", GP_FIX_ENTITY, 3 },
		{ "&eacute;&Eacute;", "éÉ", GP_FIX_ENTITY, 2 },
		{ "&amp;lt;", "&lt;", GP_FIX_ENTITY, 1 },
		{ "&AMP;&LT;&rarr;&nGt;", "&<→≫⃒", GP_FIX_ENTITY, 4 },
		{ "AT&T; R&D &unknown; &; &EACUTE;",
		  "AT&T; R&D &unknown; &; &EACUTE;", GP_FIX_COUNT, 0 },
		{ "Smith&LTD ?a=1&copy=2&lt=3", "Smith&LTD ?a=1&copy=2&lt=3",
		  GP_FIX_COUNT, 0 },
		/* What may not stand in a text. */
		{ "&#0;&#27;&#129;&#xD800;&#xFFFE;&#x1FFFF;&#9999999;&NewLine;",
		  "&#0;&#27;&#129;&#xD800;&#xFFFE;&#x1FFFF;&#9999999;&NewLine;",
		  GP_FIX_COUNT, 0 },
	};
	static const struct row markup[] = {
		{ "<b>R&amp;D</b>", "<b>R&amp;D</b>", GP_FIX_COUNT, 0 },
	};

	(void)state;
	SET(rows, NULL);
	SET(markup, NULL);
	SET(markup, "R&amp;D");
}

/* Names without a semicolon, where the format does not say otherwise. */
static void
bare_entities(void **state)
{
	static const struct row row = { "fish &amp chips, caf&eacute, &#146s",
		                        "fish & chips, café, ’s", GP_FIX_ENTITY,
		                        3 };
	struct gp_evidence bare = { .bare = true }, strict = { 0 };
	unsigned fixes[GP_FIX_COUNT] = { 0 };
	struct gp_desk desk = { .a.max = 0 };
	struct gp_str got;

	(void)state;
	gp_evidence_add(&strict, gp_str(row.from));
	assert_int_equal(strict.entities, 0);
	gp_evidence_add(&bare, gp_str(row.from));
	assert_int_equal(bare.entities, row.times);
	got = gp_text_set(&desk, &bare, gp_str(row.from), fixes);
	assert_true(gp_str_eq(got, gp_str(row.to)));
	assert_int_equal(fixes[row.fix], row.times);
	gp_desk_free(&desk);
}

static void
accents(void **state)
{
	static const struct row spoken[] = {
		{ "it´s the states´ own", "it’s the states’ own", GP_FIX_ACCENT,
		  2 },
		{ "we`ve", "we’ve", GP_FIX_ACCENT, 1 },
		{ "6´ tall", "6´ tall", GP_FIX_COUNT, 0 },
		{ "‘a b.´", "‘a b.’", GP_FIX_ACCENT, 1 },
		{ "run `make` now", "run `make` now", GP_FIX_COUNT, 0 },
	};
	static const struct row silent[] = {
		{ "Universit´e", "Universit´e", GP_FIX_COUNT, 0 },
		{ "6´2 and `make`", "6´2 and `make`", GP_FIX_COUNT, 0 },
	};

	(void)state;
	SET(spoken, "it´s");
	SET(silent, NULL);
}

static void
ends(void **state)
{
	static const char *const stopped[] = {
		"a.",    "a!",         "a?”",           "a…",
		"a:",    "a;",         "a.’”",          "a.)",
		"a.]",   "a. (PA)",    "a.” (Reuters)", "…",
		"a.[2]", "a.”[1][12]",
	};
	static const char *const open[] = {
		"a",     "a,",  "a”",   "",     "(PA)",  "a (PA)", "a. (x y)",
		"a. ()", "a –", "a[2]", "a.[2", "a.[b]", "[2]",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof stopped / sizeof stopped[0]; i++)
		if (!gp_text_ends(gp_str(stopped[i])))
			fail_msg("no end: %s", stopped[i]);
	for (i = 0; i < sizeof open / sizeof open[0]; i++)
		if (gp_text_ends(gp_str(open[i])))
			fail_msg("an end: %s", open[i]);
}

static void
folding(void **state)
{
	struct gp_buf out = { .max = 0 };

	(void)state;
	gp_text_fold(GP_STR("‘a’ “b” – … c"), &out);
	is_text(gp_buf_view(&out), "'a' \"b\" – … c");
	gp_buf_free(&out);
}

/* Nothing of it takes time that grows faster than the line. */
static void
hostile(void **state)
{
	static const char *const bits[] = {
		"‘‘",      "’’",     "''",     "'",     "\"", "`",
		"´",       "it´s ",  "â€™",    "&amp;", "&",  "<a",
		"e\u0301", "\u0301", "\u00A0", " ",     "ﬁ",
	};
	enum { SIZE = 1 << 20 };
	char *p = malloc(SIZE);
	size_t i, n, size;

	(void)state;
	assert_non_null(p);
	for (i = 0; i < sizeof bits / sizeof bits[0]; i++) {
		struct gp_evidence evidence = { 0 };
		unsigned fixes[GP_FIX_COUNT] = { 0 };
		struct gp_desk desk = { .a.max = 0 };

		size = strlen(bits[i]);
		for (n = 0; n + size <= SIZE; n += size)
			memcpy(p + n, bits[i], size);
		gp_evidence_add(&evidence, (struct gp_str){ p, n });
		(void)gp_text_set(&desk, &evidence, (struct gp_str){ p, n },
		                  fixes);
		assert_int_equal(desk.a.failed, GP_OK);
		assert_int_equal(desk.b.failed, GP_OK);
		gp_desk_free(&desk);
	}
	free(p);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(spaces),
		cmocka_unit_test(composition),
		cmocka_unit_test(straight_quotes),
		cmocka_unit_test(doubled_quotes),
		cmocka_unit_test(mojibake),
		cmocka_unit_test(entities),
		cmocka_unit_test(bare_entities),
		cmocka_unit_test(accents),
		cmocka_unit_test(ends),
		cmocka_unit_test(folding),
		cmocka_unit_test(hostile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
