/* Rows found by a file or by an id, and made where pack.yaml has none.  What a
   withdrawal does to an article is not known here. */
#include "config/packfile_amend.h"

struct gp_override *
gp_packfile_called(const struct gp_packfile *p, struct gp_str name)
{
	struct gp_override *row = gp_map_find(&p->by_file, name);
	size_t i;

	for (i = 0; !row && i < p->n_articles; i++)
		if (p->articles[i].id.n && gp_str_eq(p->articles[i].id, name))
			row = &p->articles[i];
	return row;
}

/* The row of it, made where there is none; NULL after an arena failure. */
static struct gp_override *
row_of(struct gp_packfile *p, struct gp_str name)
{
	struct gp_override *row = gp_packfile_called(p, name);

	if (row)
		return row;
	row = gp_arena_alloc(p->arena, sizeof *row);
	if (!row)
		return NULL;
	row->file = name;
	row->path = p->path;
	gp_map_put(&p->by_file, row->file, row);
	return row;
}

bool
gp_packfile_withdraw(struct gp_packfile *p, const struct gp_withdrawal *w,
                     struct gp_err *e)
{
	struct gp_override *row = row_of(p, w->article);

	if (row && !row->withdrawn)
		row->withdrawn = w;
	return gp_arena_ok(p->arena, e);
}

bool
gp_packfile_amend(struct gp_packfile *p, const struct gp_amendments *a,
                  struct gp_err *e)
{
	struct gp_override *row;
	size_t i;

	for (i = 0; a && i < a->n; i++) {
		row = row_of(p, a->rows[i].article);
		if (!row)
			break;
		if (a->rows[i].is_withdrawn)
			row->withdrawn = &a->rows[i].withdrawal;
		else if (a->rows[i].from.n)
			row->from = a->rows[i].from;
		else
			row->is_out = row->skip = true;
	}
	return gp_arena_ok(p->arena, e);
}
