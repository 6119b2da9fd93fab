/*
 * The labels of a numbered list, and whether a list of terms is one.  Knows
 * elements and attributes, no tree.
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

/* What <dt> and <dd> are used for. */
enum gp_html_terms {
	GP_HTML_TERMS_UNKNOWN,
	GP_HTML_TERMS,       /* terms, and most often what they mean */
	GP_HTML_TERMS_BLANK, /* <dd> alone: a way to indent */
};

/* What those in `list` are used for, a <dl> or what else holds a <dt> or a
   <dd>.  A <div> round a group changes nothing (4.4.9 The dl element).  Cost:
   the items. */
enum gp_html_terms
gp_html_list_terms(const struct gp_html_page *p, unsigned list);

/* The list that item `i`, a <li>, <dt> or <dd>, is of: its parent, but the <dl>
   round that if it is a <div>. */
unsigned
gp_html_list_of(const struct gp_html_page *p, unsigned i);

#endif
