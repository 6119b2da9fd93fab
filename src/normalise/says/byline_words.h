/*
 * Words in the place of an author that are nobody's name.  The text is folded
 * as gp_fold_words() has it: small letters, one space between words.
 * Private to normalise/says/.
 */
#ifndef GP_NORMALISE_SAYS_BYLINE_WORDS_H
#define GP_NORMALISE_SAYS_BYLINE_WORDS_H

#include "base/str.h"

/* True when all of it stands for nobody: "admin", "tbc", "staff writer". */
bool
gp_byline_is_stand_in(struct gp_str folded);

/* True when it is how or when something is done: "air mail", "popular
   demand", "friday evening".  "april may" may be somebody. */
bool
gp_byline_is_manner(struct gp_str folded);

#endif
