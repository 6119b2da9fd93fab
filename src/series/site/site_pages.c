/* Rows of the ledger turned into what the page of a series lists: the newest
   pack first, of those of one day the one that came last.  A pack of an edition
   that had no pages yet is not listed.  No record is opened. */
#include "series/site/site_pages.h"

#include "base/limits.h"
#include "wording/web_words.h"
#include "write/web/web_packs.h"

#include <stdlib.h>

static const struct gp_str index_name = { "index.html", 10 };

static bool
has_pages(const struct gp_release_entry *r)
{
	size_t i;

	for (i = 0; i < r->n_files; i++)
		if (gp_str_eq(r->files[i].file, index_name))
			return true;
	return false;
}

bool
gp_site_has_pages(const struct gp_feed_items *packs)
{
	size_t i;

	for (i = 0; i < packs->n; i++)
		if (has_pages(packs->rows[i].made))
			return true;
	return false;
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

static size_t
take_packs(struct gp_arena *a, const struct gp_feed_items *packs,
           struct gp_web_pack *rows)
{
	const struct gp_release_entry *r;
	size_t i, n = 0;

	for (i = 0; rows && i < packs->n; i++) {
		r = packs->rows[i].made;
		if (!has_pages(r))
			continue;
		rows[n] = (struct gp_web_pack){ .folder = r->pack,
			                        .title = r->title };
		(void)gp_date_parse(r->date, &rows[n].date);
		take_forms(a, r, &rows[n++]);
	}
	if (n)
		qsort(rows, n, sizeof *rows, newest_first);
	return n;
}

static bool
put(const struct gp_web_series *series, const char *path,
    bool (*write)(const struct gp_web_series *s, struct gp_buf *out,
                  struct gp_err *e),
    const struct gp_site_sink *to, struct gp_err *e)
{
	struct gp_buf text = { .max = 0 };
	bool ok = (series->n_packs == 0 || write(series, &text, e)) &&
	          to->take(to->user, gp_str(path), gp_buf_view(&text), e);

	gp_buf_free(&text);
	return ok;
}

bool
gp_site_pages(const struct gp_series_site *s, const struct gp_feed_items *packs,
              const struct gp_site_sink *to, struct gp_err *e)
{
	const struct gp_made feeds[] = {
		{ .path = GP_STR("feed.xml"),
		  .type = "application/atom+xml",
		  .title = gp_web_word(GP_WW_ALL_ARTICLES) },
		{ .path = GP_STR("packs.xml"),
		  .type = "application/atom+xml",
		  .title = gp_web_word(GP_WW_ALL_PACKS) },
	};
	struct gp_arena *a = gp_arena_new(GP_MAX_LEDGER_ARENA);
	struct gp_web_pack *rows;
	struct gp_web_series series = {
		.info = &s->series->info,
		.for_public = s->series->audience == GP_AUDIENCE_PUBLIC,
		.feeds = feeds,
		.n_feeds = sizeof feeds / sizeof *feeds,
	};
	bool ok;

	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	rows = gp_arena_array(a, packs->n + 1, sizeof *rows);
	series.packs = rows;
	series.n_packs = take_packs(a, packs, rows);
	ok = gp_arena_ok(a, e) &&
	     put(&series, "index.html", gp_web_packs, to, e) &&
	     put(&series, "latest/index.html", gp_web_latest, to, e);
	gp_arena_free(a);
	return ok;
}
