/* The pack is read as by itself; what the series knows of it is put over a copy
   of its head: who it is, which edition, who its articles are.  The sealed pack
   is not written to, and neither is any file. */
#include "series/release/amending.h"

#include "base/limits.h"
#include "series/release/release_approval.h"
#include "series/release/release_gate.h"
#include "series/release/release_renamed.h"
#include "series/site/feed_head.h"

/* What stays where it is waits as it did, whether its hour has come or not. */
static struct gp_str
held_until(const struct gp_releasing *r)
{
	char time[GP_DATE_TEXT];

	if (r->again && r->before)
		return r->before->held;
	if (r->sealed->held_until.precision == GP_NO_DATE)
		return GP_STR("");
	gp_date_utc(&r->sealed->held_until, time);
	return gp_arena_cstr(r->arena, time);
}

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
		.held = held_until(r),
	};
	return gp_arena_ok(r->arena, e);
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
open_pack(struct gp_releasing *r, bool *amended, struct gp_err *e)
{
	r->settings.amendments = r->amendments.n ? &r->amendments : NULL;
	r->sealed = gp_pack_open(&r->settings, r->s->diag, e);
	return r->sealed && begin_entry(r, e) && gp_release_recognise(r, e) &&
	       gp_release_amend(r, amended, e);
}

/* What is found about a pack that has to be read again is found once more. */
static bool
open_once(struct gp_releasing *r, bool *amended, struct gp_err *e)
{
	struct gp_diag *all = r->s->diag;
	bool ok;

	*amended = false;
	r->s->diag = gp_diag_new();
	ok = r->s->diag ? open_pack(r, amended, e)
	                : gp_fail(e, GP_NOMEM, "out of memory");
	if (r->s->diag && all && !(ok && *amended))
		gp_diag_append(all, r->s->diag);
	gp_diag_free(r->s->diag);
	r->s->diag = all;
	r->how.diag = all;
	return ok;
}

/* Twice is enough: what the ledger knows better is found the first time. */
static bool
open_amended(struct gp_releasing *r, struct gp_err *e)
{
	enum { MOST = 3 };
	bool amended = true;
	unsigned i;

	for (i = 0; i < MOST && amended; i++) {
		gp_pack_free(r->sealed);
		r->sealed = NULL;
		if (!open_once(r, &amended, e))
			return false;
	}
	return !amended || gp_fail(e, GP_INTERNAL,
	                           "what is withdrawn of the pack is not "
	                           "settled");
}

bool
gp_release_begin(struct gp_releasing *r, struct gp_series *s,
                 struct gp_str name, bool again, struct gp_err *e)
{
	struct gp_str folder;

	*r = (struct gp_releasing){ .s = s, .again = again };
	r->arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!r->arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	folder = gp_arena_printf(r->arena, "%s/%.*s", s->folder, GP_ARG(name));
	r->name = gp_arena_str(r->arena, name);
	if (!gp_arena_ok(r->arena, e))
		return false;
	r->before = gp_ledger_last_of(&s->ledger, r->name);
	settle_settings(r, folder.p);
	return gp_arena_ok(r->arena, e) && open_amended(r, e);
}

bool
gp_release_prepare(struct gp_releasing *r, bool *is_new, struct gp_err *e)
{
	return gp_release_gate(r->sealed, &r->s->file, r->settings.folder, e) &&
	       gp_release_renamed(r, e) && gp_release_articles(r, e) &&
	       gp_approval_moment(r, e) && gp_release_edition(r, is_new, e);
}

void
gp_release_end(struct gp_releasing *r)
{
	gp_outputs_free(&r->outputs);
	gp_pack_free(r->sealed);
	gp_arena_free(r->arena);
}
