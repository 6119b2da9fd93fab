/* The tail: what stands behind the last paragraph.  Rules for any place and
   for the tail drop a line; a rule of zone "end" takes with it what follows,
   but no running text.  Labels of related links are left to runs.c, which
   has their budget. */
#include "normalise/says/meta_line.h"
#include "normalise/work.h"

/* A judgement: as sure as a drop has to be, and no more. */
enum { SWALLOWED = GP_SURE };

/* A line behind the label of an end: a fit of its own makes it as sure as
   the label is. */
static void
drop_behind(struct gp_work *w, size_t i, const struct gp_rule *label)
{
	struct gp_unit *u = &w->units[i];
	const struct gp_rule *own = gp_verdict_rule(
		&u->verdict, GP_IN_ANY | GP_IN_TAIL | GP_IN_END | GP_IN_MID);
	int confidence = SWALLOWED;

	if (own && gp_str_eq(own->reason, label->reason))
		confidence = label->confidence > own->confidence
		                     ? label->confidence
		                     : own->confidence;
	else if (own)
		confidence = own->confidence;
	if (own || !u->prose)
		(void)gp_work_drop(w, i, i + 1, own ? own : label, confidence);
}

bool
gp_pass_tail(struct gp_work *w, struct gp_err *e)
{
	const struct gp_rule *end = NULL, *rule;
	size_t i = w->last_prose + 1;

	(void)e;
	if (i < w->after_title)
		i = w->after_title;
	for (; i < w->n; i++) {
		struct gp_unit *u = &w->units[i];

		if (u->fate != GP_UNDECIDED)
			continue;
		if (end) {
			drop_behind(w, i, end);
			continue;
		}
		rule = gp_verdict_rule(&u->verdict,
		                       GP_IN_ANY | GP_IN_TAIL | GP_IN_END);
		if (!rule && gp_is_meta_line(u->text))
			rule = &gp_rule_fields;
		if (!rule)
			continue;
		if (gp_work_drop(w, i, i + 1, rule, rule->confidence) &&
		    rule->zone == GP_ZONE_END)
			end = rule;
	}
	return true;
}
