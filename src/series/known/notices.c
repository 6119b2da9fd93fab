/* A list an article, the last notice in front; one walk over the ledger for all
   of them.  No record is read. */
#include "series/known/notices.h"

void
gp_notices_add(struct gp_map *by_article, const struct gp_released_article *row)
{
	struct gp_notice *notice;

	if (row->notice.n == 0)
		return;
	notice = gp_arena_alloc(by_article->arena, sizeof *notice);
	if (!notice)
		return;
	notice->id = row->notice;
	notice->next = gp_map_find(by_article, row->id);
	gp_map_put(by_article, row->id, notice);
}

void
gp_notices_read(struct gp_map *by_article, const struct gp_ledger *l)
{
	size_t i, k;

	for (i = 0; i < l->n; i++)
		for (k = 0; k < l->rows[i].n_articles; k++)
			gp_notices_add(by_article, &l->rows[i].articles[k]);
}
