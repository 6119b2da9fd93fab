/*
 * Looking at an Atom feed (RFC 4287): what the files of this folder share.
 * Nothing is fetched: what a feed leads to is judged by its address.  Private
 * to verify/feed/.
 */
#ifndef GP_VERIFY_FEED_ATOM_FEED_H
#define GP_VERIFY_FEED_ATOM_FEED_H

#include "base/map.h"
#include "verify/grammar.h"
#include "verify/xml_tree.h"

#include <stdint.h>

#define GP_NS_ATOM "http://www.w3.org/2005/Atom"

struct gp_atom_feed {
	struct gp_inspect *in;
	xmlNode *root;
	bool author; /* the feed has one */
	bool has_newest;
	int64_t newest; /* updated of an entry, in seconds */
	struct gp_map ids;
	bool archive, complete;
};

/* An element in the Atom namespace of this name. */
bool
gp_is_atom(const xmlNode *n, const char *name);

/* The first child of this name, or NULL. */
xmlNode *
gp_atom_child(const xmlNode *parent, const char *name);

/* What every element of a feed, an entry or a source goes through: where it
   may stand, and what it holds. */
void
gp_atom_container(struct gp_atom_feed *f, xmlNode *node);

/* Text constructs and content: RFC 4287, 3.1 and 4.1.3. */
void
gp_atom_text(struct gp_atom_feed *f, xmlNode *node);
void
gp_atom_content(struct gp_atom_feed *f, xmlNode *node);

/* The links of a feed or an entry: 4.2.7, and RFC 5005 of the feed's. */
void
gp_atom_links(struct gp_atom_feed *f, xmlNode *parent);

/* The date in `node`; false after a finding. */
bool
gp_atom_date(struct gp_atom_feed *f, xmlNode *node, int64_t *seconds);

#endif
