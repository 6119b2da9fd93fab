/*
 * The texts of an element in XML: as they stand, as HTML, and as addresses
 * that lead somewhere.  Does not know which element is what of an article.
 * Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_NODES_H
#define GP_IMPORT_FEED_FEED_NODES_H

#include "import/feed/feed.h"

#include <libxml/tree.h>

/* What is returned lives as `a`, whose failure is all that can go wrong. */
struct gp_str
gp_feed_text(struct gp_arena *a, const xmlNode *node);

/* The attribute of that name without a prefix, trimmed, or "". */
struct gp_str
gp_feed_attribute(struct gp_arena *a, xmlNode *node, const char *name);

/* `address` by `base` (RFC 3986, 5); as it stands when that makes none. */
struct gp_str
gp_feed_join(struct gp_arena *a, struct gp_str base, struct gp_str address);

/* `address` by the xml:base of `node`, and that by the address `feed`; as it
   stands when that makes none (RFC 3986, 5; XML Base). */
struct gp_str
gp_feed_resolve(struct gp_arena *a, xmlNode *node, struct gp_str feed,
                struct gp_str address);

/* The xml:base of `node` by `feed`; "" where there is none. */
struct gp_str
gp_feed_base(struct gp_arena *a, xmlNode *node, struct gp_str feed);

/* True when elements stand in it. */
bool
gp_feed_has_elements(const xmlNode *node);

/* Its children as HTML, which then lose their namespaces and, to an xml:base
   of their own, their relative addresses. */
struct gp_str
gp_feed_inner_html(struct gp_arena *a, xmlNode *node, struct gp_str feed);

/* The words of an Atom text or content (RFC 4287, 3.1 and 4.1.3; the `mode` of
   Atom 0.3) as HTML; "" where it holds none but a file. */
struct gp_str
gp_feed_atom_html(struct gp_arena *a, xmlNode *node, struct gp_str feed);

/* Plain text as HTML. */
struct gp_str
gp_feed_plain_html(struct gp_arena *a, struct gp_str text);

/* A title of RSS as HTML where it is written so: with pairs of tags that set
   words, or with references; else "".  Any other '<' is a character of it. */
struct gp_str
gp_feed_title_html(struct gp_arena *a, struct gp_str title);

/* Adds each text in `node`, and what labels it, to what of `entry` is to be
   listed, but for those in `but` and `but_too` (NULL: none). */
void
gp_feed_list(struct gp_arena *a, struct gp_feed_entry *entry, xmlNode *node,
             const xmlNode *but, const xmlNode *but_too);

/* Adds a node that is a text and not blank; any other is passed over. */
void
gp_feed_list_text(struct gp_arena *a, struct gp_feed_entry *entry,
                  const xmlNode *text);

#endif
