/*
 * What a figure shows, as XHTML: its picture or the words that stand for it,
 * in a link where it leads somewhere.  Knows no caption.
 */
#ifndef GP_WRITE_XHTML_XHTML_FIGURE_H
#define GP_WRITE_XHTML_XHTML_FIGURE_H

#include "model/node.h"
#include "write/xml.h"

/* Writes <img>, or a paragraph of words when `src`, its file, is ""; `plain`:
   without class, and without a word for a picture that has none. */
void
gp_xhtml_figure(struct gp_xml *x, const struct gp_node *figure,
                struct gp_str src, bool plain);

#endif
