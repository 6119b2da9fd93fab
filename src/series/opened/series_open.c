/* series.yaml, then the lock, then the ledger, then what a killed command left
   behind: a release that is in the ledger has happened and is finished, one
   that is not never was.  It neither reads an article nor makes a release. */
#include "series/opened/series.h"

#include "base/file.h"
#include "base/hash.h"
#include "base/host.h"
#include "base/limits.h"
#include "series/ledger/record.h"
#include "series/ledger/release_json.h"
#include "series/ledger/safe_file.h"
#include "series/site/feed_head.h"

#include <stdlib.h>

/* ---- series.yaml ---- */

static bool
read_file(struct gp_series *s, struct gp_err *e)
{
	struct gp_bytes text;
	bool ok;

	s->file_path = gp_arena_printf(s->arena, "%s/series.yaml", s->folder);
	if (!gp_arena_ok(s->arena, e))
		return false;
	if (!gp_file_exists(s->file_path.p))
		return gp_fail_at(e, GP_INPUT, s->folder, 0, 0,
		                  "is no series: there is no series.yaml in "
		                  "it; `govpub series init` makes one");
	if (!gp_read(s->file_path.p, GP_MAX_PACKFILE_BYTES, &text, e))
		return false;
	s->file.arena = s->arena;
	ok = gp_seriesfile_read(&s->file, s->file_path.p,
	                        (struct gp_str){ (char *)text.data, text.size },
	                        e);
	gp_bytes_free(&text);
	return ok;
}

static bool
open_file(struct gp_series *s, const char *folder, struct gp_err *e)
{
	*s = (struct gp_series){ .folder = folder, .lock = { .fd = -1 } };
	s->arena = s->labels.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	return s->arena ? read_file(s, e)
	                : gp_fail(e, GP_NOMEM, "out of memory");
}

bool
gp_series_read(struct gp_series *s, const char *folder, bool whole,
               struct gp_err *e)
{
	return open_file(s, folder, e) &&
	       gp_ledger_open(&s->ledger, folder, whole, e);
}

void
gp_series_close(struct gp_series *s)
{
	gp_series_lock_give(&s->lock);
	gp_ledger_free(&s->ledger);
	gp_arena_free(s->arena);
	s->arena = NULL;
}

struct gp_str
gp_series_uri(struct gp_series *s)
{
	const struct gp_pack_info *info = &s->file.info;
	char urn[GP_UUID_URN];
	struct gp_str name;

	if (s->ledger.n)
		return s->ledger.rows[0].series;
	if (info->identifier.n)
		return info->identifier;
	name = gp_arena_printf(s->arena, "govpub series\n%.*s\n%.*s",
	                       GP_ARG(info->organisation), GP_ARG(info->title));
	gp_uuid_from_name(name, urn);
	return gp_arena_cstr(s->arena, urn);
}

/* ---- the moment ---- */

static bool
moment_of_epoch(const char *epoch, struct gp_date *out)
{
	char *end;
	long long seconds = strtoll(epoch, &end, 10);

	return gp_is_digit(epoch[0]) && !*end &&
	       gp_date_from_seconds(seconds, out);
}

static bool
find_moment(const struct gp_settings *settings, struct gp_date *out,
            struct gp_err *e)
{
	struct gp_date date;

	if (settings->date && !gp_date_parse(gp_str(settings->date), &date))
		return gp_fail(e, GP_USAGE,
		               "--date is `%s`; it must be a day as 2015-11-09 "
		               "or a moment as 2015-11-09T07:00Z",
		               settings->date);
	if (settings->date && date.precision >= GP_MINUTE)
		return gp_date_from_seconds(gp_date_seconds(&date), out);
	if (settings->epoch && settings->epoch[0])
		return moment_of_epoch(settings->epoch, out) ||
		       gp_fail(e, GP_USAGE,
		               "SOURCE_DATE_EPOCH is `%s`; it must be seconds "
		               "since 1970",
		               settings->epoch);
	return (settings->now && gp_date_from_seconds(settings->now, out)) ||
	       gp_fail(e, GP_USAGE,
	               "the time of the release is not known; give it with "
	               "--date YYYY-MM-DDThh:mmZ");
}

/* Each later release would have to be of then at least. */
static bool
check_moment(const struct gp_series *s, struct gp_err *e)
{
	const int64_t year = (int64_t)366 * 24 * 60 * 60; /* s */
	int64_t now = s->settings->now;
	char time[GP_DATE_TEXT];

	if (now == 0 || gp_date_seconds(&s->now) - now <= year)
		return true;
	gp_date_utc(&s->now, time);
	return gp_fail(e, GP_USAGE,
	               "%s is more than a year ahead: no release could ever "
	               "be earlier again; give --date as it is meant",
	               time);
}

