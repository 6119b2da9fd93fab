/* What is wrong with one pack alone is a finding about it, what would go wrong
   with the next one too ends the run.  How an edition is made, and who may ask
   for it, it does not know. */
#include "series/release_each.h"

#include "series/release/release_leave.h"
#include "series/release/release_pack.h"

static void
tell_refused(const struct gp_series *s, struct gp_str name,
             const struct gp_err *why)
{
	char folder[sizeof why->file];

	gp_format(folder, sizeof folder, "%s/%.*s", s->folder, GP_ARG(name));
	if (why->column)
		gp_diag_add(s->diag, GP_ERROR, "refused", why->file, why->line,
		            "column %u: %s", why->column, why->msg);
	else
		gp_diag_add(s->diag, GP_ERROR, "refused",
		            why->file[0] ? why->file : folder, why->line, "%s",
		            why->msg);
}

/* What is held back may want an approval that nobody gave; what leaves wants
   none, and does not wait for it. */
static bool
release_both(struct gp_series *s, struct gp_str name,
             struct gp_series_done *done, struct gp_err *e)
{
	size_t before = s->ledger.n;

	if (gp_release_pack(s, name, done, e))
		return true;
	if (gp_release_is_refused(s, before, e)) {
		struct gp_err worse = { .code = GP_OK };

		if (!gp_release_leave(s, name, done, &worse))
			*e = worse;
	}
	return false;
}

static bool
release_as(struct gp_series *s, const struct gp_release_wanted *row,
           struct gp_series_done *done, struct gp_err *e)
{
	switch (row->how) {
	case GP_RELEASE_WHAT_LEAVES:
		return gp_release_leave(s, row->name, done, e);
	case GP_RELEASE_BOTH:
		return release_both(s, row->name, done, e);
	case GP_RELEASE_ALL_OF_IT:
		break;
	}
	return gp_release_pack(s, row->name, done, e);
}

/* With findings of its own, as some count the articles of a pack. */
static bool
release_one(struct gp_series *s, const struct gp_release_wanted *row,
            struct gp_series_done *done, struct gp_err *e)
{
	struct gp_diag *all = s->diag;
	bool ok;

	s->diag = gp_diag_new();
	ok = s->diag ? release_as(s, row, done, e)
	             : gp_fail(e, GP_NOMEM, "out of memory");
	if (s->diag && all)
		gp_diag_append(all, s->diag);
	gp_diag_free(s->diag);
	s->diag = all;
	return ok;
}

/* False when the next one would fare no better. */
static bool
release_next(struct gp_series *s, const struct gp_release_wanted *row,
             struct gp_series_done *done, struct gp_err *e)
{
	struct gp_err why = { .code = GP_OK };
	size_t before = s->ledger.n;

	if (release_one(s, row, done, &why))
		return true;
	/* One that stands in the ledger is to be finished before another's
	   feeds name what it has not brought to the site. */
	if (!gp_release_is_refused(s, before, &why)) {
		*e = why;
		return false;
	}
	tell_refused(s, row->name, &why);
	done->refused++;
	return true;
}

bool
gp_release_each(struct gp_series *s, const struct gp_release_wanted *rows,
                size_t n, struct gp_series_done *done, struct gp_err *e)
{
	size_t i;

	if (n == 1)
		return release_one(s, &rows[0], done, e);
	for (i = 0; i < n; i++)
		if (!release_next(s, &rows[i], done, e))
			return false;
	if (done->refused == 0)
		return true;
	return gp_fail_at(e, GP_INPUT, s->folder, 0, 0,
	                  "%zu of %zu packs %s not released; nothing kept the "
	                  "others back",
	                  done->refused, n, done->refused == 1 ? "is" : "are");
}
