/* The pack is read as by itself; what the series knows of it is put over a copy
   of its head: who it is, which edition, who its articles are.  The sealed pack
   is not written to, and neither is any file. */
#include "series/release/releasing.h"

#include "base/limits.h"
#include "series/release/release_gate.h"
#include "series/site/feed_head.h"

static struct gp_str
held_until(const struct gp_releasing *r)
{
	char time[GP_DATE_TEXT];

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

bool
gp_release_begin(struct gp_releasing *r, struct gp_series *s,
                 struct gp_str name, struct gp_err *e)
{
	struct gp_str folder;

	*r = (struct gp_releasing){ .s = s };
	r->arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!r->arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	folder = gp_arena_printf(r->arena, "%s/%.*s", s->folder, GP_ARG(name));
	r->name = gp_arena_str(r->arena, name);
	if (!gp_arena_ok(r->arena, e))
		return false;
	r->before = gp_ledger_last_of(&s->ledger, r->name);
	settle_settings(r, folder.p);
	if (!gp_arena_ok(r->arena, e))
		return false;
	r->sealed = gp_pack_open(&r->settings, s->diag, e);
	return r->sealed != NULL;
}

bool
gp_release_prepare(struct gp_releasing *r, bool *is_new, struct gp_err *e)
{
	return gp_release_gate(r->sealed, &r->s->file, r->settings.folder, e) &&
	       begin_entry(r, e) && gp_release_articles(r, e) &&
	       gp_release_edition(r, is_new, e);
}

void
gp_release_end(struct gp_releasing *r)
{
	gp_outputs_free(&r->outputs);
	gp_pack_free(r->sealed);
	gp_arena_free(r->arena);
}
