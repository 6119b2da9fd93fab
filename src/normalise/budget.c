/*
 * The budget of rules: one that takes more than a fifth of an article's
 * words is wrong about this article, whatever it is sure of.
 */
#include "normalise/work.h"

enum { FIFTH = 5 };

/* The counter of a rule that has a budget; NULL for what was consumed. */
static size_t *
counter(const struct gp_work *w, size_t *counts, const struct gp_unit *u)
{
	size_t n = gp_rules_count(w->how->rules);

	if (u->fate != GP_DROPPED)
		return NULL;
	if (u->why == &gp_rule_run)
		return &counts[n];
	return u->why->zone == GP_ZONE_COUNT ? NULL : &counts[u->why->index];
}

static void
refuse(struct gp_work *w, const struct gp_unit *u, size_t words)
{
	gp_doc_warn(w->doc, "drop-refused", u->at.first,
	            "the rule \"%.*s\" would drop %zu of %zu words as %.*s, "
	            "from line %u on (kept)",
	            GP_ARG(u->why->pattern), words, w->words,
	            GP_ARG(u->why->reason), u->at.first);
}

bool
gp_pass_budget(struct gp_work *w, struct gp_err *e)
{
	size_t n = gp_rules_count(w->how->rules) + 1, i;
	size_t *counts = gp_arena_array(w->scratch, n, sizeof *counts);
	bool *told = gp_arena_array(w->scratch, n, sizeof *told);
	size_t *count;

	if (!counts || !told)
		return gp_arena_ok(w->scratch, e);
	for (i = 0; i < w->n; i++) {
		count = counter(w, counts, &w->units[i]);
		if (count)
			*count += w->units[i].words;
	}
	for (i = 0; i < w->n; i++) {
		count = counter(w, counts, &w->units[i]);
		if (!count || *count * FIFTH <= w->words)
			continue;
		if (!told[count - counts])
			refuse(w, &w->units[i], *count);
		told[count - counts] = true;
		w->units[i].fate = GP_KEPT;
	}
	return true;
}
