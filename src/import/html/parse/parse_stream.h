/*
 * Pages that were sent while they were made, as React's server renders them
 * (react.dev, renderToPipeableStream: "streaming more content as it loads"):
 * <template id="B:3">, or "P:3", holds the place of a part, and the part comes
 * later in <div hidden id="S:3">, from where a script moves it.  Here it is
 * moved as the script would; no other script's habits are known.
 *
 * Cost: linear.  Private to import/html/parse/.
 */
#ifndef GP_IMPORT_HTML_PARSE_STREAM_H
#define GP_IMPORT_HTML_PARSE_STREAM_H

#include "import/html/parse/parse_build.h"

/* True of a <template> that holds a place. */
bool
gp_stream_is_place(const struct gp_build *b, const struct gp_html_token *t);

/* Moves every part whose place is known; a part that holds its own place
   stays, and so does the rest of a page on which too much was moved. */
void
gp_stream_settle(struct gp_build *b);

#endif
