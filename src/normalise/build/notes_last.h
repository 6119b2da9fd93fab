/*
 * Notes whose place is the end of a text, from wherever their source has them.
 * Knows lists that are said to hold notes, and no marks.  Private to
 * normalise/build/.
 */
#ifndef GP_NORMALISE_BUILD_NOTES_LAST_H
#define GP_NORMALISE_BUILD_NOTES_LAST_H

#include "base/arena.h"
#include "model/node.h"

/* Puts the items of all lists of notes in `body` into one at its end, in the
   order of their numbers; what held nothing else goes.  Cost: the tree, and
   sorting.  Failure is the arena's. */
void
gp_notes_last(struct gp_arena *a, struct gp_node *body);

#endif
