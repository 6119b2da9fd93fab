/*
 * What surrounds each element of a page: what it stands in, what leaves it
 * holds, which neighbours are built like it.  Nothing is judged, and no leaf
 * is looked at by itself.  Private to import/html/choose/.
 */
#ifndef GP_IMPORT_HTML_HTML_AROUND_H
#define GP_IMPORT_HTML_HTML_AROUND_H

#include "import/html/page/html_page.h"

enum gp_inside {
	GP_INSIDE_MAIN = 1 << 0,
	GP_INSIDE_ARTICLE = 1 << 1,
	GP_INSIDE_HEADER = 1 << 2,
	GP_INSIDE_FOOTER = 1 << 3,
	GP_INSIDE_ASIDE = 1 << 4,
	GP_INSIDE_TABLE = 1 << 5,
	GP_INSIDE_LIST = 1 << 6,
	GP_INSIDE_DL = 1 << 7,
	GP_INSIDE_SECTION = 1 << 8,
	GP_INSIDE_CARD = 1 << 9,
};

enum { GP_NO_NAME = 99 }; /* steps up to a name that is nowhere */

struct gp_around {
	unsigned short inside;            /* bits of enum gp_inside */
	unsigned short depth;             /* steps down from <body> */
	unsigned char strong, weak, good; /* steps up to such a name */
	unsigned leaves, long_leaves;     /* in it */
	unsigned prose;                   /* words of the long ones */
	unsigned half, tenth; /* the least round it with that much prose */
	unsigned twins, nth;  /* neighbours built like it; which it is */
	unsigned twin_words;  /* of all twins */
};

/* True for a leaf with some words of running text. */
bool
gp_is_long_leaf(const struct gp_html_leaf *l);

/* By item, from p->root on; in the page's arena, NULL when that is full.
   *prose: of all the page. */
struct gp_around *
gp_around_items(struct gp_html_page *p, unsigned *prose);

#endif
