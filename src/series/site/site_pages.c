/* Rows of the ledger turned into what the pages of a series list: the newest
   pack first, of those of one day the one that came last.  A pack of an edition
   that had no pages yet is not listed, and a month of such packs has no page.
   The page of the series shows whole months until it has enough, so that it
   does not grow with them.  No record is opened. */
#include "series/site/site_pages.h"

#include "base/limits.h"
#include "series/site/site_subscriptions.h"
#include "write/web/web_packs.h"

#include <stdlib.h>

static const struct gp_str index_name = { "index.html", 10 };
static const struct gp_str latest_name = { "latest/index.html", 17 };

static bool
has_pages(const struct gp_release_entry *r)
{
	size_t i;

	for (i = 0; i < r->n_files; i++)
		if (gp_str_eq(r->files[i].file, index_name))
			return true;
	return false;
}

static size_t
count_paged(const struct gp_shelf *s)
{
	size_t n = 0, i;

	for (i = 0; i < s->n; i++)
		n += has_pages(s->rows[i].pack->made);
	return n;
}

/* EPUB and PDF, by their paths from the top of the site. */
static void
take_forms(struct gp_arena *a, const struct gp_release_entry *r,
           struct gp_web_pack *out)
{
	struct gp_made *rows = gp_arena_array(a, r->n_files, sizeof *rows);
	size_t i;

	out->forms = rows;
	for (i = 0; rows && i < r->n_files; i++)
		if (gp_str_eq(r->files[i].type,
		              GP_STR("application/epub+zip")) ||
		    gp_str_eq(r->files[i].type, GP_STR("application/pdf")))
			rows[out->n_forms++] = (struct gp_made){
				.path = gp_arena_printf(
					a, "%.*s/%.*s", GP_ARG(r->pack),
					GP_ARG(r->files[i].file)),
				.type = r->files[i].type.p,
				.bytes = (size_t)r->files[i].bytes,
			};
}

/* Places in the array are those of the ledger, the oldest first. */
static int
newest_first(const void *a, const void *b)
{
	const struct gp_web_pack *x = a, *y = b;
	int days = gp_date_cmp(&y->date, &x->date);

	return days ? days : gp_str_cmp(y->folder, x->folder);
}

/* Adds the packs of a shelf behind the `n` that there are; returns how many
   there are then. */
static size_t
take_packs(struct gp_arena *a, const struct gp_shelf *shelf,
           struct gp_web_pack *rows, size_t n)
{
	const struct gp_release_entry *r;
	size_t i, first = n;

	for (i = 0; i < shelf->n; i++) {
		r = shelf->rows[i].pack->made;
		if (!has_pages(r))
			continue;
		rows[n] = (struct gp_web_pack){ .folder = r->pack,
			                        .title = r->title };
		(void)gp_date_parse(r->date, &rows[n].date);
		take_forms(a, r, &rows[n++]);
	}
	if (n > first)
		qsort(rows + first, n - first, sizeof *rows, newest_first);
	return n;
}

/* ---- what all of them say ---- */

struct pages_run {
	const struct gp_site_pages *p;
	const struct gp_site_sink *to;
	struct gp_arena *arena;
	struct gp_made feeds[GP_SUBSCRIPTIONS];
	struct gp_web_series series; /* without its packs */
};

static void
say_of_all(struct pages_run *r)
{
	const struct gp_seriesfile *file = r->p->site->series;

	r->series = (struct gp_web_series){
		.info = &file->info,
		.labels = r->p->labels,
		.for_public = file->audience == GP_AUDIENCE_PUBLIC,
		.feeds = r->feeds,
		.n_feeds = gp_site_subscriptions(file, r->p->labels, false,
		                                 r->feeds),
	};
}

static bool
put(const struct pages_run *r, const struct gp_web_series *series,
    struct gp_str path,
    bool (*write)(const struct gp_web_series *s, struct gp_buf *out,
                  struct gp_err *e),
    struct gp_err *e)
{
	struct gp_buf text = { .max = 0 };
	bool ok = gp_arena_ok(r->arena, e) && write(series, &text, e) &&
	          r->to->take(r->to->user, path, gp_buf_view(&text), e);

	gp_buf_free(&text);
	return ok;
}

/* ---- months ---- */

static struct gp_str
month_file(struct gp_arena *a, const struct gp_shelf *s)
{
	return gp_arena_printf(a, "%.*s.html", GP_ARG(s->name));
}

