/*
 * Two passages word by word: what stands in one where the other has something
 * else.  Knows no document and no meaning of a word.  Private to pack/across/.
 */
#ifndef GP_PACK_ACROSS_DIFFERENCES_H
#define GP_PACK_ACROSS_DIFFERENCES_H

#include "base/arena.h"
#include "model/shared.h"

/* The words in which `b` differs from `a`, between the first and the last
   run of words that they share: the longest common subsequence of words
   (Wagner and Fischer 1974), case and marks not counted.  The words are views
   of `a` and `b`, their array is in `arena`.  None for passages over
   GP_MAX_COMPARED_WORDS.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_word_differences(struct gp_arena *arena, struct gp_str a, struct gp_str b,
                    struct gp_passage *out, struct gp_err *e);

#endif
