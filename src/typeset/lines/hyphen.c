/* The patterns of a language are read when its first word is asked for, and
   each word is asked for once: its points are kept.  "en" serves "en-GB".
   It knows which file is for which language, nothing of the pages, and no
   exceptions but those of the patterns. */
#include "typeset/lines/hyphen.h"

#include "base/limits.h"
#include "base/utf8.h"
#include "typeset/lines/patterns.h"

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

static struct gp_patterns *
load_patterns(struct gp_hyphenators *h, size_t row)
{
	const char *path = h->style->hyphenation[row].path;
	struct gp_bytes *file = &h->files[row];

	if (!gp_data_read(h->job, path, GP_MAX_STYLE_BYTES, file, h->e))
		return NULL;
	h->patterns[row] = gp_patterns_new(
		path, (struct gp_str){ (const char *)file->data, file->size },
		h->e);
	return h->patterns[row];
}

static struct gp_patterns *
patterns_of(struct gp_hyphenators *h, size_t row)
{
	if (!h->tried[row]) {
		h->tried[row] = true;
		return load_patterns(h, row);
	}
	return h->patterns[row];
}

uint64_t
gp_hyphen_points(struct gp_hyphenators *h, struct gp_str lang,
                 struct gp_str word)
{
	size_t row = find_row(h->style, lang);
	struct gp_patterns *patterns;
	uint64_t *points;

	if (row == h->style->n_hyphenations ||
	    gp_utf8_count(word) > GP_HYPHEN_LETTERS)
		return 0;
	patterns = patterns_of(h, row);
	if (!patterns)
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
	*points = gp_patterns_points(patterns, word);
	gp_map_put(&h->words, gp_arena_str(h->arena, word), points);
	return *points;
}

void
gp_hyphen_free(struct gp_hyphenators *h)
{
	size_t i;

	for (i = 0; i < GP_MAX_HYPHENATIONS; i++) {
		gp_patterns_free(h->patterns[i]);
		gp_bytes_free(&h->files[i]);
	}
}
