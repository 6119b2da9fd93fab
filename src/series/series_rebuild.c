/* The ledger written again from the records, entry by entry, and the site from
   both, file by file.  What the records do not have cannot be made: nothing is
   guessed from the site. */
#include "series/erasing.h"
#include "series/opened/series_sign.h"

bool
gp_series_rebuild(const struct gp_settings *settings,
                  const struct gp_series_call *call, struct gp_published *done,
                  struct gp_diag *d, struct gp_err *e)
{
	struct gp_series s;
	bool ok;

	*done = (struct gp_published){ 0, 0 };
	ok = gp_series_open_damaged(&s, settings, call, d, e) &&
	     gp_end_erasures(&s, e) && gp_series_sign_all(&s, e) &&
	     gp_series_refresh(&s, true, done, e) &&
	     gp_journal_end(s.folder, e);
	gp_series_close(&s);
	return ok;
}
