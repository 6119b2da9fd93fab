/*
 * The budget of rules: one that takes more than a fifth of an article's
 * words is wrong about this article, whatever it is sure of.  What it said of
 * a title or a byline was wrong too: all is read again without it.
 */
#include "normalise/work.h"

/* The share is a judgement: of the articles of content/ the rules that are
   right take about a tenth at most (tests/eval/weigh with
   tests/golden/normalise.test shows it), and twice that is left to them.
   No more than four rules can be over the budget at once, and without them
   others rarely get there. */
enum { FIFTH = 5, MOST_ROUNDS = 4 };

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

/* What the passes found goes; the words and their measures stay. */
static void
start_again(struct gp_work *w)
{
	struct gp_doc *doc = w->doc;
	size_t i;

	for (i = 0; i < w->n; i++) {
		w->units[i].fate = GP_UNDECIDED;
		w->units[i].why = NULL;
	}
	w->source_label = GP_STR("");
	w->source_line = 0;
	doc->title = (struct gp_field){ .at = { 0, 0 } };
	doc->standfirst = (struct gp_standfirst){ .at = { 0, 0 } };
	doc->byline = (struct gp_byline){ .at = { 0, 0 } };
	doc->date = (struct gp_dateline){ .at = { 0, 0 } };
	doc->url = (struct gp_field){ .at = { 0, 0 } };
	doc->source = (struct gp_source){ .n_evidence = 0 };
	w->said = doc->last_warning;
	w->again = true;
	w->rounds++;
}

static void
forget_warnings(struct gp_work *w)
{
	struct gp_doc *doc = w->doc;

	doc->last_warning = w->said;
	if (w->said)
		w->said->next = NULL;
	else
		doc->warnings = NULL;
}

/* Takes a rule out of all verdicts. */
static void
strike(struct gp_work *w, const struct gp_rule *rule)
{
	const struct gp_rule **said;
	size_t i;

	for (i = 0; i < w->n; i++) {
		said = &w->units[i].verdict.by_zone[rule->zone];
		if (*said == rule)
			*said = NULL;
	}
}

/* True when a rule for lines is over its budget, and was struck. */
static bool
strike_rules(struct gp_work *w, size_t *counts)
{
	bool any = false;
	size_t i, *count;

	for (i = 0; i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];

		count = counter(w, counts, u);
		if (!count || u->why == &gp_rule_run ||
		    *count * FIFTH <= w->words)
			continue;
		if (!any)
			forget_warnings(w);
		refuse(w, u, *count);
		strike(w, u->why);
		*count = 0;
		any = true;
	}
	return any;
}

/* Keeps what is over the budget, and nothing more. */
static void
keep_lines(struct gp_work *w, size_t *counts, bool *told)
{
	size_t i, *count;

	for (i = 0; i < w->n; i++) {
		count = counter(w, counts, &w->units[i]);
		if (!count || *count * FIFTH <= w->words)
			continue;
		if (!told[count - counts])
			refuse(w, &w->units[i], *count);
		told[count - counts] = true;
		w->units[i].fate = GP_KEPT;
	}
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
	if (w->rounds < MOST_ROUNDS && strike_rules(w, counts)) {
		start_again(w);
		gp_work_survey(w);
	} else {
		keep_lines(w, counts, told);
	}
	return true;
}
