/*
 * Taking small things off the front of a view.  Each returns true and moves
 * *s behind what it took, or returns false and leaves *s as it was.  None
 * knows what it is taken for.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_DATE_TAKE_H
#define GP_NORMALISE_SAYS_DATE_TAKE_H

#include "base/str.h"

/* One space and more, no-break and thin ones too. */
bool
gp_eat_spaces(struct gp_str *s);
bool
gp_eat_char(struct gp_str *s, char c);
bool
gp_eat_bytes(struct gp_str *s, struct gp_str bytes);
/* Words in lower case, taken in any case, with no letter behind them. */
bool
gp_eat_words(struct gp_str *s, const char *words);
/* A number of `least` to `most` digits with no digit behind it. */
bool
gp_eat_number(struct gp_str *s, size_t least, size_t most, int *out);
/* A hyphen, an en dash or an em dash. */
bool
gp_eat_dash(struct gp_str *s);

#endif
