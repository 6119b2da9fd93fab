/* Articles of a pack that one of its editions withdrew and that are not back,
   each once, in the order in which they went.  The ledger tells; what they said
   is not known any more. */
#include "series/release/releasing.h"

#include "base/vec.h"

struct finding_gone {
	struct gp_releasing *r;
	struct gp_map seen; /* those that are in it, and found ones */
	struct gp_str *rows;
	size_t n, room;
};

static void
take_gone(struct finding_gone *f, const struct gp_release_entry *r)
{
	struct gp_str *row;
	size_t i;

	for (i = 0; i < r->n_articles; i++) {
		if (r->articles[i].state != GP_ARTICLE_WITHDRAWN ||
		    gp_map_find(&f->seen, r->articles[i].id))
			continue;
		row = GP_VEC_ADD(f->r->arena, f->rows, f->n, f->room);
		if (row)
			*row = r->articles[i].id;
		gp_map_put(&f->seen, r->articles[i].id, f);
	}
}

bool
gp_release_gone(struct gp_releasing *r, struct gp_err *e)
{
	struct finding_gone f = { .r = r, .seen = { .arena = r->arena } };
	const struct gp_ledger *l = &r->s->ledger;
	size_t i;

	for (i = 0; i < r->pack.n_entries; i++)
		gp_map_put(&f.seen, r->pack.entries[i].uri, r);
	for (i = 0; i < l->n; i++)
		if (gp_release_counts(&l->rows[i]) &&
		    gp_str_eq(l->rows[i].pack, r->name))
			take_gone(&f, &l->rows[i]);
	take_gone(&f, &r->entry);
	r->pack.gone = f.rows;
	r->pack.n_gone = f.n;
	return gp_arena_ok(r->arena, e);
}
