/* Articles are named by their ids or as PACK/FILE, and nothing is erased unless
   all of them may be: withdrawn, served nowhere, held by nobody, and their
   files gone, since what is forgotten cannot be told when it comes back.  How a
   release is written anew is not known here. */
#include "base/file.h"
#include "base/limits.h"
#include "config/packfile.h"
#include "series/erasing.h"
#include "series/known/elsewhere.h"
#include "series/known/known.h"

#include <stdint.h>

struct erasure {
	struct gp_series *s;
	struct gp_arena *arena;
	struct gp_known_all known;
	struct gp_map by_path; /* "PACK/FILE" to gp_released_article */
	struct gp_erased what;
};

/* ---- which ---- */

static void
note_paths(struct erasure *x)
{
	const struct gp_ledger *l = &x->s->ledger;
	const struct gp_released_article *a;
	size_t i, k;

	for (i = 0; i < l->n; i++)
		for (k = 0; k < l->rows[i].n_articles; k++) {
			a = &l->rows[i].articles[k];
			if (a->file.n)
				gp_map_put(
					&x->by_path,
					gp_arena_printf(x->arena, "%.*s/%.*s",
				                        GP_ARG(l->rows[i].pack),
				                        GP_ARG(a->file)),
					(void *)(uintptr_t)a);
		}
}

static bool
add_article(struct erasure *x, struct gp_str name, struct gp_err *e)
{
	const struct gp_released_article *row = gp_map_find(&x->by_path, name);
	struct gp_known *who =
		gp_map_find(&x->known.by_id, row ? row->id : name);

	if (!who)
		return gp_fail_at(e, GP_USAGE, x->s->folder, 0, 0,
		                  "no article `%.*s` was released; give its "
		                  "id or PACK/FILE, as `govpub series log "
		                  "--json` has them",
		                  GP_ARG(gp_str_sub(name, 0, 80)));
	if (who->row->state != GP_ARTICLE_WITHDRAWN)
		return gp_fail_at(e, GP_INPUT, x->s->folder, 0, 0,
		                  "`%.*s` is not withdrawn, so it is not "
		                  "erased",
		                  GP_ARG(gp_str_sub(name, 0, 80)));
	gp_map_put(&x->what.ids, who->row->id, who);
	return gp_arena_ok(x->arena, e);
}

static void
note_notices(struct erasure *x)
{
	const struct gp_ledger *l = &x->s->ledger;
	const struct gp_released_article *a;
	size_t i, k;

	for (i = 0; i < l->n; i++)
		for (k = 0; k < l->rows[i].n_articles; k++) {
			a = &l->rows[i].articles[k];
			if (a->notice.n && gp_map_find(&x->what.ids, a->id))
				gp_map_put(&x->what.notices, a->notice,
				           (void *)(uintptr_t)a);
		}
}

/* ---- whether ---- */

static bool
check_served(struct erasure *x, struct gp_err *e)
{
	struct gp_elsewhere *rows;
	size_t n, i;

	if (!gp_elsewhere_find(x->arena, &x->s->ledger, &rows, &n, e))
		return false;
	for (i = 0; i < n; i++)
		if (gp_map_find(&x->what.ids, rows[i].article->id))
			return gp_fail_at(e, GP_INPUT, x->s->folder, 0, 0,
			                  "an article is still served in pack "
			                  "%.*s; nothing is erased",
			                  GP_ARG(rows[i].in->pack));
	return true;
}

static bool
check_file(struct erasure *x, const struct gp_release_entry *r,
           const struct gp_released_article *a, struct gp_err *e)
{
	size_t n = gp_str_find(a->file, GP_STR("#"), 0);
	struct gp_str path = gp_arena_printf(x->arena, "%s/%.*s/%.*s",
	                                     x->s->folder, GP_ARG(r->pack),
	                                     GP_ARG(gp_str_sub(a->file, 0, n)));

	if (!gp_arena_ok(x->arena, e))
		return false;
	if (a->file.n == 0 || !gp_file_exists(path.p))
		return true;
	return gp_fail_at(e, GP_INPUT, path.p, 0, 0,
	                  "is still there: take it away, since it would be a "
	                  "new article once its old one is forgotten; nothing "
	                  "is erased");
}

