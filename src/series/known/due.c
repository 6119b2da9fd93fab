/* A text leaves by the row that its source has in series.yaml now, so that
   other days count at once.  Of what is held back no more is known than the
   hour, and no folder of a pack is opened. */
#include "series/known/due.h"

#include "base/vec.h"
#include "series/known/expiry.h"

bool
gp_due_begin(struct gp_due *d, struct gp_err *e)
{
	return gp_known_read(d->arena, d->ledger, &d->known, e);
}

bool
gp_due_is_last(const struct gp_due *d, const struct gp_release_entry *r)
{
	return !r->undone && !r->undoes &&
	       gp_ledger_last_of(d->ledger, r->pack) == r;
}

void
gp_due_leaves(const struct gp_due *d, const struct gp_released_article *row,
              char out[GP_DATE_TEXT])
{
	const struct gp_known *who = gp_map_find(&d->known.by_id, row->id);

	out[0] = '\0';
	if (who && row->state != GP_ARTICLE_WITHDRAWN &&
	    row->shows != GP_SHARE_LINK)
		gp_expiry_day(d->series, row->source, who->first->time, out);
}

bool
gp_due_to_leave(const struct gp_due *d, const struct gp_release_entry *r,
                const struct gp_date *now)
{
	char time[GP_DATE_TEXT], day[GP_DATE_TEXT];
	size_t i;

	gp_date_utc(now, time);
	for (i = 0; i < r->n_articles; i++) {
		gp_due_leaves(d, &r->articles[i], day);
		if (day[0] && gp_str_cmp(gp_str(day), gp_str(time)) <= 0)
			return true;
	}
	return false;
}

bool
gp_due_to_come(const struct gp_release_entry *r, const struct gp_date *now)
{
	char time[GP_DATE_TEXT];

	gp_date_utc(now, time);
	return r->held.n && gp_str_cmp(r->held, gp_str(time)) <= 0;
}

/* ---- for a person ---- */

struct due_day {
	struct gp_str day;
	size_t n;
};

struct due_days {
	struct due_day *rows;
	size_t n, room;
	struct gp_map by_day; /* of each: its place */
};

static void
count_day(const struct gp_due *d, struct due_days *all, const char *day)
{
	size_t *place = gp_map_find(&all->by_day, gp_str(day));
	struct due_day *row;

	if (place) {
		all->rows[*place].n++;
		return;
	}
	row = GP_VEC_ADD(d->arena, all->rows, all->n, all->room);
	place = gp_arena_alloc(d->arena, sizeof *place);
	if (!row || !place)
		return;
	*row = (struct due_day){ gp_arena_cstr(d->arena, day), 1 };
	*place = all->n - 1;
	gp_map_put(&all->by_day, row->day, place);
}

static void
print_pack(const struct gp_due *d, const struct gp_release_entry *r,
           struct gp_buf *out)
{
	struct due_days all = { .by_day.arena = d->arena };
	char day[GP_DATE_TEXT];
	size_t i;

	if (r->held.n)
		gp_buf_printf(out,
		              "due %.*s  %.*s  what is held back goes out\n",
		              GP_ARG(r->held), GP_ARG(r->pack));
	for (i = 0; i < r->n_articles; i++) {
		gp_due_leaves(d, &r->articles[i], day);
		if (day[0])
			count_day(d, &all, day);
	}
	for (i = 0; i < all.n; i++)
		gp_buf_printf(out, "due %.*s  %.*s  the text of %zu %s\n",
		              GP_ARG(all.rows[i].day), GP_ARG(r->pack),
		              all.rows[i].n,
		              all.rows[i].n == 1 ? "article leaves"
		                                 : "articles leave");
}

bool
gp_due_print(const struct gp_due *d, struct gp_buf *out, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < d->ledger->n; i++)
		if (gp_due_is_last(d, &d->ledger->rows[i]))
			print_pack(d, &d->ledger->rows[i], out);
	return gp_arena_ok(d->arena, e) && gp_buf_ok(out, e);
}
