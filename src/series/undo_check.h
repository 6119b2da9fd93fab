/*
 * Whether the last release may be taken back: nothing that must not be served
 * may come back with the edition before it.  It takes nothing back.
 * Private to series/.
 */
#ifndef GP_SERIES_UNDO_CHECK_H
#define GP_SERIES_UNDO_CHECK_H

#include "series/opened/series.h"

/* Errors: GP_INPUT, with what is in the way and what to do: outputs of the
   edition before `last` were erased, an article of it was withdrawn and still
   is, or its source allows less of a text than it shows; GP_NOMEM. */
bool
gp_undo_check(struct gp_series *s, const struct gp_release_entry *last,
              struct gp_err *e);

#endif
