/* The list of packs walked once; a pack that was taken out of circulation keeps
   its place, so that the pages behind it stay as they are.  No file is read,
   and no page written. */
#include "series/site/site_shelves.h"

#include "base/vec.h"

#include <stdlib.h>
#include <string.h>

enum { MONTH_NAME = 7 }; /* bytes of "2015-11" */

/* "2015-11"; "undated" where the pack names no month. */
static struct gp_str
month_name(const struct gp_release_entry *r, struct gp_date *month)
{
	month->precision = GP_NO_DATE;
	if (!gp_date_parse(r->date, month) || month->precision < GP_MONTH) {
		*month = (struct gp_date){ .precision = GP_NO_DATE };
		return GP_STR("undated");
	}
	month->precision = GP_MONTH;
	return gp_str_sub(r->date, 0, MONTH_NAME);
}

static struct gp_shelf *
shelf_of(struct gp_arena *a, struct gp_shelves *s, const struct gp_feed_item *p)
{
	struct gp_date month;
	struct gp_str name = month_name(p->made, &month);
	struct gp_shelf *shelf = gp_map_find(&s->by_name, name);
	struct gp_shelf **place;

	if (shelf)
		return shelf;
	shelf = gp_arena_alloc(a, sizeof *shelf);
	place = GP_VEC_ADD(a, s->months, s->n_months, s->room);
	if (!shelf || !place)
		return NULL;
	*shelf = (struct gp_shelf){ .name = name, .month = month };
	*place = shelf;
	gp_map_put(&s->by_name, name, shelf);
	return shelf;
}

static void
shelve(struct gp_arena *a, struct gp_shelf *s, const struct gp_feed_item *pack,
       size_t position)
{
	struct gp_shelved *row = GP_VEC_ADD(a, s->rows, s->n, s->room);

	if (row)
		*row = (struct gp_shelved){ pack, position };
	if (gp_str_cmp(pack->updated, s->updated) > 0)
		s->updated = pack->updated;
	s->n_closed = s->n < GP_SHELF_LEAST + GP_SHELF_PAGE
	                      ? 0
	                      : (s->n - GP_SHELF_LEAST) / GP_SHELF_PAGE;
}

/* Names of months sort as text; what is undated comes last. */
static int
newest_first(const void *a, const void *b)
{
	const struct gp_shelf *x = *(struct gp_shelf *const *)a;
	const struct gp_shelf *y = *(struct gp_shelf *const *)b;
	bool x_dated = x->month.precision != GP_NO_DATE;
	bool y_dated = y->month.precision != GP_NO_DATE;

	return x_dated != y_dated ? y_dated - x_dated
	                          : gp_str_cmp(y->name, x->name);
}

bool
gp_shelves(struct gp_arena *a, const struct gp_feed_items *packs,
           struct gp_shelves *out, struct gp_err *e)
{
	struct gp_shelf *month;
	size_t i;

	*out = (struct gp_shelves){ .all = { .name = GP_STR("new") },
		                    .by_name = { .arena = a } };
	for (i = 0; i < packs->n; i++) {
		month = shelf_of(a, out, &packs->rows[i]);
		shelve(a, &out->all, &packs->rows[i], i + 1);
		if (month)
			shelve(a, month, &packs->rows[i], i + 1);
	}
	if (out->n_months)
		qsort(out->months, out->n_months, sizeof *out->months,
		      newest_first);
	return gp_arena_ok(a, e);
}

const struct gp_shelf *
gp_shelf_find(const struct gp_shelves *s, struct gp_str name)
{
	return gp_str_eq(name, s->all.name) ? &s->all
	                                    : gp_map_find(&s->by_name, name);
}

void
gp_shelf_page(const struct gp_shelf *s, size_t page, size_t *first, size_t *end)
{
	*first = (page ? page - 1 : s->n_closed) * GP_SHELF_PAGE;
	*end = page ? *first + GP_SHELF_PAGE : s->n;
}

static bool
same_rows(const struct gp_shelf *a, const struct gp_shelf *b, size_t i,
          size_t end)
{
	for (; i < end; i++)
		if (i >= b->n || a->rows[i].position != b->rows[i].position ||
		    a->rows[i].pack->made != b->rows[i].pack->made)
			return false;
	return true;
}

bool
gp_shelf_page_same(const struct gp_shelf *a, const struct gp_shelf *b,
                   size_t page)
{
	size_t first, end;

	if (!b || (page ? page > b->n_closed
	                : a->n_closed != b->n_closed || a->n != b->n))
		return false;
	gp_shelf_page(a, page, &first, &end);
	return same_rows(a, b, first, end);
}

bool
gp_shelf_same(const struct gp_shelf *a, const struct gp_shelf *b)
{
	return b && a->n == b->n && same_rows(a, b, 0, a->n);
}
