/* Packs are looked for in the ledger as it is now and released once more, each
   without whatever else is new in its folder.  A run that was killed in
   between leaves packs that the next one finds.  How a pack is released is not
   known here. */
#include "series/release_elsewhere.h"

#include "base/limits.h"
#include "series/known/elsewhere.h"
#include "series/release/release_leave.h"

static bool
mend_all(struct gp_series *s, struct gp_arena *a, struct gp_series_done *done,
         struct gp_err *e)
{
	struct gp_elsewhere *rows;
	size_t n, i;

	if (!gp_elsewhere_find(a, &s->ledger, &rows, &n, e))
		return false;
	for (i = 0; i < n; i++)
		if (!gp_release_leave(s, gp_arena_str(a, rows[i].in->pack),
		                      done, e))
			return false;
	return true;
}

static bool
go_through(struct gp_series *s, struct gp_series_done *done, struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_LEDGER_ARENA);
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = mend_all(s, a, done, e);
	gp_arena_free(a);
	return ok;
}

bool
gp_release_elsewhere(struct gp_series *s, bool ok, struct gp_series_done *done,
                     struct gp_err *e)
{
	struct gp_err why = { .code = GP_OK };

	if (ok)
		return go_through(s, done, e);
	if (gp_exit_status(e->code) == gp_exit_status(GP_INPUT) &&
	    !go_through(s, done, &why))
		*e = why;
	return false;
}
