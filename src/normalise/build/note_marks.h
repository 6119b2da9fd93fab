/*
 * Which links are marks of notes, by how they stand in their line.  Knows one
 * link at a time, and no place that it leads to.  Private to normalise/build/.
 */
#ifndef GP_NORMALISE_BUILD_NOTE_MARKS_H
#define GP_NORMALISE_BUILD_NOTE_MARKS_H

#include "base/buf.h"
#include "model/node.h"

/* The words of a link as they were typed, appended to `out`: "1", "[2]". */
void
gp_mark_words(const struct gp_node *link, struct gp_buf *out);

/* True for a link that stands as marks do: raised, or a sign or a number in
   brackets or right behind a word, or said to be one by its source. */
bool
gp_is_note_mark(const struct gp_node *link);

/* Raises a mark that only its place tells from a number of the text: "2014" and
   "1" are not 20141.  `a` is the document's. */
void
gp_mark_raise(struct gp_arena *a, struct gp_node *link);

#endif
