/*
 * Places within a document, and the links to them: as attributes of elements
 * that are open, and the ways back from notes.  Whether they are wanted is not
 * asked here.  Private to write/xhtml/.
 */
#ifndef GP_WRITE_XHTML_XHTML_ANCHORS_H
#define GP_WRITE_XHTML_XHTML_ANCHORS_H

#include "model/node.h"
#include "write/xml.h"

/* The id of a node that has one, and what it is when it is a note: footnote, or
   endnote for an item (EPUB 3 Structural Semantics); doc-footnote where the
   element has no role of its own (DPUB-ARIA 1.1). */
void
gp_xhtml_place(struct gp_xml *x, const struct gp_node *n);

/* Where a link of the document leads in it, and whether it is the mark of a
   note, noteref and doc-noteref there, or leads back from one. */
void
gp_xhtml_jump(struct gp_xml *x, const struct gp_node *link);

/* True for a list of which at least half are notes. */
bool
gp_xhtml_holds_notes(const struct gp_node *list);

/* Opens a section of endnotes (doc-endnotes). */
void
gp_xhtml_endnotes(struct gp_xml *x);

/* At the end of a paragraph or an item with which a note ends: links back to
   each of its marks, an arrow each, where it has none of its own. */
void
gp_xhtml_end_note(struct gp_xml *x, const struct gp_node *n);

/* The place of a node whose element has an id already. */
void
gp_xhtml_place_within(struct gp_xml *x, const struct gp_node *n);

#endif