static const struct gp_withdrawal *
row_for(const struct gp_packfile *file, const struct gp_released_article *a)
{
	const struct gp_override *row = gp_packfile_called(file, a->file);

	if (!row && a->given.n)
		row = gp_packfile_called(file, a->given);
	return row && row->withdrawn ? row->withdrawn : file->said.whole;
}

static bool
read_hold(const char *path, const struct gp_released_article *a, bool *hold,
          struct gp_err *e)
{
	struct gp_packfile *file = gp_packfile_new();
	const struct gp_withdrawal *row;
	struct gp_bytes text = { NULL, 0 };
	bool ok = file ? gp_read(path, GP_MAX_PACKFILE_BYTES, &text, e) &&
	                          gp_packfile_read(
					  file, path,
					  (struct gp_str){ (char *)text.data,
	                                                   text.size },
					  e)
	               : gp_fail(e, GP_NOMEM, "out of memory");

	row = ok ? row_for(file, a) : NULL;
	if (row)
		*hold = row->hold;
	gp_bytes_free(&text);
	gp_packfile_free(file);
	return ok;
}

/* As the row says now, else as it said when it was released. */
static bool
check_hold(struct erasure *x, const struct gp_release_entry *r,
           const struct gp_released_article *a, struct gp_err *e)
{
	struct gp_str path = gp_arena_printf(x->arena, "%s/%.*s/pack.yaml",
	                                     x->s->folder, GP_ARG(r->pack));
	bool hold = a->hold != 0;

	if (!gp_arena_ok(x->arena, e) ||
	    (gp_file_exists(path.p) && !read_hold(path.p, a, &hold, e)))
		return false;
	return !hold || gp_fail_at(e, GP_INPUT, path.p, 0, 0,
	                           "says `hold: yes` of an article: it is kept "
	                           "in the records, and nothing is erased");
}

/* One of the questions about every row of the articles. */
static bool
check_rows(struct erasure *x,
           bool (*check)(struct erasure *, const struct gp_release_entry *,
                         const struct gp_released_article *, struct gp_err *),
           struct gp_err *e)
{
	const struct gp_ledger *l = &x->s->ledger;
	const struct gp_released_article *a;
	size_t i, k;

	for (i = 0; i < l->n; i++)
		for (k = 0; k < l->rows[i].n_articles; k++) {
			a = &l->rows[i].articles[k];
			if (gp_map_find(&x->what.ids, a->id) &&
			    !check(x, &l->rows[i], a, e))
				return false;
		}
	return true;
}

static bool
check_all(struct erasure *x, struct gp_err *e)
{
	return check_served(x, e) && check_rows(x, check_hold, e) &&
	       check_rows(x, check_file, e);
}

/* ---- the whole ---- */

static bool
open_erasure(struct erasure *x, const char *const *articles, size_t n,
             struct gp_err *e)
{
	size_t i;

	x->by_path.arena = x->arena;
	x->what.ids.arena = x->what.notices.arena = x->arena;
	if (!gp_known_read(x->arena, &x->s->ledger, &x->known, e))
		return false;
	note_paths(x);
	for (i = 0; i < n; i++)
		if (!add_article(x, gp_str(articles[i]), e))
			return false;
	note_notices(x);
	return gp_arena_ok(x->arena, e);
}

static bool
erase_all(struct erasure *x, struct gp_err *e)
{
	const struct gp_ledger *l = &x->s->ledger;
	size_t i;

	if (!gp_ledger_forget(&x->s->ledger, e))
		return false;
	for (i = 0; i < l->n; i++)
		if (!l->rows[i].undoes &&
		    !gp_erase_release(x->s, &l->rows[i], &x->what, e))
			return false;
	return true;
}

bool
gp_series_erase(const struct gp_settings *settings,
                const struct gp_series_call *call, const char *const *articles,
                size_t n, struct gp_diag *d, struct gp_err *e)
{
	struct gp_series s;
	struct erasure x = { .s = &s };
	bool ok = gp_series_open(&s, settings, call, d, e);

	x.arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!x.arena)
		ok = gp_fail(e, GP_NOMEM, "out of memory");
	ok = ok && gp_end_erasures(&s, e) && open_erasure(&x, articles, n, e) &&
	     check_all(&x, e) && erase_all(&x, e);
	gp_arena_free(x.arena);
	gp_series_close(&s);
	return ok;
}
