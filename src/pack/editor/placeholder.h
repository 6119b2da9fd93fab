/*
 * What stands in the place of an article that was withdrawn: a document of two
 * lines, which says so and since when.  Of the article itself it has the name
 * alone, which no output carries.  Private to pack/.
 */
#ifndef GP_PACK_EDITOR_PLACEHOLDER_H
#define GP_PACK_EDITOR_PLACEHOLDER_H

#include "model/pack.h"
#include "normalise/normalise.h"

/* Puts such a document in the place of `entry->doc`, which becomes
   `entry->was`; `entry->withdrawn` says since when.  It is in the language of
   the pack, `how->lang`, in its words, `l`, and is called `name`.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_placeholder_put(struct gp_entry *entry, struct gp_str name,
                   const struct gp_normaliser *how, const struct gp_labels *l,
                   struct gp_err *e);

/* Lets go of what was withdrawn, once it is told who is who; what is left has
   an id that tells nothing of it, unless an editor gave it one. */
void
gp_placeholders_settle(struct gp_pack *pack);

#endif
