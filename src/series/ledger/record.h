/*
 * The records of a series: each edition of each pack as it was issued, in
 * records/PACK/EDITION/, never served.  An edition holds its output files, the
 * entry that the ledger has of it, and what feeds carry of the articles that
 * were new in it.  What is made of them is not known here.
 * Private to series/.
 */
#ifndef GP_SERIES_LEDGER_RECORD_H
#define GP_SERIES_LEDGER_RECORD_H

#include "series/ledger/release_entry.h"

#include <jansson.h>

/* Files of an edition besides its outputs.  Pieces that are about to take the
   place of others lie beside them for a moment. */
#define GP_RECORD_RELEASE "release.json"
#define GP_RECORD_PIECES "pieces.json"
#define GP_RECORD_PIECES_NEXT "pieces.next.json"
#define GP_RECORD_UNDONE "undone.json"

/* Where the records of an edition lie, below the folder `series`. */
struct gp_str
gp_record_folder(struct gp_arena *a, const char *series, struct gp_str pack,
                 unsigned edition);

/* What feeds carry of one article: an Atom entry as text, without the links
   that depend on where the site is, and a JSON feed item. */
struct gp_feed_piece {
	struct gp_str id;
	struct gp_str atom; /* ends in "</entry>" and a line end */
	struct gp_str json;
	struct gp_str words; /* of the article, to say later what differs */
};

struct gp_record_file {
	struct gp_str name, bytes;
};

struct gp_record {
	const struct gp_record_file *files;
	size_t n_files;
	struct gp_str pieces; /* as gp_record_pieces_text() wrote them */
	const struct gp_release_entry *entry;
};

/* The text in which pieces are kept, whose digest the entry has.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_record_pieces_text(const struct gp_feed_piece *pieces, size_t n,
                      struct gp_buf *out, struct gp_err *e);

/* Writes a new edition; files that are of no release are cleared first.
   Errors: GP_OUTPUT (there is one of this number), GP_NOMEM. */
bool
gp_record_write(const char *series, const struct gp_record *r,
                struct gp_err *e);

/* Takes the records of an edition that was never released away. */
bool
gp_record_drop(const char *series, struct gp_str pack, unsigned edition,
               struct gp_err *e);

/* Notes in the records that the release was taken back, by the entry `by`. */
bool
gp_record_note_undone(const char *series, const struct gp_release_entry *r,
                      const struct gp_release_entry *by, struct gp_err *e);

/* The pieces of an edition by their ids; end with json_decref().  NULL
   with an error, also when they are not what the entry has the digest of.
   Errors: GP_INPUT, GP_NOMEM. */
json_t *
gp_record_pieces(const char *series, const struct gp_release_entry *r,
                 struct gp_err *e);
/* The piece of an article, borrowed from `pieces`; false when it has none.
   `id` ends in NUL. */
bool
gp_record_piece(const json_t *pieces, struct gp_str id,
                struct gp_feed_piece *out);

/* One output of an edition, as the entry has its digest.
   Errors: those of gp_read(). */
bool
gp_record_read(const char *series, const struct gp_release_entry *r,
               const struct gp_released_file *file, struct gp_bytes *out,
               struct gp_err *e);

/* Every entry that the records know, releases and those taken back, sorted by
   their numbers; strings and rows are kept in `a`.  What has a name that no
   pack has, as systems leave it in folders, is passed over.
   Errors: GP_INPUT for one that is none, GP_OUTPUT, GP_NOMEM. */
bool
gp_record_entries(struct gp_arena *a, const char *series,
                  struct gp_release_entry **rows, size_t *n, struct gp_err *e);

#endif
