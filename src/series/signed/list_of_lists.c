/* The ledger gone through from its end: of each pack the first edition that is
   met and counts.  Digests are those that the ledger has; no record is
   opened. */
#include "series/signed/list_of_lists.h"

#include "base/limits.h"
#include "base/map.h"

#include <stdlib.h>

struct listing_packs {
	struct gp_map seen;                   /* names of packs */
	const struct gp_release_entry **rows; /* one for each */
	size_t n;
};

struct gp_str
gp_sums_digest(const struct gp_release_entry *r)
{
	size_t i = r->n_files;

	while (i-- > 0)
		if (gp_str_eq(r->files[i].file, GP_STR(GP_SUMS_NAME)))
			return r->files[i].sha256;
	return GP_STR("");
}

static void
take(struct listing_packs *p, const struct gp_release_entry *r)
{
	if (gp_map_find(&p->seen, r->pack))
		return;
	gp_map_put(&p->seen, r->pack, p);
	p->rows[p->n++] = r;
}

static int
by_pack(const void *a, const void *b)
{
	const struct gp_release_entry *const *x = a, *const *y = b;

	return gp_str_cmp((*x)->pack, (*y)->pack);
}

static void
take_packs(struct listing_packs *p, const struct gp_ledger *l,
           const struct gp_release_entry *next)
{
	unsigned undone = next ? next->undoes : 0;
	size_t i = l->n;

	if (next && !next->undoes)
		take(p, next);
	while (i-- > 0)
		if (gp_release_counts(&l->rows[i]) &&
		    l->rows[i].number != undone)
			take(p, &l->rows[i]);
	if (p->n)
		qsort(p->rows, p->n, sizeof *p->rows, by_pack);
}

bool
gp_list_of_lists(const struct gp_ledger *l, const struct gp_release_entry *next,
                 struct gp_buf *out, struct gp_err *e)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_LEDGER_ARENA);
	struct listing_packs p = { .seen = { .arena = a } };
	struct gp_str digest;
	size_t i;
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	p.rows = gp_arena_array(a, l->n + 1, sizeof *p.rows);
	if (p.rows)
		take_packs(&p, l, next);
	for (i = 0; i < p.n; i++) {
		digest = gp_sums_digest(p.rows[i]);
		if (digest.n)
			gp_buf_printf(out, "%.*s  %.*s/" GP_SUMS_NAME "\n",
			              GP_ARG(digest), GP_ARG(p.rows[i]->pack));
	}
	ok = gp_arena_ok(a, e) && gp_buf_ok(out, e);
	gp_arena_free(a);
	return ok;
}
