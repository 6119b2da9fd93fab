/*
 * What is left standing on a page when its furniture is gone: a heading at
 * the end with nothing under it, rules that part nothing, terms whose meaning
 * went to a field.
 */
#include "normalise/work.h"

/* How sure these are is a judgement: over what a drop needs (GP_SURE), and a
   rule that parts nothing as good as certain. */
static const struct gp_rule lonely_heading = {
	.zone = GP_ZONE_COUNT,
	.confidence = 88,
	.reason = { "page-furniture", 14 },
	.pattern = { "heading-without-text", 20 },
};
static const struct gp_rule idle_rule = {
	.zone = GP_ZONE_COUNT,
	.confidence = 99,
	.reason = { "nothing-to-see", 14 },
	.pattern = { "rule-that-parts-nothing", 23 },
};

static bool
is_kind(const struct gp_unit *u, enum gp_kind kind)
{
	return u->fate == GP_UNDECIDED && u->block->has_hint &&
	       u->block->hint == kind;
}

/* Only on pages: who writes Markdown may well end on a heading. */
static bool
from_page(const struct gp_unit *u)
{
	return u->block->path.n > 0;
}

/* Of a page in headings alone they are all there is to read. */
static bool
has_text(const struct gp_work *w)
{
	size_t i;

	for (i = 0; i < w->n; i++)
		if (gp_unit_stays(&w->units[i]) && w->units[i].words > 0 &&
		    !is_kind(&w->units[i], GP_HEADING))
			return true;
	return false;
}

static void
drop_end(struct gp_work *w)
{
	size_t i = has_text(w) ? w->n : 0;

	while (i-- > 0) {
		const struct gp_unit *u = &w->units[i];

		if (!gp_unit_stays(u))
			continue;
		if (is_kind(u, GP_HEADING) && from_page(u))
			(void)gp_work_drop(w, i, i + 1, &lonely_heading,
			                   lonely_heading.confidence);
		else if (is_kind(u, GP_RULE))
			gp_work_consume(w, i, &idle_rule);
		else if (!is_kind(u, GP_FIGURE))
			break;
		if (gp_unit_stays(&w->units[i]) && !is_kind(u, GP_FIGURE))
			break;
	}
}

static void
drop_rules(struct gp_work *w)
{
	bool parts = false; /* there is text, and no rule behind it yet */
	size_t i;

	for (i = 0; i < w->n; i++) {
		if (!gp_unit_stays(&w->units[i]))
			continue;
		if (is_kind(&w->units[i], GP_RULE) && !parts)
			gp_work_consume(w, i, &idle_rule);
		else
			parts = !is_kind(&w->units[i], GP_RULE);
	}
}

/* ---- terms whose meaning is a field ---- */

/* The list of terms that a unit is in, not deeper. */
static const struct gp_draft_frame *
terms_round(const struct gp_unit *u)
{
	const struct gp_draft_frame *f = u->block->in;

	while (f && f->node.kind != GP_TERMS)
		f = f->in;
	return f;
}

/* What is said behind a term, as far as it was read, from the end. */
struct said {
	const struct gp_draft_frame *list;
	bool any, stays; /* descriptions, and one of them in the text */
	bool term;       /* the unit behind was a term */
};

static void
look_at_unit(struct gp_work *w, size_t i, struct said *said)
{
	const struct gp_unit *u = &w->units[i];
	const struct gp_draft_frame *list = terms_round(u);
	bool term = list && u->block->hint == GP_TERM;

	if (list != said->list || (said->term && !term))
		*said = (struct said){ .list = list };
	if (term && said->any && !said->stays && gp_unit_stays(u))
		gp_work_consume(w, i, &gp_rule_consumed);
	if (list && !term) {
		said->any = true;
		said->stays |= gp_unit_stays(u);
	}
	said->term = term;
}

/* "Published" says nothing where the day behind it went to its field. */
static void
drop_terms(struct gp_work *w)
{
	struct said said = { .list = NULL };
	size_t i = w->n;

	while (i-- > 0)
		look_at_unit(w, i, &said);
}

/* Lines before the text that turned out to say nothing of note. */
static void
drop_front(struct gp_work *w)
{
	struct gp_rule *rule;
	size_t i;

	for (i = 0; i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];

		if (!u->block->front || u->fate != GP_UNDECIDED)
			continue;
		rule = gp_arena_alloc(w->scratch, sizeof *rule);
		if (!rule)
			return;
		rule->zone = GP_ZONE_COUNT;
		rule->confidence = u->block->confidence;
		rule->reason = u->block->why;
		rule->pattern = u->block->rule;
		(void)gp_work_drop(w, i, i + 1, rule, rule->confidence);
	}
}

bool
gp_pass_leftovers(struct gp_work *w, struct gp_err *e)
{
	if (!w->structured)
		return true;
	drop_front(w);
	drop_terms(w);
	drop_rules(w);
	drop_end(w);
	return gp_arena_ok(w->scratch, e);
}
