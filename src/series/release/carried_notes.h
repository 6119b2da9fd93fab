/*
 * Notes on corrections that go with an article from pack to pack: what one pack
 * said was wrong stands at its top in every other.  Which texts changed is not
 * known here.  Private to series/release/.
 */
#ifndef GP_SERIES_CARRIED_NOTES_H
#define GP_SERIES_CARRIED_NOTES_H

#include "series/release/releasing.h"

/* Gives `entry`, article `i` of the release, the notes that other packs have on
   it besides its own, the newest in front, and the ledger's row all of them.
   Failures are kept in the arena. */
void
gp_release_notes(struct gp_releasing *r, size_t i, struct gp_entry *entry);

#endif
