/*
 * What a prepared edition would do, for whoever has to let it go: to whom it
 * goes, what is held, what changed against the edition that is out.  It makes
 * nothing and changes nothing.  Private to series/.
 */
#ifndef GP_SERIES_PREVIEW_REPORT_H
#define GP_SERIES_PREVIEW_REPORT_H

#include "series/release/releasing.h"

struct gp_previewed {
	const struct gp_releasing *edition; /* prepared, outputs as previewed */
	const struct gp_diag *found;        /* by its reading */
	const char *folder;                 /* where the preview lies */
	bool is_new; /* else it is the edition that is out */
};

/* Appends it as text for a terminal, or as a JSON object.
   Errors: GP_NOMEM. */
bool
gp_preview_report(const struct gp_previewed *p, bool json, struct gp_buf *out,
                  struct gp_err *e);

#endif
