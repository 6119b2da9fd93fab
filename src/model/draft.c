/* The draft: see draft.h. */
#include "model/draft.h"

struct gp_draft *
gp_draft_new(size_t limit)
{
	struct gp_arena *a = gp_arena_new(limit);
	struct gp_draft *d = a ? gp_arena_alloc(a, sizeof *d) : NULL;

	if (!d) {
		gp_arena_free(a);
		return NULL;
	}
	d->arena = a;
	return d;
}

void
gp_draft_free(struct gp_draft *d)
{
	if (d)
		gp_arena_free(d->arena);
}

struct gp_draft_block *
gp_draft_add(struct gp_draft *d)
{
	struct gp_draft_block *b = gp_arena_alloc(d->arena, sizeof *b);

	if (!b)
		return NULL;
	if (d->last)
		d->last->next = b;
	else
		d->first = b;
	d->last = b;
	d->n_blocks++;
	return b;
}
