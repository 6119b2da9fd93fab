/*
 * Which way a text runs: by its first letter that has a direction (UAX #9,
 * rules P2 and P3), and how one of another way is put into a line.  Knows no
 * language, no glyph and no line.  Private to typeset/compose/.
 */
#ifndef GP_TYPESET_COMPOSE_DIRECTION_H
#define GP_TYPESET_COMPOSE_DIRECTION_H

#include "base/buf.h"

/* U+2068 and U+2069: what stands between them is turned by itself. */
#define GP_FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define GP_POP_ISOLATE "\xE2\x81\xA9"

/* The first letter with a direction runs from right to left. */
bool
gp_text_rtl(struct gp_str text);

/* Appends words, when `apart`, so that they neither turn those beside them nor
   tell which way the line runs: next to a name in Arabic the 8 of "8
   September" would go to the other end of the line (UAX #9, N1), and "By"
   would have it begin at the left. */
void
gp_put_apart(struct gp_buf *out, bool apart, struct gp_str words);

#endif
