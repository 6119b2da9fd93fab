/*
 * Paragraphs by their shingles (runs of four words; Broder, "On the
 * resemblance and containment of documents", 1997): which pairs of them are
 * alike, and how much.  Knows nothing of what that means.
 *
 * A shingle that is met more than once remembers the first few paragraphs
 * that it stood in, so that time grows with the words of the pack and not with
 * the square of its articles, and memory with the words that repeat.
 */
#ifndef GP_PACK_ACROSS_SHINGLES_H
#define GP_PACK_ACROSS_SHINGLES_H

#include "model/doc.h"

#include <stdint.h>

/* Words in a shingle: in four, two writers seldom agree by chance. */
enum { GP_SHINGLE_WORDS = 4 };

/* A paragraph that is long enough to have a shingle. */
struct gp_shingled {
	size_t article;
	const struct gp_node *node;
	unsigned shingles; /* different ones */
	unsigned place;    /* among all paragraphs of the article */
};

/* Two paragraphs of different articles, `a` before `b`. */
struct gp_alike {
	uint32_t a, b;        /* indices of paragraphs */
	unsigned shared;      /* shingles in both */
	unsigned containment; /* hundredths of the shorter one's */
};

struct gp_shingling {
	struct gp_shingled *paragraphs;
	size_t n_paragraphs;
	struct gp_alike *pairs; /* by `b`, then as met */
	size_t n_pairs;
};

/* All paragraphs of the documents and the pairs that share at least `least`
   shingles.  All memory is the arena's.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_shingle(struct gp_arena *a, const struct gp_doc *const *docs, size_t n,
           unsigned least, struct gp_shingling *out, struct gp_err *e);

/* The next word of *rest without the marks round it, and *rest behind it;
   *hash: of its letters and
   digits in lower case.  False at the end. */
bool
gp_shingle_word(struct gp_str *rest, struct gp_str *word, uint64_t *hash);

#endif
