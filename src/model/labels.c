/* Rows looked up, the form of a number chosen, holes filled.  The English is
   compiled in, so that there are words without any file; no file is read. */
#include "model/labels.h"

#include "base/text/bidi.h"
#include "base/text/lang.h"

#include <stdio.h>

static const struct english_row {
	const char *key, *one, *other;
} english[GP_W_COUNT] = {
#define GP_WORD(id, key, words) [GP_W_##id] = { key, NULL, words },
#define GP_COUNTED(id, key, one, other) [GP_W_##id] = { key, one, other },
#include "model/labels.def"
#undef GP_WORD
#undef GP_COUNTED
};

const char *
gp_word_key(enum gp_word word)
{
	return english[word].key;
}

bool
gp_word_is_counted(enum gp_word word)
{
	return english[word].one != NULL;
}

static bool
has_row(const struct gp_labels *l, enum gp_word word)
{
	return l && l->rows[word].text.n;
}

struct gp_str
gp_word(const struct gp_labels *l, enum gp_word word)
{
	return has_row(l, word) ? l->rows[word].text
	                        : gp_str(english[word].other);
}

struct gp_str
gp_labels_lang(const struct gp_labels *l)
{
	struct gp_lang tag;

	if (!l || !gp_lang_parse(l->lang, &tag))
		return GP_STR("en");
	return tag.language;
}

bool
gp_labels_rtl(const struct gp_labels *l)
{
	return l && gp_lang_is_rtl(l->lang);
}

/* ---- numbers ---- */

static struct gp_str
english_form(enum gp_word word, size_t n)
{
	const struct english_row *row = &english[word];

	return gp_str(n == 1 && row->one ? row->one : row->other);
}

static struct gp_str
form_of(const struct gp_labels *l, enum gp_word word, size_t n)
{
	const struct gp_str *forms;
	enum gp_plural category;

	if (!has_row(l, word))
		return english_form(word, n);
	forms = l->rows[word].forms;
	category = gp_plural(l->lang, n);
	return forms && forms[category].n ? forms[category]
	                                  : l->rows[word].text;
}

/* ---- holes ---- */

static const struct gp_hole *
hole_called(struct gp_str name, const struct gp_hole *holes, size_t n)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (gp_str_eq(name, gp_str(holes[i].name)))
			return &holes[i];
	return NULL;
}

/* True for words that would take what stands beside them along, and do not
   stand apart already. */
static bool
is_other_way(struct gp_str words, bool rtl)
{
	return !gp_str_starts(words, GP_STR(GP_FIRST_STRONG_ISOLATE)) &&
	       gp_bidi_side(words) == (rtl ? GP_SIDE_LTR : GP_SIDE_RTL);
}

static void
fill(struct gp_str pattern, const struct gp_hole *holes, size_t n, bool rtl,
     struct gp_buf *out)
{
	const struct gp_hole *hole;
	size_t at = 0, open, close;

	for (;;) {
		open = gp_str_find(pattern, GP_STR("{"), at);
		close = gp_str_find(pattern, GP_STR("}"), open);
		gp_buf_str(out, gp_str_sub(pattern, at, open));
		if (close == pattern.n)
			break;
		hole = hole_called(gp_str_sub(pattern, open + 1, close), holes,
		                   n);
		if (hole)
			gp_put_apart(out, is_other_way(hole->words, rtl),
			             hole->words);
		else
			gp_buf_str(out, gp_str_sub(pattern, open, close + 1));
		at = close + 1;
	}
	gp_buf_str(out, gp_str_sub(pattern, open, pattern.n));
}

void
gp_word_fill(const struct gp_labels *l, enum gp_word word,
             const struct gp_hole *holes, size_t n, struct gp_buf *out)
{
	fill(gp_word(l, word), holes, n, gp_labels_rtl(l), out);
}

void
gp_word_count(const struct gp_labels *l, enum gp_word word, size_t n,
              struct gp_buf *out)
{
	char digits[24];
	struct gp_hole hole = { "n", GP_STR("") };

	(void)snprintf(digits, sizeof digits, "%zu", n);
	hole.words = gp_str(digits);
	fill(form_of(l, word, n), &hole, 1, gp_labels_rtl(l), out);
}

/* ---- kept ---- */

struct gp_str
gp_word_with(const struct gp_labels *l, enum gp_word word, const char *hole,
             struct gp_str words, struct gp_arena *a)
{
	const struct gp_hole one = { hole, words };
	struct gp_buf out = { .max = 0 };

	gp_word_fill(l, word, &one, 1, &out);
	return gp_arena_buf(a, &out);
}

struct gp_str
gp_word_number(const struct gp_labels *l, enum gp_word word, size_t n,
               struct gp_arena *a)
{
	struct gp_buf out = { .max = 0 };

	gp_word_count(l, word, n, &out);
	return gp_arena_buf(a, &out);
}
