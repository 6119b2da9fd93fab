/*
 * A feed that is nearly XML, made XML: what readers of feeds have long put up
 * with (a bare '&', blanks or a server's complaint before the declaration, the
 * names of HTML, tags that do not close, a file cut short) costs a warning and
 * not the feed.  It does not know what an element means but for entries, and
 * changes no word.  Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_MEND_H
#define GP_IMPORT_FEED_FEED_MEND_H

#include "base/buf.h"

struct gp_feed_mended {
	struct gp_buf text; /* UTF-8, as many lines; the caller frees it */
	size_t slips;       /* 0: it was XML, as far as this can tell */
	const char *first;  /* what the first one is, in words */
	unsigned line;      /* of the first one */
	unsigned cut;       /* line of the entry that is not whole, or 0 */
};

/* Comments, instructions and the document type are taken out.  Not what
   libxml2 can see better: names, twice the same attribute, depth.
   Errors: GP_INPUT for entities of the file's own, GP_LIMIT, GP_NOMEM.  Cost:
   linear. */
bool
gp_feed_mend(struct gp_str text, struct gp_feed_mended *out, struct gp_err *e);

#endif
