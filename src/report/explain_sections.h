/*
 * Sections of the page that `normalise --explain` prints, those that stand in
 * files of their own: claims_shown.c, rule_effects.c, advice.c.  None knows
 * the others or their order.  Private to report/.
 */
#ifndef GP_REPORT_EXPLAIN_SECTIONS_H
#define GP_REPORT_EXPLAIN_SECTIONS_H

#include "report/explain_page.h"

/* The section on what the source says of itself; none when it says
   nothing. */
void
gp_explain_claims(struct gp_explained *p);
/* The section on what a rule file did; none without one. */
void
gp_explain_rules(struct gp_explained *p);
/* The section on what to write into pack.yaml where all that is wrong. */
void
gp_explain_advice(struct gp_explained *p);

#endif
