/* Packs are looked for in the ledger as it is now and released once more, each
   without whatever else is new in its folder; what still serves the old words
   then is told.  A run that was killed in between leaves packs that the next
   one finds.  How a pack is released is not known here. */
#include "series/release_elsewhere.h"

#include "base/file.h"
#include "base/limits.h"
#include "series/known/elsewhere.h"
#include "series/release/release_pack.h"

/* The release of another pack is no reason to stop: what is in the way of it is
   in the error that comes back. */
static bool
release_again(struct gp_series *s, struct gp_str pack,
              struct gp_series_done *done, struct gp_err *why)
{
	struct gp_diag *all = s->diag;
	bool ok;

	s->diag = gp_diag_new();
	ok = s->diag ? gp_release_again(s, pack, done, why)
	             : gp_fail(why, GP_NOMEM, "out of memory");
	gp_diag_free(s->diag);
	s->diag = all;
	return ok;
}

static bool
has_folder(const struct gp_series *s, struct gp_arena *a, struct gp_str pack)
{
	struct gp_str path =
		gp_arena_printf(a, "%s/%.*s", s->folder, GP_ARG(pack));

	return path.n && gp_file_exists(path.p);
}

static bool
mend(struct gp_series *s, struct gp_arena *a, const struct gp_elsewhere *row,
     struct gp_series_done *done, struct gp_err *e)
{
	struct gp_err why = { .code = GP_OK };
	struct gp_str pack = gp_arena_str(a, row->in->pack);
	size_t before = s->ledger.n;

	if (!has_folder(s, a, pack)) {
		gp_elsewhere_tell(row, "its folder is not there", s->diag);
		return gp_arena_ok(a, e);
	}
	if (release_again(s, pack, done, &why))
		return true;
	if (s->ledger.n > before || why.code == GP_OUTPUT ||
	    why.code == GP_NOMEM || why.code == GP_CANCELLED) {
		*e = why;
		return false;
	}
	gp_elsewhere_tell(row, why.msg, s->diag);
	return true;
}

static bool
mend_all(struct gp_series *s, struct gp_arena *a, struct gp_series_done *done,
         struct gp_err *e)
{
	struct gp_elsewhere *rows;
	size_t n, i;

	if (!gp_elsewhere_find(a, &s->ledger, &rows, &n, e))
		return false;
	for (i = 0; i < n; i++)
		if (!mend(s, a, &rows[i], done, e))
			return false;
	return true;
}

bool
gp_release_elsewhere(struct gp_series *s, struct gp_series_done *done,
                     struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_LEDGER_ARENA);
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = mend_all(s, a, done, e);
	gp_arena_free(a);
	return ok;
}
