/*
 * What the articles of a pack have in common, found when all are read; and
 * re-posts, the same article under the same title from several places: one
 * stays an entry of the pack, the others are listed with it.  Private to pack/.
 */
#ifndef GP_PACK_REPOSTS_H
#define GP_PACK_REPOSTS_H

#include "pack/context.h"

/* Fills pack->across and, unless pack.yaml says `reposts: keep`, moves
   re-posts from the entries to those they repeat, each with a finding.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_pack_compare(struct gp_pack *pack, struct gp_context *c, struct gp_err *e);

/* The same for titles that are the same words; the name of a site behind `|`
   or a dash does not count. */
uint64_t
gp_title_key(struct gp_str title);

#endif
