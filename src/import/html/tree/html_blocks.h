/*
 * From the leaves of a page to blocks of the draft.  What is article was
 * decided before.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_BLOCKS_H
#define GP_IMPORT_HTML_HTML_BLOCKS_H

#include "import/html/page/html_page.h"

/* Appends to the draft one block a leaf, in order. */
bool
gp_html_add_blocks(struct gp_html_page *p, struct gp_err *e);

#endif
