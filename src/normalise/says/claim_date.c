/* The date among the claims: when the article was published, before when it
   was changed.  Days that several places name outweigh one that a single
   place names; one that may be either of two days counts for nothing. */
#include "normalise/says/claim_fields.h"
#include "normalise/says/claim_words.h"
#include "normalise/says/dateline.h"

#include "normalise/rules/sites.h"

enum { MOST_DATES = 120, OLDEST = 1800, A_DAY = 86400 };

/* Trust in a date by where it is said.  The places that name one day add
   theirs up.  A judgement: the file's own word outweighs all the others
   together, and what programs are told what is seen.  Halves and doubles were
   tried by tests/eval/weigh on 889 pages of two public sets, WCXB's articles
   and htmldate's, where these get 699 dates right: none changes more than 7.
   Half the trust in data, or double in the page, would get 7 or 6 more.  The
   pages of tests/eval do not tell. */
static const int place_trust[] = {
	[GP_SAID_BY_FILE] = 20, [GP_SAID_IN_DATA] = 6, [GP_SAID_IN_META] = 5,
	[GP_SAID_IN_PAGE] = 4,  [GP_SAID_NEARBY] = 2,
};

struct said_date {
	struct gp_judged_claim *claim;
	struct gp_date date;
	bool modified;
	int weight;
	int64_t day;
};

struct said_dates {
	struct said_date all[MOST_DATES];
	size_t n;
	enum gp_date_order order;
	bool unclear;
};

/* ---- "03/04/2015" ---- */

/* As the rule file says, or the language has it; by the other dates where it
   does not say. */
static enum gp_date_order
order_of(struct gp_work *w)
{
	static const enum gp_date_order by_rule[] = {
		[GP_DATES_DMY] = GP_DAY_FIRST,
		[GP_DATES_MDY] = GP_MONTH_FIRST,
		[GP_DATES_YMD] = GP_ORDER_UNKNOWN,
	};
	struct gp_str lang = w->doc->lang;
	struct gp_judged_claim *c = NULL;
	struct gp_found_date found;

	if (w->how->site &&
	    gp_site_file_of(w->how->site)->dates != GP_DATES_UNSAID)
		return by_rule[gp_site_file_of(w->how->site)->dates];
	if (gp_str_eq_nocase(lang, GP_STR("en-US")))
		return GP_MONTH_FIRST;
	if (lang.n > 2 || !gp_str_eq_nocase(lang, GP_STR("en")))
		return GP_DAY_FIRST;
	while ((c = gp_claims_next(w, c, GP_CLAIM_DATE)) != NULL) {
		size_t slash = gp_str_find(c->said->value, GP_STR("/"), 0);

		if (slash + 3 > c->said->value.n ||
		    !gp_dateline_find(c->said->value, GP_ORDER_UNKNOWN, &found,
		                      NULL))
			continue;
		/* One reading only: the day is the one over 12. */
		return c->said->value.p[0] - '0' == found.date.day / 10 &&
		                       found.date.day > 12
		               ? GP_DAY_FIRST
		               : GP_MONTH_FIRST;
	}
	return GP_ORDER_UNKNOWN;
}

/* ---- reading ---- */

static bool
is_default(const struct gp_date *d)
{
	return d->year < OLDEST ||
	       (d->year == 1970 && d->month == 1 && d->day == 1);
}

/* Midnight sharp is what programs write that know the day only. */
static void
drop_midnight(struct gp_date *d)
{
	if (d->precision > GP_DAY && d->hour == 0 && d->minute == 0 &&
	    d->second == 0) {
		d->precision = GP_DAY;
		d->has_zone = false;
	}
}

static bool
read_date(struct said_dates *s, const struct gp_judged_claim *c,
          struct gp_date *date, bool *modified)
{
	struct gp_found_date found;

	*modified = c->said->modified;
	if (gp_date_parse(c->said->value, date) && date->precision >= GP_DAY)
		return !is_default(date);
	if (!gp_dateline_find(c->said->value, s->order, &found, &s->unclear))
		return false;
	*date = found.date;
	*modified |= found.role == GP_MODIFIED;
	return !is_default(date);
}

