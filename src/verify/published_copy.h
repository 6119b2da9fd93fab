/*
 * A copy of a site without its ledger: a folder whose SHA256SUMS lists the
 * lists of the packs in it. What is wrong with one is for others to say.
 */
#ifndef GP_VERIFY_PUBLISHED_COPY_H
#define GP_VERIFY_PUBLISHED_COPY_H

#include "base/arena.h"

/* Hands each pack that the list names to `take`, by the name of its folder,
   until it gives false; *is_copy is false, and nothing handed, for a folder
   that is no such copy. Errors: GP_NOMEM, those of `take`. */
bool
gp_published_copy(struct gp_arena *a, const char *folder,
                  bool (*take)(void *user, struct gp_str pack), void *user,
                  bool *is_copy, struct gp_err *e);

#endif
