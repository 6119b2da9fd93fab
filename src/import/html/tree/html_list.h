/*
 * The labels of a numbered list.  Knows elements and attributes, no tree.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_LIST_H
#define GP_IMPORT_HTML_HTML_LIST_H

#include "import/html/page/html_page.h"

/* Puts the label of each item of `list`, an <ol>, to labels[item], made in `a`:
   "4.", "b.", "iv.", by start, reversed, type, value and the style at the
   element, as HTML counts (4.4.5 The ol element, 4.4.8 The li element).  Cost:
   the items. */
void
gp_html_list_labels(const struct gp_html_page *p, unsigned list,
                    struct gp_arena *a, struct gp_str *labels);

#endif
