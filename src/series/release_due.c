/* What is due is told by the ledger, and by folders that were written to since
   then: a text that leaves does so at once, what was held back goes out as a
   release has it, with an approval where one is asked for.  Which day is whose
   it does not count. */
#include "series/known/due.h"
#include "series/late_items.h"
#include "series/release_each.h"
#include "series/release_elsewhere.h"

/* False when nothing is due. */
static bool
take_how(struct gp_release_wanted *row, bool leaves, bool comes)
{
	row->how = !comes   ? GP_RELEASE_WHAT_LEAVES
	           : leaves ? GP_RELEASE_BOTH
	                    : GP_RELEASE_ALL_OF_IT;
	return leaves || comes;
}

static bool
find_of_pack(struct gp_series *s, const struct gp_due *due,
             const struct gp_release_entry *r, struct gp_release_wanted *row,
             bool *is_due, struct gp_err *e)
{
	bool comes = gp_due_to_come(r, &s->now);

	if (!comes && !gp_late_items(s, r, &comes, e))
		return false;
	*is_due = take_how(row, gp_due_to_leave(due, r, &s->now), comes);
	if (*is_due)
		row->name = gp_arena_str(s->arena, r->pack);
	return true;
}

static bool
find_due(struct gp_series *s, struct gp_release_wanted **rows, size_t *n,
         struct gp_err *e)
{
	struct gp_due due = { .series = &s->file,
		              .ledger = &s->ledger,
		              .arena = s->arena };
	bool is_due;
	size_t i;

	*n = 0;
	*rows = gp_arena_array(s->arena, s->ledger.n + 1, sizeof **rows);
	if (!*rows || !gp_due_begin(&due, e))
		return gp_arena_ok(s->arena, e);
	for (i = 0; i < s->ledger.n; i++) {
		if (!gp_due_is_last(&due, &s->ledger.rows[i]))
			continue;
		if (!find_of_pack(s, &due, &s->ledger.rows[i], &(*rows)[*n],
		                  &is_due, e))
			return false;
		*n += is_due;
	}
	return gp_arena_ok(s->arena, e);
}

static bool
release_due(struct gp_series *s, struct gp_series_done *done, struct gp_err *e)
{
	struct gp_release_wanted *rows;
	size_t n;

	return find_due(s, &rows, &n, e) &&
	       gp_release_elsewhere(
		       s, n == 0 || gp_release_each(s, rows, n, done, e), done,
		       e);
}

bool
gp_series_release_due(const struct gp_settings *settings,
                      const struct gp_series_call *call,
                      struct gp_series_done *done, struct gp_diag *d,
                      struct gp_err *e)
{
	struct gp_series s;
	bool ok;

	*done = (struct gp_series_done){ .released = 0 };
	ok = gp_series_open(&s, settings, call, d, e) &&
	     release_due(&s, done, e);
	gp_series_close(&s);
	return ok;
}