/* Time does not run backwards for those who subscribe. */
static bool
settle_moment(struct gp_series *s, struct gp_err *e)
{
	const struct gp_ledger *l = &s->ledger;
	struct gp_date last;

	if (!find_moment(s->settings, &s->now, e) || !check_moment(s, e))
		return false;
	if (l->n && gp_date_parse(l->rows[l->n - 1].time, &last) &&
	    gp_date_cmp(&s->now, &last) < 0) {
		gp_diag_add(s->diag, GP_NOTE, "clock-behind", "", 0,
		            "the last release was at %.*s, and this one counts "
		            "as of then",
		            GP_ARG(l->rows[l->n - 1].time));
		s->now = last;
	}
	gp_date_utc(&s->now, s->time);
	return true;
}

/* ---- the ledger again ---- */

static bool
put_entry(struct gp_series *s, const struct gp_release_entry *r,
          struct gp_err *e)
{
	struct gp_str path =
		gp_ledger_path(s->arena, s->ledger.folder, r->number);
	struct gp_buf text = { .max = 0 };
	bool ok = gp_arena_ok(s->arena, e) &&
	          gp_release_entry_json(r, &text, e) &&
	          gp_safe_put(path.p, gp_buf_view(&text), NULL, e);

	gp_buf_free(&text);
	return ok;
}

static bool
reopen(struct gp_series *s, struct gp_err *e)
{
	gp_ledger_free(&s->ledger);
	return gp_ledger_open(&s->ledger, s->folder, true, e);
}

static bool
check_gaps(const struct gp_series *s, const struct gp_release_entry *rows,
           size_t n, struct gp_err *e)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (rows[i].number != i + 1)
			return gp_fail_at(e, GP_INPUT, s->folder, 0, 0,
			                  "release %zu is not in records/, or "
			                  "one is twice: the ledger cannot be "
			                  "made again; put it back from a copy",
			                  i + 1);
	return true;
}

/* The first entry comes last, so that a ledger that is half made is none. */
static bool
relist(struct gp_series *s, struct gp_err *e)
{
	struct gp_release_entry *rows;
	size_t n;

	if (!gp_record_entries(s->arena, s->folder, &rows, &n, e) ||
	    !check_gaps(s, rows, n, e))
		return false;
	while (n-- > 0)
		if (!put_entry(s, &rows[n], e))
			return false;
	return reopen(s, e);
}

/* Records, and no ledger: its first entry is never missing alone. */
static bool
is_ledger_gone(const struct gp_series *s)
{
	struct gp_str first = gp_arena_printf(s->arena, "%s/ledger", s->folder);
	struct gp_str records =
		gp_arena_printf(s->arena, "%s/records", s->folder);

	first = gp_ledger_path(s->arena, first, 1);
	return !gp_file_exists(first.p) && gp_file_exists(records.p);
}

bool
gp_series_has_ledger(const struct gp_series *s, struct gp_err *e)
{
	return !is_ledger_gone(s) ||
	       gp_fail_at(e, GP_INPUT, s->folder, 0, 0,
	                  "the ledger is gone; make it again with "
	                  "`govpub series rebuild %s`",
	                  s->folder);
}

/* One that is half made is read for its folder alone. */
static bool
open_ledger(struct gp_series *s, struct gp_err *e)
{
	struct gp_err ignored = { 0 };

	if (!is_ledger_gone(s))
		return gp_arena_ok(s->arena, e) &&
		       gp_ledger_open(&s->ledger, s->folder, false, e);
	if (!gp_ledger_open(&s->ledger, s->folder, false, &ignored) &&
	    ignored.code == GP_NOMEM)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (!relist(s, e))
		return false;
	if (s->ledger.n)
		gp_diag_add(s->diag, GP_WARNING, "ledger-rebuilt", s->folder, 0,
		            "the ledger was gone and was made again from the "
		            "records: %zu releases",
		            s->ledger.n);
	return true;
}

/* ---- what was left ---- */

bool
gp_series_refresh(struct gp_series *s, bool whole, struct gp_published *done,
                  struct gp_err *e)
{
	const struct gp_series_site site = {
		.folder = s->folder,
		.ledger = &s->ledger,
		.series = &s->file,
		.labels = &s->labels,
		.whole = whole,
	};

	return gp_site_update(&site, done, e);
}

static bool
note_undone(struct gp_series *s, const struct gp_release_entry *r,
            struct gp_err *e)
{
	return !r->undoes ||
	       gp_record_note_undone(s->folder, &s->ledger.rows[r->undoes - 1],
	                             r, e);
}

static bool
finish(struct gp_series *s, const struct gp_journal *j, struct gp_err *e)
{
	struct gp_published done = { 0, 0 };

	gp_diag_add(s->diag, GP_NOTE, "finished", s->folder, 0,
	            "release %u was interrupted when it had happened, and is "
	            "finished now",
	            j->release);
	return note_undone(s, &s->ledger.rows[j->release - 1], e) &&
	       gp_series_refresh(s, j->release != s->ledger.n, &done, e);
}

/* What a ledger has is never taken back: a journal that says so was written by
   somebody else, or a ledger is back that is younger. */
