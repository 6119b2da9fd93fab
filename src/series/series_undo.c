/* The last release taken back by an entry of its own: the ledger forgets
   nothing, so no id comes twice.  The site follows from the ledger; what
   readers have fetched already is only told. */
#include "series/opened/series_sign.h"

#include "base/limits.h"
#include "series/known/elsewhere.h"
#include "series/site/feed_head.h"
#include "series/undo_check.h"

static size_t
count_new(const struct gp_release_entry *r)
{
	size_t i, n = 0;

	for (i = 0; i < r->n_articles; i++)
		n += r->articles[i].state != GP_ARTICLE_KEPT;
	return n;
}

static bool
tell(const struct gp_series *s, const struct gp_release_entry *r,
     struct gp_bytes *said, struct gp_err *e)
{
	struct gp_buf text = { .max = 0 };
	size_t n = count_new(r);

	gp_buf_printf(&text,
	              "%.*s, edition %u: taken back. It was out from %.*s to "
	              "%s; whoever fetched\nfiles or feeds in that time keeps "
	              "them, among them %zu article%s as new.\n",
	              GP_ARG(r->pack), r->edition, GP_ARG(r->time), s->time, n,
	              n == 1 ? "" : "s");
	if (!gp_buf_ok(&text, e)) {
		gp_buf_free(&text);
		return false;
	}
	*said = gp_buf_take(&text);
	return true;
}

static bool
undo(struct gp_series *s, struct gp_bytes *said, struct gp_err *e)
{
	const struct gp_release_entry *last = gp_ledger_last(&s->ledger);
	const struct gp_journal journal = {
		.release = (unsigned)s->ledger.n + 1,
		.pack = last ? last->pack : GP_STR(""),
	};
	struct gp_published done = { 0, 0 };
	struct gp_release_entry r;

	if (!last)
		return gp_fail_at(
			e, GP_INPUT, s->folder, 0, 0,
			"nothing of the series is out, so nothing can "
			"be taken back");
	if (!gp_undo_check(s, last, e))
		return false;
	r = (struct gp_release_entry){
		.number = journal.release,
		.undoes = last->number,
		.time = gp_str(s->time),
		.series = last->series,
		.head = gp_feed_head_digest(s->arena, &s->file),
		.pack = last->pack,
		.edition = last->edition,
	};
	return gp_arena_ok(s->arena, e) && tell(s, last, said, e) &&
	       gp_series_sign_site(s, &r, e) &&
	       gp_journal_begin(s->folder, &journal, e) &&
	       gp_series_commit(s, &r, &done, e);
}

/* What a release took along from another pack is served again where that was
   taken back alone. */
static bool
tell_elsewhere(struct gp_series *s, struct gp_err *e)
{
	struct gp_elsewhere *rows;
	size_t n, i;

	if (!gp_elsewhere_find(s->arena, &s->ledger, &rows, &n, e))
		return false;
	for (i = 0; i < n; i++)
		gp_elsewhere_tell(&rows[i], "its last release was taken back",
		                  s->diag);
	return true;
}

bool
gp_series_undo(const struct gp_settings *settings,
               const struct gp_series_call *call, struct gp_bytes *said,
               struct gp_diag *d, struct gp_err *e)
{
	struct gp_series s;
	bool ok;

	*said = (struct gp_bytes){ NULL, 0 };
	ok = gp_series_open(&s, settings, call, d, e) && undo(&s, said, e) &&
	     tell_elsewhere(&s, e);
	gp_series_close(&s);
	if (!ok)
		gp_bytes_free(said);
	return ok;
}
