/* Which packs are released, and in which order: those that are named, or all
   that a series has; one that is refused keeps no other back.  How one is
   released is not known here. */
#include "base/file.h"
#include "series/known/due.h"
#include "series/release/release_pack.h"
#include "series/pack_folders.h"
#include "series/release_elsewhere.h"

/* ---- one after the other ---- */

/* True for what is wrong with the pack alone: nothing of it is out, and another
   one may fare better. */
static bool
is_refused(const struct gp_err *why)
{
	return gp_exit_status(why->code) == gp_exit_status(GP_INPUT);
}

static void
tell_refused(const struct gp_series *s, struct gp_str name,
             const struct gp_err *why)
{
	char folder[sizeof why->file];

	gp_format(folder, sizeof folder, "%s/%.*s", s->folder, GP_ARG(name));
	if (why->column)
		gp_diag_add(s->diag, GP_ERROR, "refused", why->file, why->line,
		            "column %u: %s", why->column, why->msg);
	else
		gp_diag_add(s->diag, GP_ERROR, "refused",
		            why->file[0] ? why->file : folder, why->line, "%s",
		            why->msg);
}

/* With findings of its own, as some count the articles of a pack. */
static bool
release_one(struct gp_series *s, struct gp_str name,
            struct gp_series_done *done, struct gp_err *e)
{
	struct gp_diag *all = s->diag;
	bool ok;

	s->diag = gp_diag_new();
	ok = s->diag ? gp_release_pack(s, name, done, e)
	             : gp_fail(e, GP_NOMEM, "out of memory");
	if (s->diag && all)
		gp_diag_append(all, s->diag);
	gp_diag_free(s->diag);
	s->diag = all;
	return ok;
}

/* False when the next one would fare no better. */
static bool
release_next(struct gp_series *s, struct gp_str name,
             struct gp_series_done *done, struct gp_err *e)
{
	size_t before = s->ledger.n;
	struct gp_err why = { .code = GP_OK };

	if (release_one(s, name, done, &why))
		return true;
	if (s->ledger.n > before || !is_refused(&why)) {
		*e = why;
		return false;
	}
	tell_refused(s, name, &why);
	done->refused++;
	return true;
}

/* Who is the only one is refused with its own words. */
static bool
release_each(struct gp_series *s, const struct gp_str *names, size_t n,
             struct gp_series_done *done, struct gp_err *e)
{
	size_t i;

	if (n == 1)
		return release_one(s, names[0], done, e);
	for (i = 0; i < n; i++)
		if (!release_next(s, names[i], done, e))
			return false;
	if (done->refused == 0)
		return true;
	return gp_fail_at(e, GP_INPUT, s->folder, 0, 0,
	                  "%zu of %zu packs %s not released; nothing kept the "
	                  "others back",
	                  done->refused, n, done->refused == 1 ? "is" : "are");
}

static bool
release_all(struct gp_series *s, struct gp_series_done *done, struct gp_err *e)
{
	struct gp_pack_folder *rows;
	struct gp_str *names;
	size_t n, i;

	if (!gp_pack_folders(s, s->arena, &rows, &n, e))
		return false;
	if (n == 0)
		return gp_fail_at(e, GP_INPUT, s->folder, 0, 0,
		                  "holds no pack: make a folder for one, "
		                  "called after its day, and put articles "
		                  "into it");
	names = gp_arena_array(s->arena, n, sizeof *names);
	for (i = 0; names && i < n; i++)
		names[i] = rows[i].name;
	return gp_arena_ok(s->arena, e) && release_each(s, names, n, done, e);
}

static bool
release_named(struct gp_series *s, const char *const *packs, size_t n,
              struct gp_series_done *done, struct gp_err *e)
{
	struct gp_str *names = gp_arena_array(s->arena, n, sizeof *names);
	size_t i;

	for (i = 0; names && i < n; i++) {
		names[i] = gp_str(packs[i]);
		if (!gp_pack_name_check(s, names[i], e))
			return false;
	}
	return gp_arena_ok(s->arena, e) && release_each(s, names, n, done, e);
}

/* ---- what is due ---- */

/* Records keep what was made of an article, and not the article: without it no
   book can be made that lacks it. */
static bool
has_folder(struct gp_series *s, struct gp_str pack, struct gp_series_done *done)
{
	struct gp_str folder =
		gp_arena_printf(s->arena, "%s/%.*s", s->folder, GP_ARG(pack));

	if (folder.n == 0 || gp_file_exists(folder.p))
		return true;
	gp_diag_add(s->diag, GP_ERROR, "due", folder.p, 0,
	            "something of this pack is due, and its folder is gone: "
	            "put it back, or take the pack from the site by hand until "
	            "it is there");
	done->refused++;
	return false;
}

static bool
find_due(struct gp_series *s, struct gp_series_done *done,
         struct gp_str **names, size_t *n, struct gp_err *e)
{
	struct gp_due due = { .series = &s->file,
		              .ledger = &s->ledger,
		              .arena = s->arena };
	const struct gp_release_entry *r;
	size_t i;

	*n = 0;
	*names = gp_arena_array(s->arena, s->ledger.n + 1, sizeof **names);
	if (!*names || !gp_due_begin(&due, e))
		return gp_arena_ok(s->arena, e);
	for (i = 0; i < s->ledger.n; i++) {
		r = &s->ledger.rows[i];
		if (gp_due_is_last(&due, r) && gp_due_is(&due, r, &s->now) &&
		    has_folder(s, r->pack, done))
			(*names)[(*n)++] = gp_arena_str(s->arena, r->pack);
	}
	return gp_arena_ok(s->arena, e);
}

static bool
release_due(struct gp_series *s, struct gp_series_done *done, struct gp_err *e)
{
	struct gp_str *names;
	size_t n, gone;

	if (!find_due(s, done, &names, &n, e))
		return false;
	gone = done->refused;
	if (n && !release_each(s, names, n, done, e))
		return false;
	return gone == 0 ||
	       gp_fail_at(e, GP_INPUT, s->folder, 0, 0,
	                  "%zu pack%s of which something is due %s not there",
	                  gone, gone == 1 ? "" : "s", gone == 1 ? "is" : "are");
}

bool
gp_series_release_due(const struct gp_settings *settings,
                      const struct gp_series_call *call,
                      struct gp_series_done *done, struct gp_diag *d,
                      struct gp_err *e)
{
	struct gp_series s;
	bool ok;

	*done = (struct gp_series_done){ .released = 0 };
	ok = gp_series_open(&s, settings, call, d, e) &&
	     release_due(&s, done, e);
	gp_series_close(&s);
	return ok;
}

/* ---- all of them, or those that are named ---- */

static void
note_address(const struct gp_series *s)
{
	if (s->file.info.base_url.n == 0)
		gp_diag_add(s->diag, GP_NOTE, "feed-no-base-url",
		            s->file_path.p, 0,
		            "the feeds cannot name their own address and those "
		            "of EPUB and PDF; give `base_url:` before anybody "
		            "subscribes");
}

bool
gp_series_release(const struct gp_settings *settings,
                  const struct gp_series_call *call, const char *const *packs,
                  size_t n, struct gp_series_done *done, struct gp_diag *d,
                  struct gp_err *e)
{
	struct gp_series s;
	bool ok;

	*done = (struct gp_series_done){ .released = 0 };
	ok = gp_series_open(&s, settings, call, d, e) &&
	     (n ? release_named(&s, packs, n, done, e)
	        : release_all(&s, done, e)) &&
	     gp_release_elsewhere(&s, done, e);
	if (ok)
		note_address(&s);
	gp_series_close(&s);
	return ok;
}
