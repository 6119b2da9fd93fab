/* The edition that is out is the one to be rid of: when its folder gives none
   that may take its place, nothing is served of it but what feeds say.  Whether
   anything new waits in the folder is not asked. */
#include "series/release/release_leave.h"

#include "base/file.h"
#include "series/release/release_pack.h"
#include "series/release/release_withheld.h"

static bool
find_folder(struct gp_series *s, struct gp_str name, struct gp_err *why,
            struct gp_err *e)
{
	struct gp_str path =
		gp_arena_printf(s->arena, "%s/%.*s", s->folder, GP_ARG(name));

	if (!gp_arena_ok(s->arena, e))
		return false;
	if (!gp_file_exists(path.p))
		gp_fail_at(why, GP_INPUT, path.p, 0, 0,
		           "its folder is not there");
	return true;
}

static void
tell(struct gp_series *s, struct gp_str name, const struct gp_err *why)
{
	struct gp_str path =
		gp_arena_printf(s->arena, "%s/%.*s", s->folder, GP_ARG(name));

	if (path.n)
		gp_diag_add(s->diag, GP_WARNING, "withheld", path.p, 0,
		            "something has to leave this pack, and no edition "
		            "without it can be made (%s): its files are served "
		            "no more; put that right and release the pack",
		            why->msg);
}

/* Findings about a pack that nobody asked for are told when they are in the
   way. */
static bool
release_again(struct gp_series *s, struct gp_str name,
              struct gp_series_done *done, struct gp_err *why)
{
	struct gp_diag *all = s->diag;
	bool ok;

	s->diag = gp_diag_new();
	ok = s->diag ? gp_release_again(s, name, done, why)
	             : gp_fail(why, GP_NOMEM, "out of memory");
	if (s->diag && all && !ok)
		gp_diag_append(all, s->diag);
	gp_diag_free(s->diag);
	s->diag = all;
	return ok;
}

bool
gp_release_leave(struct gp_series *s, struct gp_str name,
                 struct gp_series_done *done, struct gp_err *e)
{
	struct gp_err why = { .code = GP_OK };
	size_t before = s->ledger.n;

	if (!find_folder(s, name, &why, e))
		return false;
	if (why.code == GP_OK && release_again(s, name, done, &why))
		return true;
	if (!gp_release_is_refused(s, before, &why)) {
		*e = why;
		return false;
	}
	if (!gp_release_withheld(s, name, done, e))
		return false;
	tell(s, name, &why);
	return true;
}
