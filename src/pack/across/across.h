/*
 * Across the articles of a pack: which of them are the same text, and which
 * passages stand in several of them.  Changes no document and leaves nothing
 * out; that is for the pack to decide.
 */
#ifndef GP_PACK_ACROSS_ACROSS_H
#define GP_PACK_ACROSS_ACROSS_H

#include "model/doc.h"
#include "model/shared.h"

/* Compares the documents, given in the order of the pack; the result is in
   `a`.  Articles that are the same text as an earlier one take no part in
   `shared`.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_compare(struct gp_arena *a, const struct gp_doc *const *docs, size_t n,
           struct gp_across *out, struct gp_err *e);

/* The words in which `b` differs from `a`, between the first and the last
   run of words that they share: the longest common subsequence of words
   (Wagner and Fischer 1974), case and marks not counted.  The words are views
   of `a` and `b`, their array is in `arena`.  None for passages over
   GP_MAX_COMPARED_WORDS.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_word_differences(struct gp_arena *arena, struct gp_str a, struct gp_str b,
                    struct gp_passage *out, struct gp_err *e);

#endif
