/*
 * What an Atom feed says of its entries: for each id a digest of all but its
 * `updated`, and that `updated`.  The feed of the last run is the only memory
 * the writer has; it may have been changed by anyone, so it is read with
 * limits, without a network, without a document type.  Private to write/atom/.
 */
#ifndef GP_WRITE_ATOM_ATOM_STATE_H
#define GP_WRITE_ATOM_ATOM_STATE_H

#include "base/date.h"
#include "base/hash.h"
#include "base/map.h"

struct gp_atom_seen {
	char digest[GP_SHA256_HEX];
	struct gp_date updated; /* GP_NO_DATE when it was unreadable */
};

struct gp_atom_state {
	struct gp_arena *arena; /* the caller's */
	struct gp_str id;
	struct gp_date updated;
	struct gp_map entries; /* id to struct gp_atom_seen */
	size_t n_entries;
	const char *broken; /* why it is no feed; NULL: it is one */
};

/* Reads `xml` into `out`, whose `arena` is set.  Bytes that are no feed are
   no error: `broken` says what they are.  Errors: GP_NOMEM, GP_LIMIT. */
bool
gp_atom_state_read(struct gp_atom_state *out, struct gp_str xml,
                   struct gp_err *e);

/* The entry of this id or NULL. */
const struct gp_atom_seen *
gp_atom_state_find(const struct gp_atom_state *s, struct gp_str id);

#endif
