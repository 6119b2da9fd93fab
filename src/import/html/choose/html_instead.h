/*
 * A page that a server sends instead of the one that was asked for: "Access
 * denied", "Page not found".  It may be an article of that name, so it is only
 * warned of.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_INSTEAD_H
#define GP_IMPORT_HTML_HTML_INSTEAD_H

#include "import/html/page/html_page.h"

/* Adds the warning `page-instead` where the page is called so and `words`, how
   much of it was chosen, are few. */
void
gp_html_warn_instead(const struct gp_html_page *p, unsigned words);

#endif
