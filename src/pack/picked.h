/*
 * pick.txt put to use: which sources are read at all, and which articles of
 * them are wanted.  What a line of the file means and in which order articles
 * stand is not known here.  Private to pack/.
 */
#ifndef GP_PACK_PICKED_H
#define GP_PACK_PICKED_H

#include "pack/context.h"

/* Reads pick.txt of the folder, where it is there; each line must be about a
   file that is there, too.  Files that came since it was written are told of.
   To be called when pack.yaml was read and the folder listed.
   Errors: GP_SYNTAX with the line, GP_LIMIT, GP_NOMEM. */
bool
gp_picked_read(struct gp_context *c, struct gp_err *e);

/* True when nobody picks, or this article was picked. */
bool
gp_picked_has(const struct gp_context *c, struct gp_str article);

/* True when the article was picked, by its own line. */
bool
gp_picked_names(const struct gp_context *c, struct gp_str article);

/* Every picked article must be among `seen`, by name, unless it is held back
   or pack.yaml skips it.  Errors: GP_SYNTAX with the line. */
bool
gp_picked_check(const struct gp_context *c, const struct gp_map *seen,
                struct gp_err *e);

/* True when no article of the file is wanted; `file` is its name in the
   folder. */
bool
gp_picked_spares(const struct gp_context *c, struct gp_str file);

#endif
