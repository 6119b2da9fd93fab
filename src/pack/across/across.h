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

#endif
