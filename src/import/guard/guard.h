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

#endif
