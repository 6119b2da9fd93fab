/* The last edition of each pack is held against what is known of its articles:
   one walk over the ledger, whatever was corrected.  No record is read. */
#include "series/known/elsewhere.h"

#include "base/vec.h"
#include "series/known/known.h"

#include <stdint.h>

static bool
is_stale(const struct gp_known_all *known, const struct gp_released_article *a)
{
	const struct gp_known *who = gp_map_find(&known->by_id, a->id);

	if (!who || a->state == GP_ARTICLE_WITHDRAWN)
		return false;
	return who->row->state == GP_ARTICLE_WITHDRAWN ||
	       !gp_str_eq(who->row->text, a->text);
}

static const struct gp_released_article *
find_stale(const struct gp_known_all *known, const struct gp_release_entry *r)
{
	size_t i;

	for (i = 0; i < r->n_articles; i++)
		if (is_stale(known, &r->articles[i]))
			return &r->articles[i];
	return NULL;
}

static struct gp_elsewhere
describe(const struct gp_known_all *known, const struct gp_release_entry *r,
         const struct gp_released_article *article)
{
	const struct gp_known *who = gp_map_find(&known->by_id, article->id);

	return (struct gp_elsewhere){
		.in = r,
		.article = article,
		.is_withdrawn = who->row->state == GP_ARTICLE_WITHDRAWN,
	};
}

/* The last edition of every pack by its name. */
static void
find_last(const struct gp_ledger *l, struct gp_map *last)
{
	size_t i;

	for (i = 0; i < l->n; i++)
		if (!l->rows[i].undoes && !l->rows[i].undone)
			gp_map_put(last, l->rows[i].pack, &l->rows[i]);
}

bool
gp_elsewhere_find(struct gp_arena *a, const struct gp_ledger *l,
                  struct gp_elsewhere **rows, size_t *n, struct gp_err *e)
{
	const struct gp_released_article *article;
	struct gp_known_all known = { .by_id = { .arena = a } };
	struct gp_map last = { .arena = a };
	struct gp_elsewhere *row;
	size_t i, room = 0;

	*rows = NULL;
	*n = 0;
	find_last(l, &last);
	if (!gp_known_read(a, l, &known, e))
		return false;
	for (i = 0; i < l->n; i++) {
		if (gp_map_find(&last, l->rows[i].pack) != &l->rows[i])
			continue;
		article = find_stale(&known, &l->rows[i]);
		row = article ? GP_VEC_ADD(a, *rows, *n, room) : NULL;
		if (row)
			*row = describe(&known, &l->rows[i], article);
	}
	return gp_arena_ok(a, e);
}

void
gp_elsewhere_tell(const struct gp_elsewhere *row, const char *why,
                  struct gp_diag *d)
{
	struct gp_str title = gp_str_sub(row->article->title, 0, 80);
	char path[256];

	gp_format(path, sizeof path, "%.*s/%.*s", GP_ARG(row->in->pack),
	          GP_ARG(row->article->file));
	gp_diag_add(d, GP_WARNING, "still-served", path, 0,
	            "“%.*s” was %s and stands in this pack as it was%s%s: do "
	            "the same there, and release the pack",
	            GP_ARG(title),
	            row->is_withdrawn ? "withdrawn" : "corrected",
	            why[0] ? ", since " : "", why);
}
