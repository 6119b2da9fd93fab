/*
 * What feeds that go over packs carry of one article: an Atom entry and the
 * same as an item of a JSON Feed.  Both are kept and put into feeds later, so
 * that they hold nothing that depends on where those stand: no address of the
 * pack, no other entry.
 */
#ifndef GP_WRITE_ATOM_ATOM_PIECE_H
#define GP_WRITE_ATOM_ATOM_PIECE_H

#include "base/diag.h"
#include "model/pack.h"

struct gp_atom_piece_of {
	const struct gp_pack *pack;
	const struct gp_entry *entry;
	struct gp_date updated;  /* when readers are to see that it changed */
	struct gp_date pack_day; /* the day of an article that has none */
};

/* Appends the <entry> to `atom` and the object to `json`.  An article that is
   too long for a feed gives its opening, with a note.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_atom_piece(const struct gp_atom_piece_of *what, struct gp_buf *atom,
              struct gp_buf *json, struct gp_diag *d, struct gp_err *e);

/* An entry of its own that tells of a correction of the article: readers do not
   show again what they have shown.  `id` is its URI, `note` what was wrong.
   Errors: GP_NOMEM. */
bool
gp_atom_notice(const struct gp_atom_piece_of *what, struct gp_str id,
               struct gp_str note, struct gp_buf *atom, struct gp_buf *json,
               struct gp_err *e);

/* What is left of the entry of an article that was withdrawn: its URI, when,
   and the sentence that says so.  Errors: GP_NOMEM. */
bool
gp_atom_withdrawn(const struct gp_pack *pack, struct gp_str id,
                  const struct gp_date *updated, struct gp_buf *atom,
                  struct gp_buf *json, struct gp_err *e);

/* What is left of an entry that told of a correction when the text of its
   article is shown no more.  Errors: GP_NOMEM. */
bool
gp_atom_notice_gone(const struct gp_pack *pack, struct gp_str id,
                    const struct gp_date *updated, struct gp_buf *atom,
                    struct gp_buf *json, struct gp_err *e);

#endif
