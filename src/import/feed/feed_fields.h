/*
 * What the elements of an entry in XML say of its article, by their names and
 * whose names they are.  Where two say the same the feed's own one counts,
 * whatever the order.  It weighs no words and does not read feeds.  Private to
 * import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_FIELDS_H
#define GP_IMPORT_FEED_FEED_FIELDS_H

#include "import/feed/feed.h"

#include <libxml/tree.h>

/* Fills `entry` by the element round it, in words that live as `a`; relative
   addresses lead from its xml:base, else from `feed`, the address of the feed
   or "".  What is no part of the article is listed.  Failure is the
   arena's. */
void
gp_feed_take(struct gp_arena *a, struct gp_str feed, xmlNode *node,
             struct gp_feed_entry *entry);

/* The names of an Atom or RSS author, an element of a feed or of an entry. */
void
gp_feed_take_author(struct gp_arena *a, const xmlNode *node,
                    struct gp_feed_names *names);

#endif
