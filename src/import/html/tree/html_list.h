/*
 * The labels of a numbered list, and which terms stand together in a list of
 * them.  Knows elements and attributes, no tree.
 * Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_LIST_H
#define GP_IMPORT_HTML_HTML_LIST_H

#include "import/html/page/html_page.h"

/* Puts the label of each item of `list`, an <ol>, to labels[item], made in `a`:
   "4.", "b.", "iv.", by start, reversed, type, value and the style at the
   element, as HTML counts (4.4.5 The ol element, 4.4.8 The li element).  Cost:
   the items. */
void
gp_html_list_labels(const struct gp_html_page *p, unsigned list,
                    struct gp_arena *a, struct gp_str *labels);

/* True when the style of item `i` says what its label is, word for word. */
bool
gp_html_list_has_sign(const struct gp_html_page *p, unsigned i);

/* Puts to terms[item] of each <dt> and <dd> of `list`, a <dl>, the first <dt>
   of its group; 0 to what stands before any.  A <div> round a group changes
   nothing (4.4.9 The dl element).  Cost: the items. */
void
gp_html_list_terms(const struct gp_html_page *p, unsigned list,
                   unsigned *terms);

/* The list that item `i`, a <li>, <dt> or <dd>, is of: its parent, but the <dl>
   round that if it is a <div>. */
unsigned
gp_html_list_of(const struct gp_html_page *p, unsigned i);

#endif
