/*
 * Content streams: the marks that cairo made become the ones that the tree
 * needs.  Reads the tokens of a stream (ISO 32000-1, 7.8.2) and knows no
 * files.  Private to write/pdf/tags/.
 */
#ifndef GP_WRITE_PDF_TAGS_CONTENT_MARKS_H
#define GP_WRITE_PDF_TAGS_CONTENT_MARKS_H

#include "base/buf.h"
#include "typeset/compose/logical_tree.h"

/* Rewrites one page: its k-th marked piece is given to the k-th of its
   leaves, whose mark numbers are filled in, and all else that paints becomes
   an artifact.  `*marks` is the number of marks given out.
   Errors: GP_INTERNAL when the pieces and the leaves do not agree. */
bool
gp_content_mark(const struct gp_tree *t, struct gp_leaf *leaves,
                size_t n_leaves, struct gp_str stream, struct gp_buf *out,
                uint32_t *marks, struct gp_err *e);

#endif
