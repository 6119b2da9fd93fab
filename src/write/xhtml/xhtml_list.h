/*
 * Lists as HTML has them: counted by it where its counting gives the labels
 * that the source has, with labels written out where it does not.  Knows one
 * list and its items, not what stands in them.  Private to write/xhtml/.
 */
#ifndef GP_WRITE_XHTML_XHTML_LIST_H
#define GP_WRITE_XHTML_XHTML_LIST_H

#include "model/node.h"
#include "write/xml.h"

/* The element of a list: "ul" too where labels are written out and `plain`
   says that there is no style to take away the numbers beside them. */
const char *
gp_xhtml_list_element(const struct gp_node *list, bool plain);

/* Its attributes, behind what opens it. */
void
gp_xhtml_list(struct gp_xml *x, const struct gp_node *list, bool plain);

/* Those of an item: its number, where counting on would give another. */
void
gp_xhtml_item(struct gp_xml *x, const struct gp_node *item);

/* True where the label of an item is written out. */
bool
gp_xhtml_has_label(const struct gp_node *item);

/* Writes it, and a space. */
void
gp_xhtml_label(struct gp_xml *x, const struct gp_node *item, bool plain);

/* What a <dl> lacks behind its start tag and before its end tag: it is made of
   groups, each with a <dt> and a <dd> (HTML, 4.4.9 The dl element). */
void
gp_xhtml_begin_terms(struct gp_xml *x, const struct gp_node *terms);
void
gp_xhtml_end_terms(struct gp_xml *x, const struct gp_node *terms);

#endif
