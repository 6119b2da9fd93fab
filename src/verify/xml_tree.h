/*
 * XML documents in memory, read by libxml2 with nothing fetched and no
 * entities, and the few ways in which checks look at them.  It knows no
 * vocabulary and keeps no rules.
 */
#ifndef GP_VERIFY_XML_TREE_H
#define GP_VERIFY_XML_TREE_H

#include "verify/inspect.h"

#include <libxml/tree.h>

#define GP_NS_XHTML "http://www.w3.org/1999/xhtml"
#define GP_NS_OPS "http://www.idpf.org/2007/ops"

/* The document in `bytes`, to be freed by xmlFreeDoc(); NULL after a finding
   or an error. */
xmlDoc *
gp_dom_read(struct gp_inspect *in, const char *place, struct gp_str bytes);

/* The node after `at` in the order of the document, below `root`. */
xmlNode *
gp_dom_next(xmlNode *at, const xmlNode *root);

/* The node after `at` and all that it holds. */
xmlNode *
gp_dom_skip(xmlNode *at, const xmlNode *root);

/* Elements among the children: the first, and the next. */
xmlNode *
gp_dom_child(const xmlNode *node);
xmlNode *
gp_dom_sibling(const xmlNode *node);

bool
gp_dom_is(const xmlNode *node, const char *ns, const char *name);
struct gp_str
gp_dom_name(const xmlNode *node);

/* The value of an attribute, ns NULL for none; no value is a NULL pointer. */
struct gp_str
gp_dom_attr(const xmlNode *node, const char *ns, const char *name);
struct gp_str
gp_dom_value(const xmlAttr *attr);

/* All text in `node` but references to notes, white space folded to one space
   and trimmed; in the arena. */
struct gp_str
gp_dom_text(struct gp_inspect *in, xmlNode *node);

unsigned
gp_dom_line(const xmlNode *node);

#endif
