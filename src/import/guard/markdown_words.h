/*
 * The words of a Markdown text as its lines have them: marks, addresses of
 * links, definitions of addresses, numbers of lists and raw tags out.  No
 * blocks and no nesting: it does not know what becomes of a line.  Private to
 * import/.
 */
#ifndef GP_IMPORT_GUARD_MARKDOWN_WORDS_H
#define GP_IMPORT_GUARD_MARKDOWN_WORDS_H

#include "base/buf.h"
#include "base/text/words_told.h"

/* Appends `text` (UTF-8) as a page whose words are those of the text: as many
   bytes, a space for each that says nothing.  True when a block of code stands
   open at its end, in no quotation and no list.  Cost: linear. */
bool
gp_markdown_plain(struct gp_str text, struct gp_buf *out);

#endif
