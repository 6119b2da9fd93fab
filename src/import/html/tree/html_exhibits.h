/*
 * Which <figure> of a page is more than one picture or one table with its
 * caption: it becomes an exhibit, in which all that it holds keeps its place.
 * Makes no block.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_EXHIBITS_H
#define GP_IMPORT_HTML_HTML_EXHIBITS_H

#include "import/html/tree/html_tree.h"

/* Looks through the page once, when it is known which leaves are article and
   which are captions; what a failure of the arena leaves unknown is no exhibit.
   Cost: the items and the leaves. */
void
gp_html_exhibits_find(struct gp_html_tree *t);

#endif
