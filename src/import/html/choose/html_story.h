/*
 * Pages that go on with the next story: which of several that are built alike
 * is the page's own.  What a leaf is worth is known before, and what becomes
 * of the others is decided behind it.  Private to import/html/choose/.
 */
#ifndef GP_IMPORT_HTML_HTML_STORY_H
#define GP_IMPORT_HTML_HTML_STORY_H

#include "import/html/page/html_page.h"

/* The item in `best`, or `best`, that is the story with the title; `title` is
   folded as gp_fold_words() does.  p->stories becomes what holds the others
   too, when they have headings of their own, else GP_NO_ITEM. */
unsigned
gp_html_story_at(struct gp_html_page *p, struct gp_str title, unsigned best);

#endif
