/*
 * A series opened for a change: its file read, its lock held, its ledger read,
 * and whatever a killed command left finished or taken back.  What is changed
 * is the matter of the command.  Private to series/.
 */
#ifndef GP_SERIES_SERIES_H
#define GP_SERIES_SERIES_H

#include "base/diag.h"
#include "config/seriesfile.h"
#include "series/ledger/journal.h"
#include "series/ledger/ledger.h"
#include "series/ledger/series_lock.h"
#include "series/site/site_update.h"

struct gp_series {
	const struct gp_settings *settings;
	const char *folder;
	struct gp_arena *arena;
	struct gp_str file_path; /* of series.yaml */
	struct gp_seriesfile file;
	struct gp_ledger ledger;
	struct gp_label_files labels;
	struct gp_series_lock lock;
	struct gp_date now; /* of what is done, UTC, to the second */
	char time[GP_DATE_TEXT];
	struct gp_diag *diag;
};

/* Opens the series for reading: file and ledger alone, no lock.  `whole` as
   in gp_ledger_open().  gp_series_close() ends it, also after an error.
   Errors: GP_INPUT, GP_SYNTAX, GP_LIMIT, GP_NOMEM. */
bool
gp_series_read(struct gp_series *s, const char *folder, bool whole,
               struct gp_err *e);

/* False for one that was read and has records, but no ledger: nothing can be
   said of what it released.  Errors: GP_INPUT. */
bool
gp_series_has_ledger(const struct gp_series *s, struct gp_err *e);

/* Opens it to look at what a change would be, at the moment that the settings
   give: no lock, and nothing is written.  Errors: the same, GP_USAGE. */
bool
gp_series_look(struct gp_series *s, const struct gp_settings *settings,
               const struct gp_series_call *call, struct gp_diag *d,
               struct gp_err *e);

/* Opens it for a change.  A ledger that is gone is made again from the records.
   Errors: the same, GP_OUTPUT, GP_USAGE (no time is known). */
bool
gp_series_open(struct gp_series *s, const struct gp_settings *settings,
               const struct gp_series_call *call, struct gp_diag *d,
               struct gp_err *e);
/* The same for one whose ledger may be broken: it is not read, but made again
   from the records. */
bool
gp_series_open_damaged(struct gp_series *s, const struct gp_settings *settings,
                       const struct gp_series_call *call, struct gp_diag *d,
                       struct gp_err *e);
void
gp_series_close(struct gp_series *s);

/* Writes `r` into the ledger and brings the site up to date; the journal was
   begun by the caller and is ended here. */
bool
gp_series_commit(struct gp_series *s, const struct gp_release_entry *r,
                 struct gp_published *done, struct gp_err *e);

/* The site as ledger and records have it; `whole` as in struct
   gp_series_site. */
bool
gp_series_refresh(struct gp_series *s, bool whole, struct gp_published *done,
                  struct gp_err *e);

/* The URI of the series: what the ledger has, else as series.yaml gives it or
   made from it.  Kept in the arena. */
struct gp_str
gp_series_uri(struct gp_series *s);

#endif
