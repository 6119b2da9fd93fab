/*
 * Directional formatting characters (UAX #9, 2): U+202A to U+202E open, U+202C
 * closes; U+2066 to U+2068 open, U+2069 closes.  A line that leaves one open
 * turns round what is printed beside it.  Knows no levels and no order.
 */
#ifndef GP_BASE_TEXT_BIDI_H
#define GP_BASE_TEXT_BIDI_H

#include "base/buf.h"

#include <stdint.h>

/* True when each one that opens is closed within `s`, and none closes what
   was not opened. */
bool
gp_bidi_balanced(struct gp_str s);

/* Appends `s` so that it is balanced: what is open at the end is closed, what
   closes nothing is left out, as are those that open over 125 deep (max_depth
   of UAX #9, which ignores them too). */
void
gp_bidi_balance(struct gp_str s, struct gp_buf *out);

/* True in the blocks of scripts that are written from right to left (UAX #44,
   DerivedBidiClass.txt: what is R or AL by default). */
bool
gp_bidi_is_rtl(uint32_t c);

/* True when there is a letter of a script that is written from right to left,
   or any of these characters. */
bool
gp_bidi_turns(struct gp_str s);

#endif
