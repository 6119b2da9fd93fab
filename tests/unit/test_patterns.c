/* Hyphenation patterns: the same points as libhyphen finds in every word that
   can be made of the patterns' own letters, and what is no file of patterns. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <hyphen.h>
#include <string.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "typeset/lines/patterns.h"

enum { BEFORE = 2, AFTER = 3, ROOM = 256 };

static uint64_t
by_libhyphen(HyphenDict *dict, struct gp_str word)
{
	char text[ROOM], marks[ROOM + 8] = { 0 };
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	uint64_t points = 0;
	size_t i, n = gp_utf8_count(word);

	memcpy(text, word.p, word.n);
	text[word.n] = '\0';
	assert_int_equal(hnj_hyphen_hyphenate3(dict, text, (int)word.n, marks,
	                                       NULL, &rep, &pos, &cut, BEFORE,
	                                       AFTER, BEFORE, AFTER),
	                 0);
	for (i = 0; i + 1 < n; i++)
		if (marks[i] & 1)
			points |= UINT64_C(1) << i;
	assert_null(rep);
	return points;
}

static void
compare(const struct gp_patterns *t, HyphenDict *dict, struct gp_str word)
{
	uint64_t ours = gp_patterns_points(t, word);
	uint64_t theirs = by_libhyphen(dict, word);

	if (ours != theirs)
		fail_msg("%.*s: %llx, libhyphen %llx", GP_ARG(word),
		         (unsigned long long)ours, (unsigned long long)theirs);
}

/* The letters of a pattern behind those of the one before it; the three bytes
   of an apostrophe are none, and never part of what is asked for. */
static size_t
add_letters(struct gp_str line, char *word, size_t n)
{
	size_t i;

	for (i = 0; i < line.n; i++)
		if (line.p[i] == '\xE2')
			i += 2;
		else if ((unsigned char)line.p[i] >= 'a')
			word[n++] = line.p[i];
	return n;
}

static void
agree_on(const char *name, size_t least)
{
	struct gp_err e = { 0 };
	struct gp_bytes file;
	struct gp_patterns *t;
	struct gp_str rest, line;
	char path[ROOM] = "styles/hyphen/";
	HyphenDict *dict = hnj_hyphen_load(strcat(path, name));
	char word[ROOM];
	size_t last = 0, n, compared = 0;

	assert_non_null(dict);
	assert_true(gp_read_inside("styles/hyphen", gp_str(name),
	                           GP_MAX_STYLE_BYTES, &file, &e));
	rest = (struct gp_str){ (const char *)file.data, file.size };
	t = gp_patterns_new(name, rest, &e);
	assert_non_null(t);
	while (gp_str_split(&rest, '\n', &line)) {
		n = add_letters(line, word, last);
		compare(t, dict, (struct gp_str){ word, n });
		compare(t, dict, (struct gp_str){ word + last, n - last });
		memmove(word, word + last, n - last);
		last = n - last;
		compared++;
	}
	assert_true(compared > least);
	gp_patterns_free(t);
	gp_bytes_free(&file);
	hnj_hyphen_free(dict);
}

/* Each file that there is, by all of its patterns. */
static void
libhyphen_agrees(void **state)
{
	static const struct {
		const char *name;
		size_t least; /* patterns in it */
	} rows[] = {
		{ "hyph_en_GB.dic", 10000 }, { "hyph_en_US.dic", 10000 },
		{ "hyph_cy.dic", 6700 },     { "hyph_nl.dic", 12000 },
		{ "hyph_pt.dic", 300 },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++)
		agree_on(rows[i].name, rows[i].least);
}

static uint64_t
points(const char *file, const char *word)
{
	struct gp_err e = { 0 };
	struct gp_patterns *t = gp_patterns_new("x.dic", gp_str(file), &e);
	uint64_t found = t ? gp_patterns_points(t, gp_str(word)) : UINT64_MAX;

	assert_int_equal(e.code, t ? GP_OK : GP_INPUT);
	gp_patterns_free(t);
	return found;
}

static void
files(void **state)
{
	(void)state;
	assert_int_equal(points("UTF-8\na1b\n", "aababb"), 1 << 1);
	assert_int_equal(points("UTF-8\r\na1b\r\n", "aababb"), 1 << 1);
	assert_int_equal(points("UTF-8\na1b\naa2b\n", "aababb"), 0);
	assert_int_equal(points("UTF-8\n1a\n", "aaaaaa"), 1 << 1 | 1 << 2);
	assert_int_equal(points("UTF-8\n.a1a\na2a.\n", "aaaaaa"), 0);
	assert_int_equal(points("UTF-8\nRIGHTHYPHENMIN 4\n1a\n", "aaaaaa"),
	                 1 << 1);
	assert_int_equal(points("UTF-8\nLEFTHYPHENMIN 3\n% 1\n1a\n", "aaaaaa"),
	                 1 << 2);
	assert_int_equal(points("UTF-8\n\xC3\xA9"
	                        "1b\n",
	                        "\xC3\xA9\xC3\xA9"
	                        "bbbb"),
	                 1 << 1);
}

static void
no_files(void **state)
{
	static const char *const bad[] = {
		"",
		"UTF-8",
		"UTF-8\nab\n",
		"ISO8859-1\na1b\n",
		"UTF-8\na1b\nNEXTLEVEL\nb1b\n",
		"UTF-8\na1b/b=b,1,2\n",
		"UTF-8\na1b\nb\x01"
		"1\n",
		"UTF-8\na1b\n\xFF"
		"1\n",
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_int_equal(points(bad[i], "abc"), UINT64_MAX);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(libhyphen_agrees),
		cmocka_unit_test(files),
		cmocka_unit_test(no_files),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
