/*
 * What a short line says behind the text of a page, where buttons and labels
 * are as short: whether it is of the article all the same.  Where the text
 * ends is not known here.
 * Private to import/html/choose/.
 */
#ifndef GP_IMPORT_HTML_CHOOSE_HTML_SHORT_LINES_H
#define GP_IMPORT_HTML_CHOOSE_HTML_SHORT_LINES_H

#include "import/html/page/html_page.h"

/* True for code and formulas, which are as short as they are and end in no
   stop; `block` is what the leaf stands in. */
bool
gp_html_is_exact(const struct gp_html_page *p, const struct gp_html_leaf *l,
                 enum gp_el block);

/* True where leaf `i` names who wrote the text, whom to ask and where, what was
   changed in it, or says of the table right above it whose its figures are or
   what its marks mean.  `text` is scratch. */
bool
gp_html_says_something(struct gp_html_page *p, unsigned i, struct gp_buf *text);

#endif
