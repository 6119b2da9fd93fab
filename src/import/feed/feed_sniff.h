/*
 * What a feed in XML begins with.  Knows nothing of what is in it.  Private to
 * import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_SNIFF_H
#define GP_IMPORT_FEED_FEED_SNIFF_H

#include "import/import.h"

/* True for the name, without a prefix, of the element round a feed. */
bool
gp_feed_is_root(const char *name);

/* As an importer's `sniff`. */
int
gp_feed_sniff(const struct gp_source_bytes *source);

#endif
