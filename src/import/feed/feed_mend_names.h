/*
 * What the elements of feeds are called, and what of their names tells that one
 * before was left open.  It reads no tags.  Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_MEND_NAMES_H
#define GP_IMPORT_FEED_FEED_MEND_NAMES_H

#include "base/str.h"

/* The name as feeds have it ("pubDate" of "PubDate"), or the same. */
struct gp_str
gp_mend_name(struct gp_str name);

/* True for what holds nothing, in a feed or in HTML. */
bool
gp_mend_is_empty(struct gp_str name);

/* True when `name` cannot begin within the element `field` of an entry: both
   are the feed's own, and `field` holds words alone or HTML has no `name`. */
bool
gp_mend_ends(struct gp_str field, struct gp_str name);

#endif
