/*
 * Formulas that a page hands to a script, which draws them.  Knows nodes and
 * attributes; what the TeX in them means is not asked.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_TEX_H
#define GP_IMPORT_HTML_HTML_TEX_H

#include "import/html/parse/flat.h"

/* Makes elements of the page of scripts that hold TeX, <script
   type="math/tex">, and a <template> of what is drawn of them and cannot be
   read; nothing where the page has it as MathML.  Cost: linear. */
void
gp_html_show_tex(struct gp_flat *d);

/* Makes a <div> of each <noscript> from node `from` on: the text of the page is
   in them. */
void
gp_html_show_noscript(struct gp_flat *d, uint32_t from);

#endif
