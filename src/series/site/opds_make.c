/* Months, then all of them, then the index: what leads to a page comes behind
   it.  Each page is written twice, once for each version of OPDS, and let go
   of before the next; what stands on it is not decided here. */
#include "series/site/opds_make.h"

#include "base/limits.h"
#include "series/site/opds_write.h"

struct opds_run {
	const struct gp_opds_making *m;
	const struct gp_site_sink *to;
	struct gp_arena *arena; /* for one page */
	struct gp_err *e;
};

static bool
has_address(const struct gp_opds_making *m)
{
	return m->head->series->info.base_url.n > 0;
}

/* ---- one page ---- */

static bool
take(struct opds_run *r, struct gp_str name, const char *suffix,
     struct gp_str bytes)
{
	struct gp_str path = gp_arena_printf(r->arena, GP_OPDS_FOLDER "%.*s%s",
	                                     GP_ARG(name), suffix);

	return gp_arena_ok(r->arena, r->e) &&
	       r->to->take(r->to->user, path, bytes, r->e);
}

static bool
write_page(struct opds_run *r, const struct gp_opds_page *p, const char *suffix,
           bool (*write)(struct gp_arena *a, const struct gp_opds_page *p,
                         struct gp_buf *out, struct gp_err *e))
{
	struct gp_buf text = { .max = 0 };
	bool ok = write(r->arena, p, &text, r->e) &&
	          take(r, p->name, suffix, gp_buf_view(&text));

	gp_buf_free(&text);
	return ok;
}

static bool
put_page(struct opds_run *r, const struct gp_opds_page *p)
{
	return gp_arena_ok(r->arena, r->e) &&
	       write_page(r, p, ".xml", gp_opds_xml) &&
	       write_page(r, p, ".json", gp_opds_json);
}

static bool
open_arena(struct opds_run *r)
{
	r->arena = gp_arena_new(GP_MAX_PACK_ARENA);
	return r->arena || gp_fail(r->e, GP_NOMEM, "out of memory");
}

static void
close_arena(struct opds_run *r)
{
	gp_arena_free(r->arena);
	r->arena = NULL;
}

/* ---- shelves ---- */

static bool
put_shelf_page(struct opds_run *r, const struct gp_shelf *s, size_t page)
{
	struct gp_opds_page p;
	bool ok = open_arena(r);

	if (!ok)
		return false;
	p = gp_opds_books(r->arena, r->m->head, s, page);
	ok = put_page(r, &p);
	close_arena(r);
	return ok;
}

static bool
put_shelf(struct opds_run *r, const struct gp_shelf *s)
{
	const struct gp_shelf *before = gp_shelf_find(r->m->before, s->name);
	size_t page;

	for (page = 1; page <= s->n_closed + 1; page++) {
		size_t which = page <= s->n_closed ? page : 0;

		if ((r->m->whole || !gp_shelf_page_same(s, before, which)) &&
		    !put_shelf_page(r, s, which))
			return false;
	}
	return true;
}

static bool
put_shelves(struct opds_run *r)
{
	const struct gp_shelves *now = r->m->now;
	size_t i;

	for (i = 0; i < now->n_months; i++)
		if (!put_shelf(r, now->months[i]))
			return false;
	return put_shelf(r, &now->all);
}

/* ---- the index ---- */

/* The first page tells when the last release was. */
static bool
is_same_index(const struct gp_opds_making *m, size_t page)
{
	size_t i = page * GP_OPDS_MONTHS, end = i + GP_OPDS_MONTHS;

	if (page == 0 ||
	    gp_opds_index_pages(m->now) != gp_opds_index_pages(m->before))
		return false;
	for (; i < m->now->n_months && i < end; i++)
		if (i >= m->before->n_months ||
		    !gp_str_eq(m->now->months[i]->name,
		               m->before->months[i]->name) ||
		    !gp_shelf_same(m->now->months[i], m->before->months[i]))
			return false;
	return end <= m->now->n_months ||
	       m->now->n_months == m->before->n_months;
}

static bool
put_index(struct opds_run *r)
{
	size_t page = gp_opds_index_pages(r->m->now);
	struct gp_opds_page p;
	bool ok = true;

	while (ok && page-- > 0) {
		if (!r->m->whole && is_same_index(r->m, page))
			continue;
		if (!open_arena(r))
			return false;
		p = gp_opds_index(r->arena, r->m->head, r->m->now, page);
		ok = put_page(r, &p);
		close_arena(r);
	}
	return ok;
}

bool
gp_opds_make(const struct gp_opds_making *m, const struct gp_site_sink *to,
             struct gp_err *e)
{
	struct opds_run r = { .m = m, .to = to, .e = e };

	return !has_address(m) || (put_shelves(&r) && put_index(&r));
}

/* ---- what is no more ---- */

static bool
drop_page(struct opds_run *r, struct gp_str name)
{
	return take(r, name, ".xml", GP_STR("")) &&
	       take(r, name, ".json", GP_STR(""));
}

/* Its pages that `now`, which may be NULL, has not. */
static bool
drop_shelf(struct opds_run *r, const struct gp_shelf *before,
           const struct gp_shelf *now)
{
	size_t page = now ? now->n_closed : 0;

	while (++page <= before->n_closed)
		if (!drop_page(r, gp_opds_shelf_page(r->arena, before, page)))
			return false;
	return now || drop_page(r, before->name);
}

static bool
drop_shelves(struct opds_run *r, const struct gp_shelves *before,
             const struct gp_shelves *now)
{
	size_t i, page;

	for (i = 0; i < before->n_months; i++)
		if (!drop_shelf(
			    r, before->months[i],
			    now ? gp_shelf_find(now, before->months[i]->name)
				: NULL))
			return false;
	page = now ? gp_opds_index_pages(now) : 0;
	for (; page < gp_opds_index_pages(before); page++)
		if (!drop_page(r, gp_opds_index_page(r->arena, page)))
			return false;
	return drop_shelf(r, &before->all, now ? &now->all : NULL);
}

/* Where there is no address any more, all of them go, of this release too. */
bool
gp_opds_drop(const struct gp_opds_making *m, const struct gp_site_sink *to,
             struct gp_err *e)
{
	struct opds_run r = { .m = m, .to = to, .e = e };
	bool ok = open_arena(&r);

	if (ok && has_address(m))
		ok = drop_shelves(&r, m->before, m->now);
	else if (ok && m->whole)
		ok = drop_shelves(&r, m->before, NULL) &&
		     drop_shelves(&r, m->now, NULL);
	close_arena(&r);
	return ok;
}
