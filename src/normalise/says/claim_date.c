/* The date among the claims: when the article was published, before when it
   was changed.  Days that several places name outweigh one that a single
   place names; a month counts where no day is known.  How claims are read is
   not its matter. */
#include "normalise/says/claim_fields.h"
#include "normalise/says/claim_words.h"
#include "normalise/says/date_evidence.h"

/* Of the same day, and both say so of the same. */
static bool
agree(const struct gp_said_date *a, const struct gp_said_date *b)
{
	return a->modified == b->modified && a->day == b->day &&
	       (a->date.precision < GP_DAY) == (b->date.precision < GP_DAY);
}

/* What all places of one day weigh, each counted once. */
static int
support(const struct gp_said_dates *s, const struct gp_said_date *d)
{
	bool seen[GP_SAID_ASTRAY + 1] = { false };
	int sum = 0;
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct gp_said_date *o = &s->all[i];

		if (!agree(o, d) || seen[o->claim->said->place])
			continue;
		seen[o->claim->said->place] = true;
		sum += o->weight;
	}
	return sum;
}

static struct gp_said_date *
choose_of(struct gp_said_dates *s, bool modified, bool days)
{
	struct gp_said_date *best = NULL;
	int most = 0, sum;
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct gp_said_date *d = &s->all[i];

		if (d->modified != modified ||
		    (d->date.precision >= GP_DAY) != days)
			continue;
		sum = support(s, d);
		if (!best || sum > most ||
		    (sum == most && d->weight > best->weight)) {
			best = d;
			most = sum;
		}
	}
	return best;
}

/* A day before a month, and publication before change. */
static struct gp_said_date *
choose_date(struct gp_said_dates *s)
{
	struct gp_said_date *best = choose_of(s, false, true);

	best = best ? best : choose_of(s, true, true);
	best = best ? best : choose_of(s, false, false);
	return best ? best : choose_of(s, true, false);
}

/* The claim of the same day that says the most of it; one in UTC that was
   written on another day does not. */
static const struct gp_said_date *
finest(const struct gp_said_dates *s, const struct gp_said_date *best)
{
	const struct gp_said_date *finest = NULL;
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct gp_said_date *d = &s->all[i];

		if (!agree(d, best) || d->is_moved)
			continue;
		if (!finest ||
		    (d == best && finest->date.precision <= GP_DAY) ||
		    (d->date.precision > GP_DAY &&
		     finest->date.precision <= GP_DAY) ||
		    (d->date.has_zone && !finest->date.has_zone &&
		     d->date.precision > GP_DAY))
			finest = d;
	}
	return finest ? finest : best;
}

/* A month in an address is true of each of its days, a year of its months. */
static bool
says_other(const struct gp_said_date *a, const struct gp_said_date *b)
{
	enum gp_precision least = a->date.precision < b->date.precision
	                                  ? a->date.precision
	                                  : b->date.precision;

	if (a->day - b->day <= 1 && b->day - a->day <= 1)
		return false;
	return least >= GP_DAY || a->date.year != b->date.year ||
	       (least == GP_MONTH && a->date.month != b->date.month);
}

static void
mark_others(struct gp_said_dates *s, const struct gp_said_date *best)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (s->all[i].modified == best->modified)
			s->all[i].claim->differs = says_other(&s->all[i], best);
}

static void
warn_others(struct gp_work *w, const struct gp_said_dates *s,
            const struct gp_said_date *best)
{
	char this[GP_DATE_TEXT], that[GP_DATE_TEXT];
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct gp_said_date *d = &s->all[i];

		if (d->modified != best->modified ||
		    d->claim->said->place == GP_SAID_NEARBY ||
		    !says_other(d, best))
			continue;
		gp_date_iso(&best->date, this);
		gp_date_iso(&d->date, that);
		gp_doc_warn(w->doc, "date-disagrees", 0,
		            "the date is %s by %.*s, but %s by %.*s", this,
		            GP_ARG(best->claim->said->from), that,
		            GP_ARG(d->claim->said->from));
		return;
	}
}

void
gp_claims_date(struct gp_work *w)
{
	struct gp_said_dates *s = gp_arena_alloc(w->scratch, sizeof *s);
	struct gp_said_date *best;
	const struct gp_said_date *shown;

	if (!s)
		return;
	gp_said_dates_read(w, s);
	best = choose_date(s);
	if (!best) {
		if (s->unclear)
			gp_doc_warn(w->doc, "date-ambiguous", 0,
			            "the date may be either of two days, and "
			            "the page does not say which");
		return;
	}
	shown = finest(s, best);
	shown->claim->taken = true;
	w->doc->date = (struct gp_dateline){
		.date = shown->date,
		.role = best->modified ? GP_MODIFIED : GP_PUBLISHED,
		.raw = gp_claim_text(w, shown->claim->said->value),
	};
	mark_others(s, best);
	warn_others(w, s, best);
}
