/* The pack is read as by itself; what the series knows of it is put over a copy
   of its head: who it is, which edition, who its articles are.  The sealed pack
   is not written to.  Nothing is under way until the records are begun, and a
   failure before the ledger has the release leaves nothing of it. */
#include "series/release/release_pack.h"

#include "base/hash.h"
#include "base/limits.h"
#include "series/known/elsewhere.h"
#include "series/ledger/record.h"
#include "series/release/release_pieces.h"
#include "series/release/releasing.h"
#include "series/site/feed_head.h"

static bool
begin_entry(struct gp_releasing *r, struct gp_err *e)
{
	struct gp_date *date = &r->pack.info.date;

	r->pack = *r->sealed;
	if (date->precision == GP_SECOND && gp_date_seconds(date) == r->day)
		date->precision = GP_DAY;
	r->entry = (struct gp_release_entry){
		.number = (unsigned)r->s->ledger.n + 1,
		.time = gp_arena_cstr(r->arena, r->s->time),
		.series = gp_arena_str(r->arena, gp_series_uri(r->s)),
		.head = gp_feed_head_digest(r->arena, &r->s->file),
		.pack = r->name,
	};
	return gp_arena_ok(r->arena, e);
}

/* ---- out it goes ---- */

static bool
keep_pieces(struct gp_releasing *r, struct gp_err *e)
{
	const struct gp_pieces_of what = {
		.pack = &r->pack,
		.entry = &r->entry,
		.facts = r->facts,
		.ledger = &r->s->ledger,
		.now = r->s->now,
		.diag = r->s->diag,
	};
	char hex[GP_SHA256_HEX];

	if (!gp_release_pieces(r->arena, &what, &r->pieces, e))
		return false;
	gp_sha256_hex(r->pieces.p, r->pieces.n, hex);
	r->entry.pieces = gp_arena_cstr(r->arena, hex);
	return gp_arena_ok(r->arena, e);
}

static bool
write_record(struct gp_releasing *r, struct gp_err *e)
{
	const struct gp_output *o = r->outputs.rows;
	struct gp_record_file *files =
		gp_arena_array(r->outputs.arena, r->outputs.n, sizeof *files);
	const struct gp_record record = {
		.files = files,
		.n_files = r->outputs.n,
		.pieces = r->pieces,
		.entry = &r->entry,
	};
	size_t i;

	if (!files)
		return gp_arena_ok(r->outputs.arena, e);
	for (i = 0; i < r->outputs.n; i++)
		files[i] = (struct gp_record_file){
			.name = gp_str(o[i].name),
			.bytes = { (char *)o[i].bytes.data, o[i].bytes.size },
		};
	return gp_record_write(r->s->folder, &record, e);
}

/* What could not be recorded leaves nothing behind. */
static bool
record(struct gp_releasing *r, struct gp_err *e)
{
	const struct gp_journal journal = {
		.release = r->entry.number,
		.pack = r->name,
		.edition = r->entry.edition,
	};
	struct gp_err ignored = { 0 };

	if (!gp_journal_begin(r->s->folder, &journal, e))
		return false;
	if (write_record(r, e))
		return true;
	if (gp_record_drop(r->s->folder, r->name, r->entry.edition, &ignored))
		(void)gp_journal_end(r->s->folder, &ignored);
	return false;
}

static void
count(const struct gp_releasing *r, struct gp_series_done *done)
{
	size_t i;

	done->released++;
	for (i = 0; i < r->entry.n_articles; i++) {
		done->added += r->entry.articles[i].state == GP_ARTICLE_NEW;
		done->corrected +=
			r->entry.articles[i].state == GP_ARTICLE_CORRECTED;
	}
}

static bool
release(struct gp_releasing *r, struct gp_series_done *done, struct gp_err *e)
{
	bool is_new;

	if (!begin_entry(r, e) || !gp_release_articles(r, e) ||
	    !gp_release_edition(r, &is_new, e))
		return false;
	if (!is_new) {
		done->as_before++;
		return true;
	}
	if (!keep_pieces(r, e) || !record(r, e) ||
	    !gp_series_commit(r->s, &r->entry, &done->files, e))
		return false;
	gp_tell_elsewhere(&r->s->ledger, &r->entry, r->s->diag);
	count(r, done);
	return true;
}

/* A pack that nothing gives a day is of the day of its first release. */
static int64_t
day_of(const struct gp_releasing *r)
{
	struct gp_date day = r->s->now;

	if (r->before)
		(void)gp_date_parse(r->before->date, &day);
	day.precision = GP_DAY;
	return gp_date_seconds(&day);
}

/* A date with a time is the moment of the release, and no pack's. */
static void
settle_settings(struct gp_releasing *r, const char *folder)
{
	struct gp_settings *to = &r->settings;
	struct gp_date date;

	*to = *r->s->settings;
	to->folder = folder;
	to->series = r->s->file_path.p;
	r->day = day_of(r);
	to->epoch = gp_arena_printf(r->arena, "%lld", (long long)r->day).p;
	if (to->date && gp_date_parse(gp_str(to->date), &date) &&
	    date.precision >= GP_MINUTE) {
		to->date = NULL;
		to->now = gp_date_seconds(&date);
	}
}

static bool
release_in(struct gp_releasing *r, struct gp_str name,
           struct gp_series_done *done, struct gp_err *e)
{
	struct gp_str folder = gp_arena_printf(r->arena, "%s/%.*s",
	                                       r->s->folder, GP_ARG(name));
	bool ok = false;

	r->name = gp_arena_str(r->arena, name);
	if (!gp_arena_ok(r->arena, e))
		return false;
	r->before = gp_ledger_last_of(&r->s->ledger, r->name);
	settle_settings(r, folder.p);
	if (!gp_arena_ok(r->arena, e))
		return false;
	r->sealed = gp_pack_open(&r->settings, r->s->diag, e);
	if (r->sealed)
		ok = release(r, done, e);
	gp_outputs_free(&r->outputs);
	gp_pack_free(r->sealed);
	return ok;
}

bool
gp_release_pack(struct gp_series *s, struct gp_str name,
                struct gp_series_done *done, struct gp_err *e)
{
	struct gp_releasing r = { .s = s };
	bool ok;

	r.arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!r.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = release_in(&r, name, done, e);
	gp_arena_free(r.arena);
	return ok;
}