static bool
take_back(struct gp_series *s, const struct gp_journal *j, struct gp_err *e)
{
	bool is_ours = j->edition > gp_ledger_editions(&s->ledger, j->pack);

	if (j->edition && !is_ours)
		return true;
	gp_diag_add(s->diag, GP_NOTE, "taken-back", s->folder, 0,
	            "release %u was interrupted before it happened: nothing of "
	            "it is left",
	            j->release);
	return !j->edition || gp_record_drop(s->folder, j->pack, j->edition, e);
}

static bool
recover(struct gp_series *s, struct gp_err *e)
{
	struct gp_published done = { 0, 0 };
	struct gp_journal j;
	bool is_broken;

	if (!gp_journal_read(s->arena, s->folder, &j, &is_broken, e))
		return false;
	gp_safe_clear(gp_ledger_path(s->arena, s->ledger.folder,
	                             (unsigned)s->ledger.n + 1)
	                      .p);
	if (!j.release && !is_broken)
		return gp_journal_end(s->folder, e);
	if (is_broken && !gp_series_refresh(s, true, &done, e))
		return false;
	if (j.release && !(j.release <= s->ledger.n ? finish(s, &j, e)
	                                            : take_back(s, &j, e)))
		return false;
	return gp_journal_end(s->folder, e);
}

/* ---- for a change ---- */

static bool
check_ways(struct gp_series *s, struct gp_err *e)
{
	static const char *const own[] = { "ledger", "records", "site",
		                           "signatures" };
	struct gp_str inside;
	size_t i;

	for (i = 0; i < sizeof own / sizeof *own; i++) {
		inside = gp_arena_printf(s->arena, "%s/%s/", s->folder, own[i]);
		if (!gp_arena_ok(s->arena, e) ||
		    !gp_safe_way(s->folder, inside.p, e))
			return false;
	}
	return true;
}

static bool
open_locked(struct gp_series *s, const struct gp_settings *settings,
            const struct gp_series_call *call, struct gp_diag *d,
            struct gp_err *e)
{
	struct gp_str ledger;

	if (!open_file(s, call->folder, e))
		return false;
	s->settings = settings;
	s->labels.data = gp_datadir(settings->data);
	s->diag = d;
	ledger = gp_arena_printf(s->arena, "%s/ledger", s->folder);
	if (!gp_arena_ok(s->arena, e) || !find_moment(settings, &s->now, e))
		return false;
	gp_date_utc(&s->now, s->time);
	return check_ways(s, e) && gp_safe_folder(ledger.p, e) &&
	       gp_series_lock_take(&s->lock, ledger.p,
	                           call->who ? call->who : "somebody", s->time,
	                           e);
}

bool
gp_series_open(struct gp_series *s, const struct gp_settings *settings,
               const struct gp_series_call *call, struct gp_diag *d,
               struct gp_err *e)
{
	if (!open_locked(s, settings, call, d, e) || !open_ledger(s, e))
		return false;
	gp_ledger_cache(&s->ledger);
	return settle_moment(s, e) && recover(s, e);
}

bool
gp_series_look(struct gp_series *s, const struct gp_settings *settings,
               const struct gp_series_call *call, struct gp_diag *d,
               struct gp_err *e)
{
	if (!gp_series_read(s, call->folder, false, e))
		return false;
	s->settings = settings;
	s->labels.data = gp_datadir(settings->data);
	s->diag = d;
	return gp_series_has_ledger(s, e) && settle_moment(s, e);
}

/* Records of a release that never happened are no release; what a killed
   command wrote into the ledger and not into the records is written there. */
static bool
settle_records(struct gp_series *s, struct gp_err *e)
{
	struct gp_journal j;
	bool is_broken;

	if (!gp_journal_read(s->arena, s->folder, &j, &is_broken, e))
		return false;
	if (!j.release)
		return true;
	if (j.release <= s->ledger.n)
		return note_undone(s, &s->ledger.rows[j.release - 1], e);
	if (gp_file_exists(
		    gp_ledger_path(s->arena, s->ledger.folder, j.release).p))
		return true;
	return take_back(s, &j, e);
}

bool
gp_series_open_damaged(struct gp_series *s, const struct gp_settings *settings,
                       const struct gp_series_call *call, struct gp_diag *d,
                       struct gp_err *e)
{
	struct gp_err ignored = { 0 };

	if (!open_locked(s, settings, call, d, e))
		return false;
	if (!gp_ledger_open(&s->ledger, s->folder, true, &ignored) &&
	    ignored.code == GP_NOMEM)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (!settle_records(s, e) || !relist(s, e))
		return false;
	gp_ledger_cache(&s->ledger);
	return true;
}

bool
gp_series_commit(struct gp_series *s, const struct gp_release_entry *r,
                 struct gp_published *done, struct gp_err *e)
{
	if (!gp_ledger_append(&s->ledger, r, e))
		return false;
	return note_undone(s, r, e) && gp_series_refresh(s, false, done, e) &&
	       gp_journal_end(s->folder, e);
}
