/*
 * How much speaks for a leaf being of the article: the sum of what many small
 * decision trees over its measures say (gradient boosting: Friedman, "Greedy
 * Function Approximation", 2001).  The trees are data, html_forest.def, fitted
 * by tests/eval/fit; what is done with the sum is not known here.  Private to
 * import/html/choose/.
 */
#ifndef GP_IMPORT_HTML_HTML_FOREST_H
#define GP_IMPORT_HTML_HTML_FOREST_H

#include "import/html/choose/html_measures.h"

/* In thousandths of a logit: 0 is as likely as not, over 0 likely of the
   article. */
int
gp_forest_sum(const int row[GP_MEASURE_COUNT]);

/* The likelihood in hundredths, 0 to 100, of a sum. */
int
gp_forest_percent(int sum);

/* What is wrong with the table of trees, NULL: nothing.  Every node leads on to
   later ones that no other leads to, or to values.  For tests. */
const char *
gp_forest_fault(void);

#endif
