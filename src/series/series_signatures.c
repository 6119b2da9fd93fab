/* The lists of a series as its site has them, each with the time of the release
   that made it: of the site, the last one that counts.  What the lists say is
   held against ledger and records by others. */
#include "series/opened/series.h"

#include "base/limits.h"
#include "base/map.h"
#include "series/signed/list_of_lists.h"
#include "verify/signatures/signature_check.h"

struct series_lists {
	struct gp_inspect in; /* its name: the site */
	struct gp_signature_check check;
	const struct gp_ledger *ledger;
};

/* The list in the folder `pack` of the site, or its own. */
static bool
check_list(struct series_lists *l, struct gp_str pack, struct gp_str time)
{
	struct gp_signed_list list = { .time = { .precision = GP_NO_DATE } };
	struct gp_str path =
		gp_arena_printf(l->in.arena, "%s/%.*s%s" GP_SUMS_NAME,
	                        l->in.name, GP_ARG(pack), pack.n ? "/" : "");

	if (!gp_arena_ok(l->in.arena, l->in.err))
		return false;
	list.path = path.p;
	list.name = gp_str_sub(path, gp_str(l->in.name).n + 1, path.n).p;
	(void)gp_date_parse(time, &list.time);
	return gp_signature_check_list(&l->check, &list);
}

static bool
check_packs(struct series_lists *l)
{
	struct gp_map seen = { .arena = l->in.arena };
	const struct gp_release_entry *r;
	size_t i = l->ledger->n;

	while (i-- > 0) {
		r = &l->ledger->rows[i];
		if (!gp_release_counts(r) || gp_map_find(&seen, r->pack))
			continue;
		gp_map_put(&seen, r->pack, l);
		if (gp_sums_digest(r).n && !check_list(l, r->pack, r->time))
			return false;
	}
	return gp_arena_ok(l->in.arena, l->in.err);
}

static bool
check_lists(struct series_lists *l)
{
	const struct gp_release_entry *last = gp_ledger_last(l->ledger);

	return gp_signature_check_begin(&l->check) &&
	       (!last || check_list(l, GP_STR(""), last->time)) &&
	       check_packs(l);
}

bool
gp_series_signatures_verify(const struct gp_settings *settings,
                            const struct gp_signers_wanted *wanted,
                            const char *folder, struct gp_diag *d,
                            struct gp_err *e)
{
	struct series_lists l = {
		.in = { .diag = d, .err = e },
		.check = { .settings = settings, .wanted = wanted },
	};
	struct gp_series s;
	bool ok = gp_series_read(&s, folder, false, e) &&
	          gp_series_has_ledger(&s, e);

	l.check.in = &l.in;
	l.ledger = &s.ledger;
	l.in.arena = gp_arena_new(GP_MAX_LEDGER_ARENA);
	if (!l.in.arena)
		ok = gp_fail(e, GP_NOMEM, "out of memory");
	if (ok) {
		l.in.name = gp_arena_printf(l.in.arena, "%s/site", folder).p;
		ok = gp_arena_ok(l.in.arena, e) && check_lists(&l);
	}
	if (ok)
		gp_signature_check_end(&l.check);
	gp_arena_free(l.in.arena);
	gp_series_close(&s);
	return ok;
}
