/* Times of files decide only whether it is worth a look: a folder has another
   one when something is put into it, and what an editor writes has one itself.
   A copy of a series whose times are all new is looked at whole.  What is in
   the articles, and how they are released, is not known here. */
#include "series/late_items.h"

#include "series/release/releasing.h"

#include <sys/stat.h>

/* Seconds since 1970, or 0 where there is none. */
static int64_t
written_at(struct gp_series *s, struct gp_str pack, const char *name)
{
	struct gp_str path = gp_arena_printf(s->arena, "%s/%.*s%s", s->folder,
	                                     GP_ARG(pack), name);
	struct stat st;

	return path.n && stat(path.p, &st) == 0 ? (int64_t)st.st_mtime : 0;
}

static bool
is_written_since(struct gp_series *s, const struct gp_release_entry *r)
{
	static const char *const names[] = { "", "/pack.yaml", "/pack.d",
		                             "/pick.txt" };
	struct gp_date then;
	size_t i;

	if (!gp_date_parse(r->time, &then))
		return false;
	for (i = 0; i < sizeof names / sizeof *names; i++)
		if (written_at(s, r->pack, names[i]) >= gp_date_seconds(&then))
			return true;
	return false;
}

static bool
is_in(const struct gp_release_entry *r, const struct gp_known *who)
{
	size_t i;

	for (i = 0; who && i < r->n_articles; i++)
		if (gp_str_eq(r->articles[i].id, who->row->id))
			return true;
	return false;
}

/* One that is held still is no entry of the pack. */
static bool
has_late_item(const struct gp_releasing *of, const struct gp_release_entry *r)
{
	size_t i;

	for (i = 0; i < of->n; i++)
		if (of->sealed->entries[of->facts[i].at].embargo.kind ==
		            GP_EMBARGO_UNTIL &&
		    !is_in(r, of->who[i]))
			return true;
	return false;
}

bool
gp_late_items(struct gp_series *s, const struct gp_release_entry *r, bool *any,
              struct gp_err *e)
{
	struct gp_diag *all = s->diag;
	struct gp_err why = { .code = GP_OK };
	struct gp_releasing of;

	*any = false;
	if (!is_written_since(s, r))
		return gp_arena_ok(s->arena, e);
	s->diag = gp_diag_new();
	if (gp_release_begin(&of, s, r->pack, false, &why))
		*any = has_late_item(&of, r);
	gp_release_end(&of);
	gp_diag_free(s->diag);
	s->diag = all;
	return why.code != GP_NOMEM || gp_fail(e, GP_NOMEM, "out of memory");
}
