/*
 * Prose whose lines a program broke, in <pre> or with a <br> at each line's
 * end, as archives of mail and converters of PDF leave it: such lines are
 * joined before the page is counted.  Code, verses, addresses and tables set
 * in columns stay as they are.  It knows no words.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_UNWRAP_H
#define GP_IMPORT_HTML_HTML_UNWRAP_H

#include "import/html/parse/flat.h"

/* Changes `flat`: a <pre> of prose becomes a <div>, the end of each line that
   no program broke a <br> in it, and a <br> that one did is a space.  What is
   new lives in `arena`.  Cost: linear.  Errors: GP_NOMEM, GP_LIMIT. */
bool
gp_html_unwrap(struct gp_flat *flat, struct gp_arena *arena, struct gp_err *e);

#endif
