/*
 * Formulas on one line: what MathML draws as it would be typed, "a/b",
 * "x² + y²", "√(a + b)", "∑_(i=1)ⁿ".  Nothing is computed or put in order; the
 * other forms in which a page has the same formula are not read.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_FORMULA_H
#define GP_IMPORT_HTML_HTML_FORMULA_H

#include "base/buf.h"
#include "import/html/parse/flat.h"

/* Appends the formula in the <math> at node `i`, its words as they stand; what
   it calls itself (alttext) where it draws none.  Cost: linear in the formula,
   times the depth of what is raised in it, of which GP_MOST_IN_FORMULA is told
   apart. */
void
gp_html_formula(const struct gp_flat *d, uint32_t i, struct gp_buf *out);

enum { GP_MOST_IN_FORMULA = 24 };

/* True for what is in a <math> and no part of the formula: its source in
   another language. */
bool
gp_html_is_annotation(const struct gp_flat *d, uint32_t i);

#endif
