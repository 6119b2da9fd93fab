/*
 * The words of a page as its bytes have them: tags out, references resolved,
 * scripts and styles passed over, <noscript> as with scripts off.  No tree, no
 * style sheet, no idea of what is hidden or where a word ends up: whoever reads
 * the page has to account for each of them.  Private to import/.
 */
#ifndef GP_IMPORT_GUARD_HTML_WORDS_H
#define GP_IMPORT_GUARD_HTML_WORDS_H

#include "base/buf.h"
#include "base/text/words_told.h"

/* Tells the words of `html` (UTF-8), each with its byte.  The first title that
   is in no <noscript> counts as said of the page and not in it; any other is
   told behind all.  What a comment, a tag, a title, a script or a style that
   never ends swallows is told as if it had not begun.  After HTML's tokenizer
   (Living Standard, 13.2.5), but for what only a tree can know.  Cost: linear.
 */
void
gp_html_words(struct gp_str html, struct gp_listener *l);

/* Appends what gp_html_words() tells, a space for what parts words: for
   markup that a parser leaves as it stands.  What is no page by itself has no
   title that counts. */
void
gp_html_plain(struct gp_str html, bool is_page, struct gp_buf *out);

#endif
