/*
 * What begins a marked piece of a page in its content stream (ISO 32000-1,
 * 14.6): the mark of a leaf.  Knows the logical tree and no page.
 */
#ifndef GP_WRITE_PDF_TYPE_LEAF_MARK_H
#define GP_WRITE_PDF_TYPE_LEAF_MARK_H

#include "base/buf.h"
#include "typeset/compose/logical_tree.h"

/* Appends the operator that begins the piece of a leaf; one that is read gets
   the next of the page's `*marks` as its number.  "EMC" ends it. */
void
gp_leaf_mark(struct gp_buf *b, const struct gp_tree *t, struct gp_leaf *leaf,
             uint32_t *marks);

#endif
