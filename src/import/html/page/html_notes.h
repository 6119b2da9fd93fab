/*
 * What a page says of notes by roles, names and signs: which links are marks,
 * what is a note, what leads back from one.  Where a link leads is not looked
 * up.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_NOTES_H
#define GP_IMPORT_HTML_HTML_NOTES_H

#include "import/html/page/html_page.h"

/* True for a link that is said to be the mark of a note: by its role (DPUB-ARIA
   1.1, doc-noteref), by epub:type, by rel, or by a class of the usual tools. */
bool
gp_html_says_mark(const struct gp_flat *flat, unsigned i);

/* True for what is said to be a note, or stands in one: doc-footnote,
   doc-endnotes and the like.  Cost: a few levels. */
bool
gp_html_in_note(const struct gp_html_page *p, unsigned i);

/* True for a link back from a note to its mark that is no word of the note: a
   sign, "^ a b c", with all that is in item `i`. */
bool
gp_html_is_way_back(const struct gp_html_page *p, unsigned i);

/* True for a text, the only one of its block so far, that is the number of a
   note and a link back: the note's words may stand in a block beside it. */
bool
gp_html_is_note_number(const struct gp_html_page *p, unsigned text);

#endif
