/*
 * Links from one place of a page to another.  Knows ids, and no meaning of
 * them.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_ANCHORS_H
#define GP_IMPORT_HTML_HTML_ANCHORS_H

#include "import/html/page/html_page.h"

/* Gives each block that a link of the page names ("#annex") an id, and the link
   that id.  The page's blocks are those from `first` on, NULL for none: what
   another page of the draft calls so is not meant.  at[item]: the block that
   an item is in, or NULL; those without one are filled in.  An element without
   words is the block behind it; of two elements with one id the first is meant,
   as in HTML (7.4.6.4 Scrolling to a fragment).  A link to what is in no block
   keeps what it said.  Cost: the items and the nodes. */
void
gp_html_anchors(const struct gp_html_page *p, struct gp_draft_block *first,
                struct gp_node **at);

#endif
