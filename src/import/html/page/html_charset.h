/*
 * From bytes to the text of a page: what a page is encoded in, by its own
 * word where it is not UTF-8.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_CHARSET_H
#define GP_IMPORT_HTML_HTML_CHARSET_H

#include "base/text/decode.h"

/* As gp_decode_declared(), by what the page says of itself (<meta charset>, an
   XML declaration, the language of its root). */
bool
gp_html_decode(struct gp_str bytes, struct gp_decoded *out, struct gp_err *e);

#endif
