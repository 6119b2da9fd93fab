/* The ledger walked once from its beginning; whoever comes again is the same
   row with newer facts, and whatever name it has by then leads to it.  It reads
   entries only, no file. */
#include "series/known/known.h"

static void
put_name(struct gp_map *m, struct gp_str name, struct gp_known *who)
{
	if (name.n)
		gp_map_put(m, name, who);
}

static void
take_article(struct gp_arena *a, struct gp_known_all *all,
             const struct gp_release_entry *r,
             const struct gp_released_article *row)
{
	struct gp_known *who = gp_map_find(&all->by_id, row->id);

	if (!who) {
		who = gp_arena_alloc(a, sizeof *who);
		if (!who)
			return;
		who->first = r;
		gp_map_put(&all->by_id, row->id, who);
	}
	who->row = row;
	who->last = r;
	if (row->state != GP_ARTICLE_KEPT)
		who->said = r;
	put_name(&all->by_given, row->given, who);
	put_name(&all->by_address, row->address, who);
	put_name(&all->by_feed, row->feed, who);
	put_name(&all->by_text, row->text, who);
	put_name(&all->by_sketch, row->sketch, who);
}

static size_t
count_articles(const struct gp_ledger *l)
{
	size_t i, n = 0;

	for (i = 0; i < l->n; i++)
		n += l->rows[i].n_articles;
	return n;
}

/* What everybody has: the other names are rarer. */
static void
expect_names(struct gp_known_all *all, size_t n)
{
	gp_map_expect(&all->by_id, n);
	gp_map_expect(&all->by_text, n);
	gp_map_expect(&all->by_sketch, n);
}

bool
gp_known_read(struct gp_arena *a, const struct gp_ledger *l,
              struct gp_known_all *out, struct gp_err *e)
{
	const struct gp_release_entry *r;
	size_t i, k;

	out->by_id.arena = out->by_given.arena = out->by_address.arena = a;
	out->by_feed.arena = out->by_text.arena = out->by_sketch.arena = a;
	expect_names(out, count_articles(l));
	for (i = 0; i < l->n; i++) {
		r = &l->rows[i];
		if (r->undone || r->undoes)
			continue;
		for (k = 0; k < r->n_articles; k++)
			take_article(a, out, r, &r->articles[k]);
	}
	return gp_arena_ok(a, e);
}

unsigned
gp_known_likeness(const struct gp_known *who, const struct gp_sketch *text)
{
	struct gp_sketch own;

	return gp_sketch_read(who->row->sketch, &own)
	               ? gp_sketch_likeness(&own, text)
	               : 0;
}