static void
add_said_date(struct said_dates *s, struct gp_judged_claim *c)
{
	struct said_date *d = &s->all[s->n];
	struct gp_date day;

	if (s->n == MOST_DATES || !read_date(s, c, &d->date, &d->modified))
		return;
	drop_midnight(&d->date);
	d->claim = c;
	d->weight = place_trust[c->said->place];
	day = d->date;
	day.precision = GP_DAY;
	day.has_zone = false;
	d->day = gp_date_seconds(&day) / A_DAY;
	s->n++;
}

/* A byline may hold a date too: "By Jane Smith, 3 June 2019". */
static void
collect_dates(struct gp_work *w, struct said_dates *s)
{
	struct gp_judged_claim *c;

	for (c = w->doc->claims; c; c = c->next) {
		bool dated = c->said->kind == GP_CLAIM_DATE ||
		             (c->said->kind == GP_CLAIM_BYLINE &&
		              (c->said->place == GP_SAID_IN_PAGE ||
		               c->said->place == GP_SAID_NEARBY));

		if (dated &&
		    (c->said->in_article || c->said->place == GP_SAID_BY_FILE))
			add_said_date(s, c);
	}
}

/* ---- what is seen ---- */

static bool
is_for_programs(const struct said_date *d)
{
	return d->claim->said->place != GP_SAID_IN_PAGE &&
	       d->claim->said->place != GP_SAID_NEARBY;
}

static bool
is_stated(const struct said_dates *s, int64_t day, bool modified)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (is_for_programs(&s->all[i]) && s->all[i].day == day &&
		    s->all[i].modified == modified)
			return true;
	return false;
}

/* A page may show when it was changed and not say so: its head does. */
static void
settle_seen(struct said_dates *s)
{
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct said_date *d = &s->all[i];

		if (!is_for_programs(d) && is_stated(s, d->day, true) &&
		    !is_stated(s, d->day, false))
			d->modified = true;
	}
}

/* ---- choosing ---- */

/* What all places of one day weigh, each counted once. */
static int
support(const struct said_dates *s, const struct said_date *d)
{
	bool seen[GP_SAID_NEARBY + 1] = { false };
	int sum = 0;
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct said_date *o = &s->all[i];

		if (o->modified != d->modified || o->day != d->day ||
		    seen[o->claim->said->place])
			continue;
		seen[o->claim->said->place] = true;
		sum += o->weight;
	}
	return sum;
}

static struct said_date *
choose_date(struct said_dates *s, bool modified)
{
	struct said_date *best = NULL;
	int most = 0, sum;
	size_t i;

	for (i = 0; i < s->n; i++) {
		struct said_date *d = &s->all[i];

		if (d->modified != modified)
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

/* The claim of the same day that says the most of it. */
static const struct said_date *
finest(const struct said_dates *s, const struct said_date *best)
{
	const struct said_date *finest = best;
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct said_date *d = &s->all[i];

		if (d->day != best->day || d->modified != best->modified)
			continue;
		if ((d->date.precision > GP_DAY &&
		     finest->date.precision <= GP_DAY) ||
		    (d->date.has_zone && !finest->date.has_zone &&
		     d->date.precision > GP_DAY))
			finest = d;
	}
	return finest;
}

static void
mark_others(struct said_dates *s, const struct said_date *best)
{
	size_t i;

	for (i = 0; i < s->n; i++)
		if (s->all[i].modified == best->modified)
			s->all[i].claim->differs =
				s->all[i].day - best->day > 1 ||
				best->day - s->all[i].day > 1;
}

static void
warn_others(struct gp_work *w, const struct said_dates *s,
            const struct said_date *best)
{
	char this[GP_DATE_TEXT], that[GP_DATE_TEXT];
	size_t i;

	for (i = 0; i < s->n; i++) {
		const struct said_date *d = &s->all[i];

		if (d->modified != best->modified ||
		    d->claim->said->place == GP_SAID_NEARBY ||
		    (d->day - best->day <= 1 && best->day - d->day <= 1))
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
	struct said_dates *s = gp_arena_alloc(w->scratch, sizeof *s);
	struct said_date *best;
	const struct said_date *shown;

	if (!s)
		return;
	s->order = order_of(w);
	collect_dates(w, s);
	settle_seen(s);
	best = choose_date(s, false);
	if (!best)
		best = choose_date(s, true);
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
