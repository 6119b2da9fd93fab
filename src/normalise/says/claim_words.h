/*
 * The claims of a draft as the fields read them: one by one, repaired,
 * compared.  Which of them is believed is not decided here.
 * Private to normalise/says/.
 */
#ifndef GP_NORMALISE_SAYS_CLAIM_WORDS_H
#define GP_NORMALISE_SAYS_CLAIM_WORDS_H

#include "normalise/work.h"

/* The next claim of a kind behind `c` (NULL: the first). */
struct gp_judged_claim *
gp_claims_next(const struct gp_work *w, const struct gp_judged_claim *c,
               enum gp_claim_kind kind);

/* True when readers of the page see it in the article. */
bool
gp_claim_is_visible(const struct gp_judged_claim *c);

/* Its words, repaired and in the house's typography, in the document. */
struct gp_str
gp_claim_text(struct gp_work *w, struct gp_str value);

/* Letters and digits in lower case, single spaces: for comparing only. */
struct gp_str
gp_claim_fold(struct gp_work *w, struct gp_str s);

/* True when either holds the other, letter by letter. */
bool
gp_claims_agree(struct gp_work *w, struct gp_str a, struct gp_str b);

/* The same of two that are folded already. */
bool
gp_claim_folds_agree(struct gp_str x, struct gp_str y);

/* The unit from number *i on that reads as the text and that nothing became of
   yet, among the first units only: whoever repeats a title does it there.  *i
   is its number; NULL when there is none. */
struct gp_unit *
gp_claims_unit(struct gp_work *w, struct gp_str text, size_t *i);

/* True for the name of the site, or its address without the ending. */
bool
gp_claims_is_site(struct gp_work *w, struct gp_str name);

#endif
