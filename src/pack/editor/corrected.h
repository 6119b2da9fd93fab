/*
 * Corrections of pack.yaml on their articles.  Whether an article was changed
 * without one is not known here: that takes memory of earlier packs.  Private
 * to pack/.
 */
#ifndef GP_PACK_EDITOR_CORRECTED_H
#define GP_PACK_EDITOR_CORRECTED_H

#include "model/pack.h"
#include "pack/editor/held.h"

/* Fills `notes` of the entries, which are in their order, from the corrections
   of the pack.  A row may be about one that is held back.  Errors: GP_SYNTAX
   with the place of a row whose article is not in the pack, GP_NOMEM. */
bool
gp_corrections_take(struct gp_pack *pack, const struct gp_held *held,
                    struct gp_err *e);

#endif
