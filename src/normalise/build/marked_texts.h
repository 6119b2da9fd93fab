/*
 * Blocks that came with a tree: their texts as one line, so that repairs and
 * quotes look across emphasis and links, and back into a tree of the
 * document.  Marks, which no decoded text holds, tell where each text begins
 * and where nobody's white space does; the steps of text.h let them
 * pass.  Knows no unit.  Private to normalise/build/.
 */
#ifndef GP_NORMALISE_BUILD_MARKED_TEXTS_H
#define GP_NORMALISE_BUILD_MARKED_TEXTS_H

#include "base/buf.h"
#include "model/node.h"
#include "normalise/text/text.h"

/* Appends the texts of a tree, each behind the mark that says how it stands in
   the line. */
void
gp_marked_append(const struct gp_node *tree, struct gp_buf *out);
/* The same without marks, as plain text has it (model/plain_marks.h), trimmed;
   a view of `out`. */
struct gp_str
gp_marked_strip(struct gp_str marked, struct gp_buf *out);
/* A copy of a tree in `a` with the texts of `marked`, standing at `at`; NULL
   after a failure of the arena.  Code is copied from the tree, as a document
   of evidence `v` has it; what is mended in it is added to `fixes`. */
struct gp_node *
gp_marked_copy(struct gp_arena *a, const struct gp_evidence *v,
               const struct gp_node *tree, struct gp_str marked,
               struct gp_span at, unsigned *fixes);

#endif
