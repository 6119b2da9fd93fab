/*
 * What a rule file says of the parts of a page: which holds the article, which
 * holds none of it.  What a file is for, and what it says of lines, is known
 * elsewhere.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_SITE_H
#define GP_IMPORT_HTML_HTML_SITE_H

#include "import/html/page/html_page.h"

/* The item that a rule file says holds the article, or GP_NO_ITEM; and the
   rule that says that item `i` is none of it, or NULL. */
unsigned
gp_site_article(const struct gp_html_page *p);
const char *
gp_site_excludes(const struct gp_html_page *p, unsigned i);

#endif
