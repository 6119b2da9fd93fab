/*
 * What can be measured of a leaf of a page: its own size, what it stands in,
 * what stands beside it, the page.  All measures are whole numbers, so that
 * they are the same on every machine.  Neither words nor sites are known here,
 * nor what a measure is good for.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_MEASURES_H
#define GP_IMPORT_HTML_HTML_MEASURES_H

#include "import/html/page/html_page.h"

enum gp_leaf_measure {
#define GP_MEASURE(NAME, what) GP_MEASURE_##NAME,
#include "import/html/choose/html_measures.def"
#undef GP_MEASURE
	GP_MEASURE_COUNT,
};

struct gp_measures;

/* Looks once through a page that was cut, whose teasers are marked and whose
   core is `core`.  `title` is its title, folded as gp_fold_words() does, or
   "".  The page's arena owns the result and its leaves may change only in why
   they are put aside; NULL when the arena is full.  Cost: linear in items. */
struct gp_measures *
gp_measures_of(struct gp_html_page *p, unsigned core, struct gp_str title);

/* All measures of leaf `i`.  They are asked for from the first leaf to the
   last; the cost is the depth of the leaf at most. */
void
gp_measure_leaf(struct gp_measures *m, unsigned i, int row[GP_MEASURE_COUNT]);

#endif
