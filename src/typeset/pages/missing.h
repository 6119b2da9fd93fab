/*
 * Findings about what no face can draw, kept for each source until its lines
 * are set.  Neither a face nor a place on a page is known.  Private to
 * typeset/pages/.
 */
#ifndef GP_TYPESET_PAGES_MISSING_H
#define GP_TYPESET_PAGES_MISSING_H

#include "typeset/pages/layout.h"

/* What cannot be drawn as it stands: a character that no face has, or a tower
   of marks, met in a paragraph; all of them as findings, one a source. */
void
gp_missing_note(struct gp_layout *l, const struct gp_para *p,
                uint32_t code_point);
void
gp_missing_stack(struct gp_layout *l, const struct gp_para *p);
void
gp_missing_report(struct gp_layout *l);

#endif
