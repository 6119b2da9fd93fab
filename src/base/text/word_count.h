/*
 * How often each word was heard, quickly: a word is a run of letters and
 * digits, in lower case where it is ASCII, and known by 32 bits of it.  It
 * does not know other scripts' cases or any other way to write one word, which
 * word_trace.h does.
 */
#ifndef GP_BASE_TEXT_WORD_COUNT_H
#define GP_BASE_TEXT_WORD_COUNT_H

#include "base/arena.h"
#include "base/text/words_told.h"

#include <stdint.h>

enum { GP_MOST_PIECES = 8 }; /* of one word that seams part */

struct gp_word_count {
	struct gp_listener listener; /* what tellers are given */
	struct gp_arena *arena;
	struct gp_word_slot *slots;
	size_t size, used;
	size_t steps;   /* that may still be gone from slot to slot */
	uint32_t hash;  /* of the word that is being heard */
	uint32_t piece; /* of what of it stands behind the last seam */
	uint32_t pieces[GP_MOST_PIECES]; /* of what stands before, in parts */
	unsigned n_pieces;
	bool takes;    /* words are taken out again */
	bool is_short; /* one was to be taken out that was not in, or the
	                  words were picked to make counting slow */
};

/* Begins a count in `a`; failure is the arena's, and then nothing is short. */
void
gp_word_count_open(struct gp_word_count *c, struct gp_arena *a);

/* From now on each word heard is taken out, or where it is not in and may be
   several, each of those; the first that was not in sets `is_short` and ends
   the hearing. */
void
gp_word_count_take(struct gp_word_count *c);

#endif
