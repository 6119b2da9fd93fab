/*
 * Whether every word that one teller knows is known to another, as often as
 * there.  Order is free, and so is how words are set apart: "web site" is in
 * "website".  It does not know what either of them tells of.
 */
#ifndef GP_BASE_TEXT_WORD_GUARD_H
#define GP_BASE_TEXT_WORD_GUARD_H

#include "base/err.h"
#include "base/text/words_told.h"

enum { GP_LOSS_QUOTE = 72 }; /* bytes of a quotation, at most */

struct gp_loss {
	size_t words; /* that are missing; 0: none */
	/* The longest passage of them: where its piece began, as its teller
	   says, and how many bytes into that it begins. */
	size_t at, into;
	char quote[GP_LOSS_QUOTE + 1]; /* how it begins, one line */
};

/* What of `source` is not in `found`.  Both are asked once, and again where
   that is not enough.  Where they are too large to be compared, or made to be
   slow, one word is missing and none is quoted.  Cost: linear in what they
   tell.  Errors: GP_NOMEM. */
bool
gp_word_guard(const struct gp_teller *source, const struct gp_teller *found,
              struct gp_loss *out, struct gp_err *e);

/* The same with no more than `most` bytes for all words, and as many for the
   text of each side. */
bool
gp_word_guard_within(const struct gp_teller *source,
                     const struct gp_teller *found, size_t most,
                     struct gp_loss *out, struct gp_err *e);

#endif
