/*
 * The cache of a ledger: its entries as lines of fields, which are read many
 * times as fast as the JSON that counts.  It has a first line that names the
 * fields: one of another version is worth nothing.  Where it lies, and when it
 * is trusted, is for the ledger to say.  Private to series/ledger/.
 */
#ifndef GP_SERIES_LEDGER_LEDGER_INDEX_H
#define GP_SERIES_LEDGER_LEDGER_INDEX_H

#include "series/ledger/release_entry.h"

/* The first line. */
void
gp_index_put_head(struct gp_buf *out);
/* The lines of one entry: its own, then those of its files and articles. */
void
gp_index_put(const struct gp_release_entry *r, struct gp_buf *out);

/* What is left to be read of a text. */
struct gp_index_text {
	char *at, *end;
};

/* Takes the first line; false when it is another one. */
bool
gp_index_take_head(struct gp_index_text *t);
/* Takes the next entry.  Its strings stay in the text, whose bytes are changed
   for that; its rows are in `a`.  False when there is no whole entry, or one
   that no ledger has. */
bool
gp_index_take(struct gp_index_text *t, struct gp_arena *a,
              struct gp_release_entry *out);

#endif
