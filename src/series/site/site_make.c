/* Files of packs as the records keep them, then the pages and catalogues that
   list them, archives from the oldest on, and the feeds.  What the last entry
   cannot have changed is left out: other packs, months without it, and archives
   whose entries, links and neighbours are the same before and after it.  It
   writes nothing and lists no folder. */
#include "series/site/site_make.h"

#include "base/limits.h"
#include "base/map.h"
#include "series/signed/list_of_lists.h"
#include "series/site/feed_style.h"
#include "series/site/opds_make.h"
#include "series/site/site_lists.h"
#include "series/site/site_pages.h"

struct site_making {
	const struct gp_series_site *site;
	const struct gp_site_sink *to;
	struct gp_arena *arena;
	struct gp_feed_lists now, before;
	struct gp_shelves shelves_now, shelves_before;
	struct gp_feed_writer writer;
	bool whole; /* also where the series has another head now */
	struct gp_err *e;
};

static const struct gp_release_entry *
last_entry(const struct gp_series_site *s)
{
	return &s->ledger->rows[s->ledger->n - 1];
}

/* ---- packs ---- */

static bool
is_list(struct gp_str file)
{
	return gp_str_eq(file, GP_STR(GP_SUMS_NAME));
}

static bool
put_pack(struct site_making *m, const struct gp_release_entry *r)
{
	struct gp_bytes bytes;
	struct gp_str path;
	size_t i;
	bool ok = true;

	for (i = 0; ok && i < r->n_files; i++) {
		path = gp_arena_printf(m->arena, "%.*s/%.*s", GP_ARG(r->pack),
		                       GP_ARG(r->files[i].file));
		if (!gp_arena_ok(m->arena, m->e) ||
		    !gp_record_read(m->site->folder, r, &r->files[i], &bytes,
		                    m->e))
			return false;
		ok = m->to->take(
			m->to->user, path,
			(struct gp_str){ (char *)bytes.data, bytes.size },
			m->e);
		gp_bytes_free(&bytes);
		if (ok && is_list(r->files[i].file))
			ok = gp_site_put_signatures(
				m->site, path, r->files[i].sha256, m->to, m->e);
	}
	return ok;
}

static bool
put_packs(struct site_making *m)
{
	const struct gp_feed_items *packs = &m->now.packs;
	struct gp_str changed = last_entry(m->site)->pack;
	size_t i;

	for (i = 0; i < packs->n; i++)
		if ((m->whole || gp_str_eq(packs->rows[i].id, changed)) &&
		    !put_pack(m, packs->rows[i].made))
			return false;
	return true;
}

/* ---- pages and the catalogue ---- */

static struct gp_site_pages
pages_of(const struct site_making *m)
{
	return (struct gp_site_pages){ .site = m->site,
		                       .labels = m->writer.head.labels,
		                       .now = &m->shelves_now,
		                       .before = &m->shelves_before,
		                       .whole = m->whole };
}

static struct gp_opds_making
catalogue_of(const struct site_making *m)
{
	return (struct gp_opds_making){ .head = &m->writer.head,
		                        .now = &m->shelves_now,
		                        .before = &m->shelves_before,
		                        .whole = m->whole };
}

/* They name packs, and feeds do not name them. */
static bool
put_pages(struct site_making *m)
{
	const struct gp_site_pages pages = pages_of(m);
	const struct gp_opds_making catalogue = catalogue_of(m);

	return gp_site_pages_make(&pages, m->to, m->e) &&
	       gp_opds_make(&catalogue, m->to, m->e);
}

static bool
drop_pages(struct site_making *m)
{
	const struct gp_site_pages pages = pages_of(m);
	const struct gp_opds_making catalogue = catalogue_of(m);

	return gp_opds_drop(&catalogue, m->to, m->e) &&
	       gp_site_pages_drop(&pages, m->to, m->e);
}

/* ---- feeds ---- */

static bool
put_style(struct site_making *m)
{
	return m->to->take(m->to->user, gp_str(gp_feed_style_file),
	                   gp_str(gp_feed_style), m->e);
}

/* Texts of one page are let go of before the next. */
static bool
open_page(struct site_making *m)
{
	m->writer.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	return m->writer.arena != NULL ||
	       gp_fail(m->e, GP_NOMEM, "out of memory");
}

static bool
put_page(struct site_making *m, bool of_packs, size_t page)
{
	struct gp_str path = gp_feed_file(m->arena, of_packs, page);
	struct gp_buf text = { .max = 0 };
	bool ok = gp_arena_ok(m->arena, m->e) && open_page(m) &&
	          gp_feed_write_page(&m->writer, of_packs, page, &text, m->e) &&
	          m->to->take(m->to->user, path, gp_buf_view(&text), m->e);

	gp_buf_free(&text);
	gp_arena_free(m->writer.arena);
	m->writer.arena = NULL;
	return ok;
}

/* The newest archive gets a link when another one follows, and loses it when
   that one goes. */
static bool
has_same_neighbours(const struct gp_feed_items *now,
                    const struct gp_feed_items *before, size_t page)
{
	return page <= before->n_archives &&
	       (page == now->n_archives) == (page == before->n_archives);
}

static bool
put_archives(struct site_making *m, bool of_packs)
{
	const struct gp_feed_items *now =
		of_packs ? &m->now.packs : &m->now.articles;
	const struct gp_feed_items *before =
		of_packs ? &m->before.packs : &m->before.articles;
	size_t page;

	for (page = 1; page <= now->n_archives; page++) {
		if (!m->whole && has_same_neighbours(now, before, page) &&
		    gp_feed_page_same(now, before, page))
			continue;
		if (!put_page(m, of_packs, page))
			return false;
	}
	return true;
}

