/*
 * Pages within a page that its own bytes hold: <iframe srcdoc>, which every
 * browser shows, and <noframes>, which stands for a <frameset>.  What a frame
 * would fetch is not known here.  Private to import/html/.
 */
#ifndef GP_IMPORT_HTML_HTML_FRAMES_H
#define GP_IMPORT_HTML_HTML_FRAMES_H

#include "import/html/parse/flat.h"

/* Puts the nodes of the inner pages that hold running text into `flat`, each
   in a <div> in place of its frame; a <noframes> only where the page itself
   has hardly a word, and then sets *has_noframes.  One level deep.  So does a
   <textarea> with more words than all the rest, line by line.  What is new
   lives in `arena`.  Cost: linear.  Errors: GP_NOMEM, GP_LIMIT. */
bool
gp_html_open_frames(struct gp_flat *flat, struct gp_arena *arena,
                    bool *has_noframes, struct gp_err *e);

#endif
