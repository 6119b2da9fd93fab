/*
 * Media RSS in an entry: at most a picture with its caption and credit, or the
 * only words of a film.  It never replaces what the feed itself says, and
 * fetches nothing.  Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_MEDIA_H
#define GP_IMPORT_FEED_FEED_MEDIA_H

#include "import/feed/feed.h"

#include <libxml/tree.h>

/* As gp_feed_take(), which calls it when all other elements of `node` are
   read. */
void
gp_feed_take_media(struct gp_arena *a, struct gp_str feed, xmlNode *node,
                   struct gp_feed_entry *entry);

#endif
