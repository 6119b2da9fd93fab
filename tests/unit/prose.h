/*
 * Prose and articles by number: the same seed gives the same words on every
 * machine.  For tests that need much text of no meaning.
 */
#ifndef GP_TESTS_PROSE_H
#define GP_TESTS_PROSE_H

#include "model/doc.h"

#include <stdint.h>

struct prose {
	uint32_t seed;
};

/* The next number, below `below`, which is not 0. */
uint32_t
prose_any(struct prose *p, uint32_t below);

/* Sentences of `words` words in all, in the arena. */
struct gp_str
prose_words(struct prose *p, struct gp_arena *a, size_t words);

/* An article of number `seed`: a title, sometimes a standfirst and a byline,
 * blocks of every kind that has text; from no block at all to 4,000 words.
 * The caller frees it with gp_doc_free(). */
struct gp_doc *
prose_article(uint32_t seed);

#endif
