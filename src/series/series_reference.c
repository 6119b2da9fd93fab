/* The ledger asked which release has a reference, and what became of it since:
   a later edition, a withdrawal, an undoing.  No record and no file of the site
   is opened, so it costs a long series the reading of its ledger. */
#include "series/opened/series.h"

#include "verify/published_reference.h"

struct reference_search {
	struct gp_inspect in; /* its name: the series */
	const struct gp_ledger *ledger;
	size_t found;
};

static struct gp_str
undone_at(const struct gp_ledger *l, const struct gp_release_entry *r)
{
	size_t i;

	for (i = r->number; i < l->n; i++)
		if (l->rows[i].undoes == r->number)
			return l->rows[i].time;
	return GP_STR("a time that is not known");
}

static void
tell(struct reference_search *s, const struct gp_release_entry *r,
     enum gp_check_id id, struct gp_str now)
{
	gp_found(&s->in, id, r->pack.p, 0,
	         "%.*s is the reference of edition %u, \"%.*s\", released at "
	         "%.*s%.*s",
	         GP_ARG(r->reference), r->edition, GP_ARG(r->title),
	         GP_ARG(r->time), GP_ARG(now));
	s->found++;
}

static void
tell_old(struct reference_search *s, const struct gp_release_entry *r,
         const struct gp_release_entry *last)
{
	char now[128];

	gp_format(now, sizeof now, "; edition %u is out since %.*s",
	          last->edition, GP_ARG(last->time));
	tell(s, r, GP_CHECK_REFERENCE_OLD, gp_str(now));
}

static void
tell_gone(struct reference_search *s, const struct gp_release_entry *r,
          const char *what, struct gp_str when)
{
	char now[128];

	gp_format(now, sizeof now, "; %s at %.*s", what, GP_ARG(when));
	tell(s, r, GP_CHECK_REFERENCE_GONE, gp_str(now));
}

static void
tell_release(struct reference_search *s, const struct gp_release_entry *r)
{
	const struct gp_release_entry *last =
		gp_ledger_last_of(s->ledger, r->pack);

	if (r->undone)
		tell_gone(s, r, "the release was taken back",
		          undone_at(s->ledger, r));
	else if (!last || last->number == r->number)
		tell(s, r, GP_CHECK_REFERENCE_FOUND,
		     GP_STR("; it is the one that is out"));
	else if (gp_release_is_withdrawal(last))
		tell_gone(s, r, "the pack was withdrawn", last->time);
	else if (last->n_files == 0)
		tell_gone(s, r, "the files of the pack left the site",
		          last->time);
	else
		tell_old(s, r, last);
}

static bool
search(struct reference_search *s, const char *reference)
{
	size_t i;

	for (i = 0; i < s->ledger->n; i++)
		if (gp_str_eq(s->ledger->rows[i].reference, gp_str(reference)))
			tell_release(s, &s->ledger->rows[i]);
	if (s->found == 0)
		gp_reference_unknown(&s->in, reference);
	return true;
}

bool
gp_series_reference_find(const char *folder, const char *typed,
                         struct gp_diag *d, struct gp_err *e)
{
	struct reference_search s = {
		.in = { .name = folder, .diag = d, .err = e },
	};
	char reference[GP_REFERENCE_TEXT];
	struct gp_series series;
	bool ok;

	if (!gp_reference_typed(typed, reference, e))
		return false;
	ok = gp_series_read(&series, folder, false, e) &&
	     gp_series_has_ledger(&series, e);
	s.ledger = &series.ledger;
	ok = ok && search(&s, reference);
	gp_series_close(&series);
	return ok;
}
