/*
 * The tags of a feed that is nearly XML: written as XML has them, and closed
 * where they have been left open.  What stands between them is not known here.
 * Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_MEND_TAGS_H
#define GP_IMPORT_FEED_FEED_MEND_TAGS_H

#include "import/feed/feed_mending.h"

/* The start tag that is next and has its '>' at `end`. */
void
gp_mend_start(struct gp_mending *m, size_t end);

/* The end tag that is next.  Closes what has been left open in the element of
   that name; an end of what never began goes. */
void
gp_mend_end(struct gp_mending *m);

#endif
