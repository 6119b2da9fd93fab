/*
 * Whose element a name in a feed is.  Two modules call a thing "title", and
 * only one of them means the article's.  It does not know what the names
 * mean.  Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_SPACES_H
#define GP_IMPORT_FEED_FEED_SPACES_H

#include "base/str.h"

#include <libxml/tree.h>

enum gp_feed_space {
	GP_FEED_CORE,    /* RSS of any version, Atom 1.0 and 0.3 */
	GP_FEED_DC,      /* Dublin Core, its terms too */
	GP_FEED_CONTENT, /* the content module of RSS 1.0 */
	GP_FEED_MEDIA,   /* Media RSS */
	GP_FEED_ITUNES,
	GP_FEED_XHTML,
	GP_FEED_FOREIGN,
};

/* By its namespace, letters of either case and a slash at the end all alike;
   without one by the prefix that it came with, as everybody means it. */
enum gp_feed_space
gp_feed_space_of(const xmlNode *node);

/* Its name without a prefix, a view of the node. */
struct gp_str
gp_feed_name_of(const xmlNode *node);

/* True for an element of that name. */
bool
gp_feed_is(const xmlNode *node, enum gp_feed_space space, const char *name);

/* Its first child that is such an element, or NULL. */
xmlNode *
gp_feed_child(const xmlNode *node, enum gp_feed_space space, const char *name);

#endif
