/*
 * Decisions on units: see work.h.  Every drop of every pass goes through
 * here, so that doubt and "keep all" are treated alike everywhere.
 */
#include "normalise/work.h"

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
keep(struct gp_work *w, size_t from, size_t to, const struct gp_rule *why,
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
		keep(w, from, to, why, confidence);
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
