/*
 * Words heard with care: as a reader would hear them, whatever signs they are
 * written with (compatibility forms, accents put together or apart, soft
 * hyphens, references to characters), and where each came from.  Slow, for
 * what word_count.h could not match; it compares nothing.
 */
#ifndef GP_BASE_TEXT_WORD_TRACE_H
#define GP_BASE_TEXT_WORD_TRACE_H

#include "base/text/words_told.h"

#include "base/arena.h"

#include <stdint.h>

/* A word: the sum of its letters, times[] what that of letters before it is
   multiplied with when they are put together, and its bytes in the text. */
struct gp_traced_word {
	uint64_t sum, times;
	uint32_t from, to;
};

/* Where a piece of the text came from. */
struct gp_traced_piece {
	uint32_t from;
	size_t at;
};

struct gp_word_trace {
	struct gp_listener listener; /* what a teller is given */
	struct gp_arena *arena;
	struct gp_buf text; /* all that was heard */
	struct gp_traced_piece *pieces;
	size_t n_pieces, cap_pieces;
	uint32_t *seams; /* bytes of the text where a word may end */
	size_t n_seams, cap_seams;
	struct gp_traced_word *words; /* after gp_word_trace_cut() */
	size_t n_words, cap_words;
};

/* Begins a trace in `a`, of at most `max` bytes of text; to be ended with
   gp_buf_free() of its text. */
void
gp_word_trace_open(struct gp_word_trace *t, struct gp_arena *a, size_t max);

/* Cuts what was heard into words.  Failure is the arena's or the text's. */
void
gp_word_trace_cut(struct gp_word_trace *t);

/* Cuts word `i` at its seams and appends its parts to the words.  How many they
   are; 0: it has no seam. */
size_t
gp_word_trace_unseam(struct gp_word_trace *t, size_t i);

/* The piece that byte `from` of the text is of; NULL when nothing was heard. */
const struct gp_traced_piece *
gp_word_trace_piece(const struct gp_word_trace *t, uint32_t from);

#endif
