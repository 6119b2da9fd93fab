/*
 * Places within a document, and the links to them, as attributes of elements
 * that are open.  Whether they are wanted is not asked here.  Private to
 * write/xhtml/.
 */
#ifndef GP_WRITE_XHTML_XHTML_ANCHORS_H
#define GP_WRITE_XHTML_XHTML_ANCHORS_H

#include "model/node.h"
#include "write/xml.h"

/* The id of a node that has one, and what it is when it is a note: EPUB 3
   Structural Semantics, footnote; DPUB-ARIA 1.1, doc-footnote. */
void
gp_xhtml_place(struct gp_xml *x, const struct gp_node *n);

/* Where a link of the document leads in it, and whether it is the mark of a
   note: noteref and doc-noteref there. */
void
gp_xhtml_jump(struct gp_xml *x, const struct gp_node *link);

#endif