static bool
put_month(struct pages_run *r, const struct gp_shelf *s, struct gp_err *e)
{
	struct gp_web_series series = r->series;
	struct gp_web_pack *rows =
		gp_arena_array(r->arena, s->n + 1, sizeof *rows);

	if (!gp_arena_ok(r->arena, e))
		return false;
	series.packs = rows;
	series.n_packs = take_packs(r->arena, s, rows, 0);
	return series.n_packs == 0 ||
	       put(r, &series, month_file(r->arena, s), gp_web_month, e);
}

static bool
put_months(struct pages_run *r, struct gp_err *e)
{
	const struct gp_shelves *now = r->p->now, *before = r->p->before;
	const struct gp_shelf *s;
	size_t i;

	for (i = 0; i < now->n_months; i++) {
		s = now->months[i];
		if ((r->p->whole ||
		     !gp_shelf_same(s, gp_shelf_find(before, s->name))) &&
		    !put_month(r, s, e))
			return false;
	}
	return true;
}

/* ---- the page of the series ---- */

/* Packs that it shows at least, where there are as many, and at most. */
enum { SHOWN_LEAST = 12, SHOWN_MOST = 60 };

static void
show_packs(struct pages_run *r, const struct gp_shelves *now)
{
	struct gp_web_pack *rows;
	size_t n = 0, most = 0, i;

	for (i = 0; i < now->n_months; i++)
		if (now->months[i]->n > most)
			most = now->months[i]->n;
	rows = gp_arena_array(r->arena, SHOWN_LEAST + most, sizeof *rows);
	for (i = 0; rows && i < now->n_months && n < SHOWN_LEAST; i++)
		n = take_packs(r->arena, now->months[i], rows, n);
	r->series.packs = rows;
	r->series.n_packs = n < SHOWN_MOST ? n : SHOWN_MOST;
}

static void
show_months(struct pages_run *r, const struct gp_shelves *now)
{
	struct gp_web_month *rows =
		gp_arena_array(r->arena, now->n_months + 1, sizeof *rows);
	size_t i, n;

	r->series.months = rows;
	for (i = 0; rows && i < now->n_months; i++) {
		n = count_paged(now->months[i]);
		if (n > 0)
			rows[r->series.n_months++] = (struct gp_web_month){
				.file = month_file(r->arena, now->months[i]),
				.month = now->months[i]->month,
				.n_packs = n,
			};
	}
}

static bool
put_series(struct pages_run *r, struct gp_err *e)
{
	show_packs(r, r->p->now);
	show_months(r, r->p->now);
	return put(r, &r->series, index_name, gp_web_packs, e) &&
	       put(r, &r->series, latest_name, gp_web_latest, e);
}

bool
gp_site_pages_make(const struct gp_site_pages *p, const struct gp_site_sink *to,
                   struct gp_err *e)
{
	struct pages_run r = { .p = p, .to = to };
	bool ok;

	if (count_paged(&p->now->all) == 0)
		return true;
	r.arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!r.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	say_of_all(&r);
	ok = put_months(&r, e) && put_series(&r, e);
	gp_arena_free(r.arena);
	return ok;
}

/* ---- what is no more ---- */

static bool
drop(const struct pages_run *r, struct gp_str path, struct gp_err *e)
{
	return gp_arena_ok(r->arena, e) &&
	       r->to->take(r->to->user, path, GP_STR(""), e);
}

static bool
drop_months(const struct pages_run *r, struct gp_err *e)
{
	const struct gp_shelves *before = r->p->before;
	const struct gp_shelf *now;
	size_t i;

	for (i = 0; i < before->n_months; i++) {
		now = gp_shelf_find(r->p->now, before->months[i]->name);
		if ((!now || count_paged(now) == 0) &&
		    !drop(r, month_file(r->arena, before->months[i]), e))
			return false;
	}
	return true;
}

bool
gp_site_pages_drop(const struct gp_site_pages *p, const struct gp_site_sink *to,
                   struct gp_err *e)
{
	struct pages_run r = { .p = p, .to = to };
	bool ok;

	r.arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!r.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = drop_months(&r, e) &&
	     (count_paged(&p->now->all) > 0 ||
	      (drop(&r, index_name, e) && drop(&r, latest_name, e)));
	gp_arena_free(r.arena);
	return ok;
}
