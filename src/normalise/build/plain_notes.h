/*
 * Notes that are only typed: "[1]" in the text, and last of all paragraphs that
 * begin with "[1]", "[2]" and so on.  Knows no links, and no source.  Private
 * to normalise/build/.
 */
#ifndef GP_NORMALISE_BUILD_PLAIN_NOTES_H
#define GP_NORMALISE_BUILD_PLAIN_NOTES_H

#include "base/arena.h"
#include "model/node.h"

/* Makes links of such marks, and ids of such paragraphs, where the paragraphs
   are counted from 1 without a gap and end the body.  Words stay as they are.
   Cost: the tree.  Failure is the arena's. */
void
gp_plain_notes(struct gp_arena *a, struct gp_node *body);

#endif