static bool
put_json(struct site_making *m)
{
	struct gp_buf text = { .max = 0 };
	bool ok = open_page(m) && gp_feed_write_json(&m->writer, &text, m->e) &&
	          m->to->take(m->to->user, GP_STR("feed.json"),
	                      gp_buf_view(&text), m->e);

	gp_buf_free(&text);
	gp_arena_free(m->writer.arena);
	m->writer.arena = NULL;
	return ok;
}

/* ---- what is no more ---- */

/* The files of an edition, so that one is found among thousands. */
static struct gp_map
files_of(struct site_making *m, const struct gp_release_entry *r)
{
	struct gp_map files = { .arena = m->arena };
	size_t i;

	for (i = 0; r && i < r->n_files; i++)
		gp_map_put(&files, r->files[i].file,
		           (void *)(uintptr_t)&r->files[i]);
	return files;
}

static bool
drop(struct site_making *m, struct gp_str path)
{
	return gp_arena_ok(m->arena, m->e) &&
	       m->to->take(m->to->user, path, GP_STR(""), m->e);
}

/* A signature that its list does not have, before the list itself. */
static bool
drop_signatures(struct site_making *m, const struct gp_release_entry *last,
                struct gp_str path, struct gp_str file)
{
	return !is_list(file) ||
	       gp_site_drop_signatures(m->site, path,
	                               last ? gp_sums_digest(last) : GP_STR(""),
	                               m->to, m->e);
}

/* Files of an edition that the last one of its pack has not. */
static bool
drop_files(struct site_making *m, const struct gp_release_entry *r)
{
	const struct gp_release_entry *last =
		gp_map_find(&m->now.last, r->pack);
	struct gp_map kept = files_of(m, last);
	struct gp_str path;
	size_t i;

	for (i = 0; i < r->n_files; i++) {
		path = gp_arena_printf(m->arena, "%.*s/%.*s", GP_ARG(r->pack),
		                       GP_ARG(r->files[i].file));
		if (!gp_arena_ok(m->arena, m->e) ||
		    !drop_signatures(m, last, path, r->files[i].file) ||
		    (!gp_map_find(&kept, r->files[i].file) && !drop(m, path)))
			return false;
	}
	return true;
}

static bool
drop_archives(struct site_making *m, bool of_packs)
{
	size_t page =
		of_packs ? m->now.packs.n_archives : m->now.articles.n_archives;
	size_t last = of_packs ? m->before.packs.n_archives
	                       : m->before.articles.n_archives;

	while (++page <= last)
		if (!drop(m, gp_feed_file(m->arena, of_packs, page)))
			return false;
	return true;
}

static bool
drop_all(struct site_making *m)
{
	const struct gp_ledger *l = m->site->ledger;
	struct gp_str changed = last_entry(m->site)->pack;
	size_t i;

	for (i = 0; i < l->n; i++)
		if ((m->whole || gp_str_eq(l->rows[i].pack, changed)) &&
		    !drop_files(m, &l->rows[i]))
			return false;
	return gp_site_drop_list(m->site, m->to, m->e) &&
	       drop_archives(m, true) && drop_archives(m, false) &&
	       drop_pages(m);
}

/* ---- all of it ---- */

static bool
is_other_head(const struct gp_ledger *l)
{
	return l->n < 2 ||
	       !gp_str_eq(l->rows[l->n - 1].head, l->rows[l->n - 2].head);
}

static bool
open_making(struct site_making *m)
{
	const struct gp_ledger *l = m->site->ledger;

	m->whole = m->site->whole || is_other_head(l);
	m->writer = (struct gp_feed_writer){
		.folder = m->site->folder,
		.head = { .series = m->site->series,
		          .uri = last_entry(m->site)->series,
		          .updated = last_entry(m->site)->time },
		.lists = &m->now,
		.labels = m->site->labels,
	};
	return gp_label_files_find(m->site->labels, m->site->series->info.lang,
	                           &m->writer.head.labels, m->e) &&
	       gp_feed_lists_both(m->arena, l, &m->before, &m->now, m->e) &&
	       gp_shelves(m->arena, &m->now.packs, &m->shelves_now, m->e) &&
	       gp_shelves(m->arena, &m->before.packs, &m->shelves_before, m->e);
}

static bool
make_files(struct site_making *m)
{
	return put_packs(m) && gp_site_put_list(m->site, m->to, m->e) &&
	       put_pages(m) && put_style(m) && put_archives(m, true) &&
	       put_archives(m, false) && put_page(m, true, 0) && put_json(m) &&
	       put_page(m, false, 0);
}

static bool
make_all(struct site_making *m, const struct gp_site_sink *stale)
{
	if (!open_making(m) || !make_files(m))
		return false;
	m->to = stale;
	return !stale || drop_all(m);
}

bool
gp_site_make(const struct gp_series_site *s, const struct gp_site_sink *to,
             const struct gp_site_sink *stale, struct gp_err *e)
{
	struct site_making m = { .site = s, .to = to, .e = e };
	bool ok;

	if (s->ledger->n == 0)
		return true;
	m.arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!m.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = make_all(&m, stale);
	gp_feed_writer_end(&m.writer);
	gp_arena_free(m.arena);
	return ok;
}
