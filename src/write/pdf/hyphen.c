/* Hyphenation by libhyphen: see hyphen.h.  Patterns are read from memory, and
   each word is asked for once. */
#include "write/pdf/hyphen.h"

#include "base/limits.h"
#include "base/utf8.h"

#include <hyphen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BEFORE = 2, AFTER = 3, LONGEST = GP_HYPHEN_LETTERS * 4 };

/* The row for `lang`: "en" serves "en-GB"; the count when there is none. */
static size_t
find_row(const struct gp_style *style, struct gp_str lang)
{
	size_t i;

	for (i = 0; i < style->n_hyphenations; i++) {
		struct gp_str own = gp_str(style->hyphenation[i].lang);

		if (lang.n < own.n ||
		    !gp_str_eq_nocase(gp_str_sub(lang, 0, own.n), own))
			continue;
		if (lang.n == own.n || lang.p[own.n] == '-')
			break;
	}
	return i;
}

/* Patterns, libhyphen's key words, comments: letters, digits and signs. */
static bool
is_line(struct gp_str line)
{
	size_t i;

	for (i = 0; i < line.n; i++)
		if ((unsigned char)line.p[i] < ' ' && line.p[i] != '\t' &&
		    line.p[i] != '\r')
			return false;
	return true;
}

/* libhyphen takes any bytes for patterns.  Ours are UTF-8, say so in their
   first line, and have digits between letters. */
static bool
are_patterns(struct gp_str text)
{
	struct gp_str line;
	size_t digits = 0, i;

	if (gp_utf8_valid(text) < text.n || !gp_str_split(&text, '\n', &line) ||
	    !gp_str_eq(gp_str_trim(line), GP_STR("UTF-8")))
		return false;
	while (gp_str_split(&text, '\n', &line)) {
		if (!is_line(line))
			return false;
		for (i = 0; i < line.n; i++)
			digits += gp_is_digit(line.p[i]);
	}
	return digits > 0;
}

static HyphenDict *
load(struct gp_hyphenators *h, const char *path)
{
	struct gp_bytes bytes;
	HyphenDict *dict = NULL;
	FILE *f;

	if (!gp_data_read(h->job, path, GP_MAX_STYLE_BYTES, &bytes, h->e))
		return NULL;
	f = are_patterns(
		    (struct gp_str){ (const char *)bytes.data, bytes.size })
	            ? fmemopen(bytes.data, bytes.size, "r")
	            : NULL;
	if (f) {
		dict = hnj_hyphen_load_file(f);
		(void)fclose(f);
	}
	if (!dict)
		(void)gp_fail_at(h->e, GP_INPUT, path, 0, 0,
		                 "these are not hyphenation patterns");
	gp_bytes_free(&bytes);
	return dict;
}

static HyphenDict *
dictionary(struct gp_hyphenators *h, size_t row)
{
	if (!h->tried[row]) {
		h->tried[row] = true;
		h->dictionaries[row] = load(h, h->style->hyphenation[row].path);
	}
	return h->dictionaries[row];
}

static uint64_t
ask(HyphenDict *dict, struct gp_str word)
{
	char text[LONGEST + 1], marks[LONGEST + 8];
	size_t letters = gp_utf8_count(word), i;
	char **rep = NULL;
	int *pos = NULL, *cut = NULL;
	uint64_t points = 0;

	memcpy(text, word.p, word.n);
	text[word.n] = '\0';
	memset(marks, 0, sizeof marks);
	if (hnj_hyphen_hyphenate3(dict, text, (int)word.n, marks, NULL, &rep,
	                          &pos, &cut, BEFORE, AFTER, BEFORE, AFTER))
		return 0;
	for (i = 0; i + 1 < letters; i++) {
		/* A division that changes the spelling is not offered. */
		if ((marks[i] & 1) && !(rep && rep[i]))
			points |= UINT64_C(1) << i;
	}
	for (i = 0; rep && i < word.n; i++)
		free(rep[i]);
	free(rep);
	free(pos);
	free(cut);
	return points;
}

uint64_t
gp_hyphen_points(struct gp_hyphenators *h, struct gp_str lang,
                 struct gp_str word)
{
	size_t row = find_row(h->style, lang);
	HyphenDict *dict;
	uint64_t *points;

	if (row == h->style->n_hyphenations || word.n > LONGEST ||
	    gp_utf8_count(word) > GP_HYPHEN_LETTERS)
		return 0;
	dict = dictionary(h, row);
	if (!dict)
		return 0;
	if (!h->words.arena || row != h->current)
		h->words = (struct gp_map){ .arena = h->arena };
	h->current = row;
	points = gp_map_find(&h->words, word);
	if (points)
		return *points;
	points = gp_arena_alloc(h->arena, sizeof *points);
	if (!points)
		return 0;
	*points = ask(dict, word);
	gp_map_put(&h->words, gp_arena_str(h->arena, word), points);
	return *points;
}

void
gp_hyphen_free(struct gp_hyphenators *h)
{
	size_t i;

	for (i = 0; i < GP_MAX_HYPHENATIONS; i++)
		if (h->dictionaries[i])
			hnj_hyphen_free(h->dictionaries[i]);
}
