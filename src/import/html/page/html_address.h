/*
 * Addresses in a page made absolute.  Nothing is ever fetched from one.
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

#endif
