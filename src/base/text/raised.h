/*
 * What stands raised or lowered in a line, for a text that has no such thing:
 * 10⁶ and never 106, CO₂, x^(a/b), 2014[1].  It does not know where the words
 * come from, nor how they look where they can be set smaller.
 */
#ifndef GP_BASE_TEXT_RAISED_H
#define GP_BASE_TEXT_RAISED_H

#include "base/buf.h"

#include <stdint.h>

enum gp_raise {
	GP_RAISED,
	GP_LOWERED,
	GP_RAISED_NOTE,   /* a mark that leads to a note */
	GP_RAISED_POWER,  /* in a formula: no ending, no mark of a note */
	GP_LOWERED_INDEX, /* the same */
};

/* The sign that is `c` raised or lowered (Unicode, "Superscripts and
   Subscripts"): digits, + - = ( ) and what else all faces have; 0: none. */
uint32_t
gp_raise_char(uint32_t c, enum gp_raise how);

/* True when there is something and all of it has such a sign. */
bool
gp_raises_whole(struct gp_str s, enum gp_raise how);

/* Makes of the bytes of `b` from `from` on what stands for them in plain text
   behind those before `from`.  Endings of numbers and short forms ("21st",
   "Mme") stay as they are, as does what is a text of its own.  Cost: linear in
   the bytes behind `from`. */
void
gp_raise(struct gp_buf *b, size_t from, enum gp_raise how);

#endif
