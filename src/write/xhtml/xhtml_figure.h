/*
 * What a figure shows, as XHTML: its picture or the words that stand for it,
 * in a link where it leads somewhere; and which of its captions is the one that
 * HTML allows.  Knows no words of it.
 */
#ifndef GP_WRITE_XHTML_XHTML_FIGURE_H
#define GP_WRITE_XHTML_XHTML_FIGURE_H

#include "model/labels.h"
#include "model/node.h"
#include "write/xml.h"

/* Writes <img>, or a paragraph of words when `src`, its file, is ""; `plain`:
   without class, and without a word for a picture that has none. */
void
gp_xhtml_figure(struct gp_xml *x, const struct gp_node *figure,
                struct gp_str src, bool plain, const struct gp_labels *l);

/* The element of a caption of a figure or an exhibit: its one <figcaption> or,
   for others, "p". */
const char *
gp_xhtml_caption_element(const struct gp_node *caption);

#endif
