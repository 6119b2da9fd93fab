/*
 * What is due in a series: texts that leave because their days are over, and
 * articles under an embargo that may go out.  Told from the last edition of
 * each pack; nothing is done about it.  Private to series/.
 */
#ifndef GP_SERIES_DUE_H
#define GP_SERIES_DUE_H

#include "base/buf.h"
#include "series/known/known.h"

#include "config/seriesfile.h"

struct gp_due {
	const struct gp_seriesfile *series;
	const struct gp_ledger *ledger;
	struct gp_known_all known;
	struct gp_arena *arena;
};

/* Fills `known`; the other fields are the caller's.  Errors: GP_NOMEM. */
bool
gp_due_begin(struct gp_due *d, struct gp_err *e);

/* True for the last edition of a pack, as it counts. */
bool
gp_due_is_last(const struct gp_due *d, const struct gp_release_entry *r);

/* The day on which the text of the article leaves, as of gp_expiry_day(); ""
   when it has no such day or none of its text is shown. */
void
gp_due_leaves(const struct gp_due *d, const struct gp_released_article *row,
              char out[GP_DATE_TEXT]);

/* True when at `now` the text of an article of the edition has to leave; and
   when something that an embargo held back may go out. */
bool
gp_due_to_leave(const struct gp_due *d, const struct gp_release_entry *r,
                const struct gp_date *now);
bool
gp_due_to_come(const struct gp_release_entry *r, const struct gp_date *now);

/* Appends a line for each day and pack on which something is due. */
bool
gp_due_print(const struct gp_due *d, struct gp_buf *out, struct gp_err *e);

#endif
