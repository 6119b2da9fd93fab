/*
 * From bytes to a tree: what a page is encoded in, and libxml2's parser held
 * to limits.  What a tag means is not known here.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_PARSE_H
#define GP_IMPORT_HTML_HTML_PARSE_H

#include "base/text/decode.h"
#include "import/html/html.h"

/* As gp_decode(), but that a page which is not UTF-8 is asked what it says
   of itself (<meta charset>, an XML declaration). */
bool
gp_html_decode(struct gp_str bytes, struct gp_decoded *out, struct gp_err *e);

/* Appends the page without what stands in its scripts and styles, JSON aside;
   line ends stay.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_html_strip(struct gp_str text, struct gp_buf *out, struct gp_err *e);

/* The tree of a page or fragment in UTF-8; NULL on error.  Comments, styles,
   event handlers and other attributes that nobody here asks for are left out.
   The caller frees it with xmlFreeDoc().  Errors: GP_INPUT (nothing in it),
   GP_LIMIT, GP_NOMEM. */
xmlDoc *
gp_html_parse(struct gp_str text, struct gp_err *e);

#endif
