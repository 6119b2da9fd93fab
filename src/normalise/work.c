/*
 * Decisions on units and measures of all of them.  Every drop of every pass
 * goes through here, so that doubt and "keep all" are treated alike
 * everywhere.  Knows no pass.
 */
#include "normalise/work.h"

/* Judgements; the last gap is over the widest. */
enum {
	WIDEST_GAP = 8,    /* more blank lines count as so many */
	LAST_GAP = 9,      /* behind the last unit */
	TENTHS_SPACED = 6, /* gaps of a text that parts its paragraphs */
};

/* A rule's zone means nothing where it is no pattern. */
const struct gp_rule gp_rule_consumed = {
	.zone = GP_ZONE_COUNT,
	.confidence = 99,
	.reason = { "consumed-as-metadata", 20 },
	.pattern = { "metadata-line", 13 },
};
const struct gp_rule gp_rule_repeated = {
	.zone = GP_ZONE_COUNT,
	.confidence = 95,
	.reason = { "consumed-as-metadata", 20 },
	.pattern = { "repeated-name", 13 },
};
const struct gp_rule gp_rule_overridden = {
	.zone = GP_ZONE_COUNT,
	.confidence = 100,
	.reason = { "overridden", 10 },
	.pattern = { "pack.yaml", 9 },
};
const struct gp_rule gp_rule_run = {
	.zone = GP_ZONE_COUNT,
	.confidence = 0, /* worked out for each run */
	.reason = { "related-links", 13 },
	.pattern = { "unlabelled-run", 14 },
};
const struct gp_rule gp_rule_unseen = {
	.zone = GP_ZONE_COUNT,
	.confidence = 100,
	.reason = { "nothing-to-see", 14 },
	.pattern = { "invisible-characters", 20 },
};

static void
keep_units(struct gp_work *w, size_t from, size_t to, const struct gp_rule *why,
           int confidence)
{
	unsigned first = w->units[from].at.first,
		 last = w->units[to - 1].at.last;
	const char *code = confidence < GP_SURE ? "kept-unsure" : "kept-all";
	size_t i;

	for (i = from; i < to; i++)
		w->units[i].fate = GP_KEPT;
	if (confidence <= 0)
		return;
	if (first == last)
		gp_doc_warn(w->doc, code, first,
		            "line %u looks like %.*s (kept, %d.%02d)", first,
		            GP_ARG(why->reason), confidence / 100,
		            confidence % 100);
	else
		gp_doc_warn(w->doc, code, first,
		            "lines %u-%u look like %.*s (kept, %d.%02d)", first,
		            last, GP_ARG(why->reason), confidence / 100,
		            confidence % 100);
}

bool
gp_work_drop(struct gp_work *w, size_t from, size_t to,
             const struct gp_rule *why, int confidence)
{
	size_t i;

	if (confidence < GP_SURE || w->how->keep_all) {
		keep_units(w, from, to, why, confidence);
		return false;
	}
	for (i = from; i < to; i++) {
		w->units[i].fate = GP_DROPPED;
		w->units[i].why = why;
		w->units[i].confidence = confidence;
	}
	return true;
}

void
gp_work_consume(struct gp_work *w, size_t i, const struct gp_rule *why)
{
	w->units[i].fate = GP_DROPPED;
	w->units[i].why = why;
	w->units[i].confidence = why->confidence;
}

/* The most frequent number of blank lines between two units. */
static unsigned
usual_gap(const struct gp_work *w)
{
	size_t counts[WIDEST_GAP + 1] = { 0 }, i;
	unsigned gap, best = 1;

	for (i = 1; i < w->n; i++) {
		gap = w->units[i].gap;
		counts[gap < WIDEST_GAP ? gap : WIDEST_GAP]++;
	}
	for (gap = 1; gap <= WIDEST_GAP; gap++)
		if (counts[gap] > counts[best])
			best = gap;
	return best;
}

/* The earliest rule speaks: no pass needs to ask a rule of zone "mid", which
   is for the lines under it too. */
static void
ask_rules(struct gp_unit *u, bool *running_text)
{
	const struct gp_rule *rule = gp_verdict_rule(&u->verdict, ~0U);

	u->wanted = rule && rule->confidence == 0 && rule->zone != GP_ZONE_MID;
	*running_text = u->prose && (!rule || rule->confidence == 0);
}

void
gp_work_survey(struct gp_work *w)
{
	size_t i, gaps = 0;
	bool running_text;

	w->last_prose = 0;
	for (i = 0; i < w->n; i++) {
		struct gp_unit *u = &w->units[i];

		u->after = i + 1 < w->n ? w->units[i + 1].gap : LAST_GAP;
		gaps += i > 0 && u->gap > 0;
		ask_rules(u, &running_text);
		if (running_text)
			w->last_prose = i;
	}
	w->usual_gap = usual_gap(w);
	w->spaced = w->n < 2 || gaps * 10 >= (w->n - 1) * TENTHS_SPACED;
}
