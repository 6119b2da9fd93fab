/*
 * What a source says about itself, weighed: the claims of a draft become
 * fields of the document.  The parts of gp_pass_claims(), each in a file of
 * its name; what stands in the text without markup is none of theirs.  Private
 * to normalise/says/.
 */
#ifndef GP_NORMALISE_SAYS_CLAIM_FIELDS_H
#define GP_NORMALISE_SAYS_CLAIM_FIELDS_H

#include "normalise/work.h"

/* The language of the article, which the others need to know: language.c. */
bool
gp_claims_language(struct gp_work *w, struct gp_err *e);

void
gp_claims_title(struct gp_work *w);
void
gp_claims_byline(struct gp_work *w);
void
gp_claims_date(struct gp_work *w);

/* Marks the claims that say other than the one that was taken; for dates
   gp_claims_date() does. */
void
gp_claims_compare(struct gp_work *w);

/* What a line of the text that is a byline says to the byline that was taken
   from claims: it names one of those people, only others, or nobody that can
   be read.  Decides nothing. */
enum gp_line_says { GP_SAYS_SAME, GP_SAYS_OTHER, GP_SAYS_NOBODY };
enum gp_line_says
gp_claims_check_byline(struct gp_work *w, struct gp_str line);

#endif
