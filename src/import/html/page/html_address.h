/*
 * Addresses in a page: made absolute, and told by their names.  Nothing is
 * ever fetched from one, so whether a name is true is not known.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_ADDRESS_H
#define GP_IMPORT_HTML_HTML_ADDRESS_H

#include "import/html/page/html_reading.h"

/* `target` made absolute against h->base, in the draft's arena; "" for what
   no reader may be sent to (another scheme than http, https, mailto, tel) and
   for a place within the page. */
struct gp_str
gp_html_address(const struct gp_html *h, struct gp_str target);

/* Whether the file at an address is a picture, by the end of its name: what a
   link round a picture leads to is then only a larger one. */
bool
gp_html_is_picture_file(struct gp_str address);

#endif
