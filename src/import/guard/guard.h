/*
 * The guard over importers: every word that a source shows, told by a scanner
 * of its bytes that knows no importer, stands in the draft, in its blocks or in
 * what it says of itself, as often as it stands there.  What does not is lost
 * without a word, which is somebody's mistake; the draft keeps it as its loss,
 * and normalisation says so.  It does not know whose mistake it is.  Private to
 * import/.
 */
#ifndef GP_IMPORT_GUARD_GUARD_H
#define GP_IMPORT_GUARD_GUARD_H

#include "base/text/words_told.h"
#include "model/draft.h"

/* What of `html`, a page or a piece of one, is not in the blocks behind `last`
   (NULL: in no block) of its draft.  `is_part`: its lines are not the source's.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_guard_html(struct gp_draft *draft, const struct gp_draft_block *last,
              struct gp_str html, bool is_part, struct gp_err *e);

/* The same of a Markdown text without its front matter, whose first line is
   line `first`; and whether it ends in the middle. */
bool
gp_guard_markdown(struct gp_draft *draft, const struct gp_draft_block *last,
                  struct gp_str text, unsigned first, struct gp_err *e);

/* The same of a letter in plain text, or a part of one; its lines are not the
   source's. */
bool
gp_guard_letter(struct gp_draft *draft, const struct gp_draft_block *last,
                struct gp_str text, struct gp_err *e);

/* The same of a plain text. */
bool
gp_guard_text(struct gp_draft *draft, struct gp_str text, struct gp_err *e);

/* How many words of a text that says the same as the draft otherwise, a mail in
   another form, are not in its blocks: addresses, which stand in it for links,
   do not count.  The draft keeps nothing of it. */
bool
gp_guard_other_form(struct gp_draft *draft, struct gp_str text, size_t *words,
                    struct gp_err *e);

/* As gp_guard_html(), of an entry of a feed in XML, which begins at `line`;
   what the draft says of itself is found too. */
bool
gp_guard_entry(struct gp_draft *draft, struct gp_str xml, unsigned line,
               struct gp_err *e);

/* The same of all that a feed in XML says outside of its entries, which is in
   the blocks behind `last`. */
bool
gp_guard_feed(struct gp_draft *draft, const struct gp_draft_block *last,
              struct gp_str xml, struct gp_err *e);

/* The same of an item of a JSON Feed. */
bool
gp_guard_item(struct gp_draft *draft, struct gp_str json, struct gp_err *e);

#endif
