/*
 * The texts of an entry in XML that no field of its article takes.  Does not
 * know which those are.  Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_NODES_H
#define GP_IMPORT_FEED_FEED_NODES_H

#include "import/feed/feed.h"

#include <libxml/tree.h>

/* Adds the text of `node`, piece by piece where it holds elements, to what of
   `entry` is to be listed.  Failure is the arena's. */
void
gp_feed_list(struct gp_arena *a, struct gp_feed_entry *entry,
             const xmlNode *node);

#endif
