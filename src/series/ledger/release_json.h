/*
 * An entry of the ledger as JSON, the form that counts and that people can read
 * in ten years.  Where the file lies is not known here.  Private to series/.
 */
#ifndef GP_SERIES_LEDGER_RELEASE_JSON_H
#define GP_SERIES_LEDGER_RELEASE_JSON_H

#include "series/ledger/release_entry.h"

/* The JSON text of an entry, in a fixed order of keys.  Errors: GP_NOMEM. */
bool
gp_release_entry_json(const struct gp_release_entry *r, struct gp_buf *out,
                      struct gp_err *e);

/* What is wrong with a text that is no entry. */
struct gp_entry_flaw {
	char why[160]; /* a sentence without its end; "": nothing */
	unsigned line; /* of the text, from 1; 0: not known */
};

/* Reads it back; strings and rows are kept in `a`.  False when the text is no
   such entry: then *flaw says why. */
bool
gp_release_entry_read(struct gp_arena *a, struct gp_str json,
                      struct gp_release_entry *out, struct gp_entry_flaw *flaw);

#endif
