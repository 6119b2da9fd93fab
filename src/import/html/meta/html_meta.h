/*
 * What an HTML page says about itself: claims for the draft, from JSON-LD,
 * meta names, links, microdata, RDFa and what is marked in the page.  All of
 * them are noted, with where they were said; which to believe is decided in
 * normalise/.  Vocabularies: schema.org, ogp.me, Dublin Core (DCMI terms),
 * Google Scholar's citation_*, microformats2, HTML's rel=author and <time>,
 * and the class names that publishing systems give to bylines and dates.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_META_H
#define GP_IMPORT_HTML_HTML_META_H

#include "import/html/page/html_reading.h"

/* Reads what the page says about itself into draft->claims and the fields of
   `h`.  Runs before the body is read: spans of claims are 0, `from`
   tells the place.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_html_meta_read(struct gp_html *h, struct gp_err *e);

#endif
