/*
 * What a source says about itself, weighed: the claims of a draft become
 * fields of the document.  The parts of gp_pass_claims(), one a field.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_CLAIMS_H
#define GP_NORMALISE_SAYS_CLAIMS_H

#include "normalise/says/dateline.h"
#include "normalise/work.h"

/* The next claim of a kind behind `c` (NULL: the first). */
struct gp_claim *
gp_claims_next(const struct gp_work *w, const struct gp_claim *c,
               enum gp_claim_kind kind);

/* Its words, repaired and in the house's typography, in the document. */
struct gp_str
gp_claim_text(struct gp_work *w, struct gp_str value);

/* Letters and digits in lower case, single spaces: for comparing only. */
struct gp_str
gp_claim_fold(struct gp_work *w, struct gp_str s);

/* True when either holds the other, letter by letter. */
bool
gp_claims_agree(struct gp_work *w, struct gp_str a, struct gp_str b);

/* True for the name of the site, or its address without the ending. */
bool
gp_claims_is_site(struct gp_work *w, struct gp_str name);

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

/* A line of the text that is a byline, when there are claims: true when it
   says what they say, or nothing; it replaces them when it names others. */
enum gp_line_says { GP_SAYS_SAME, GP_SAYS_OTHER, GP_SAYS_NOBODY };
enum gp_line_says
gp_claims_check_byline(struct gp_work *w, struct gp_str line);

#endif
