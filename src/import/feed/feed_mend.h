/*
 * A feed that is nearly XML, made XML: what readers of feeds have long put up
 * with (a bare '&', blanks or a server's complaint before the declaration, the
 * names of HTML, tags and values that do not close, names in capitals, a file
 * cut short) costs a warning and not the feed.  It does not know what an
 * element means but for entries, and changes no word.  Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_MEND_H
#define GP_IMPORT_FEED_FEED_MEND_H

#include "import/feed/feed_mending.h"

/* Comments, instructions and the document type are taken out.  Not what
   libxml2 can see better: names, depth.
   Errors: GP_INPUT for entities of the file's own, GP_LIMIT, GP_NOMEM.  Cost:
   linear. */
bool
gp_feed_mend(struct gp_str text, struct gp_feed_mended *out, struct gp_err *e);

#endif
