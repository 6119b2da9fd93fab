/*
 * The words that outputs add of their own, labels, headings, sentences, in one
 * language: the rows of labels.def.  They come from a file (config/), or are
 * English where there is none.  Which language a text needs is not decided
 * here, and no article is known.
 */
#ifndef GP_MODEL_LABELS_H
#define GP_MODEL_LABELS_H

#include "base/arena.h"
#include "model/plural.h"

enum gp_word {
#define GP_WORD(id, key, words) GP_W_##id,
#define GP_COUNTED(id, key, one, other) GP_W_##id,
#include "model/labels.def"
#undef GP_WORD
#undef GP_COUNTED
	GP_W_COUNT,
};

/* A row of a language: "" where it has none. */
struct gp_label {
	struct gp_str text;         /* of what is counted: "other" */
	const struct gp_str *forms; /* by enum gp_plural, or NULL */
};

struct gp_labels {
	struct gp_str lang; /* BCP 47 */
	struct gp_label rows[GP_W_COUNT];
};

/* In all that follows `l` may be NULL: English. */

/* The key of a word in the files. */
const char *
gp_word_key(enum gp_word word);
/* Whether it has forms for numbers. */
bool
gp_word_is_counted(enum gp_word word);

/* The word; a pattern as it stands, with its holes. */
struct gp_str
gp_word(const struct gp_labels *l, enum gp_word word);

/* The tag of the language that they are in, without a region: "en". */
struct gp_str
gp_labels_lang(const struct gp_labels *l);

/* Whether they run from right to left. */
bool
gp_labels_rtl(const struct gp_labels *l);

/* What goes into a hole of a pattern: `words` for "{name}". */
struct gp_hole {
	const char *name;
	struct gp_str words;
};

/* Appends the pattern with its holes filled; one that is not given stays as it
   is written.  Words that run the other way stand apart (base/text/bidi.h). */
void
gp_word_fill(const struct gp_labels *l, enum gp_word word,
             const struct gp_hole *holes, size_t n, struct gp_buf *out);
/* Appends the form for the number `n`, which fills "{n}". */
void
gp_word_count(const struct gp_labels *l, enum gp_word word, size_t n,
              struct gp_buf *out);

/* The same kept in `a`; the first with one hole. */
struct gp_str
gp_word_with(const struct gp_labels *l, enum gp_word word, const char *hole,
             struct gp_str words, struct gp_arena *a);
struct gp_str
gp_word_number(const struct gp_labels *l, enum gp_word word, size_t n,
               struct gp_arena *a);

#endif
