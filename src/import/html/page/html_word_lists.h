/*
 * Lists as word processors save them: paragraphs that only their style calls
 * items, with a bullet or a number typed before the words.  Knows nodes and
 * their styles, no page.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_WORD_LISTS_H
#define GP_IMPORT_HTML_HTML_WORD_LISTS_H

#include "import/html/parse/flat.h"

/* Makes lists and items of such paragraphs, one in another by their levels; a
   number becomes the sign of its item, a bullet goes.  Nodes are numbered anew.
   Cost: linear.  Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_html_word_lists(struct gp_flat *flat, struct gp_arena *arena,
                   struct gp_err *e);

#endif
