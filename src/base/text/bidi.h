/*
 * Directional formatting characters (UAX #9, 2): U+202A to U+202E open, U+202C
 * closes; U+2066 to U+2068 open, U+2069 closes.  A line that leaves one open
 * turns round what is printed beside it.  And which way a text runs, and how
 * one of another way is put into a line.  Knows no levels and no order.
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

/* U+2068 and U+2069: what stands between them is turned by itself. */
#define GP_FIRST_STRONG_ISOLATE "\xE2\x81\xA8"
#define GP_POP_ISOLATE "\xE2\x81\xA9"

/* Which way a text runs: as most of its letters that have a direction do, of
   the first 160; as the first of them where it is half and half.  One word in
   other letters at the beginning (UAX #9, P2 and P3, goes by that) does not
   turn a paragraph round. */
enum gp_side { GP_SIDE_NONE, GP_SIDE_LTR, GP_SIDE_RTL };
enum gp_side
gp_bidi_side(struct gp_str s);

/* The same of a text in pieces, in their order: begins zeroed; false once
   enough was seen. */
struct gp_side_letters {
	size_t n[GP_SIDE_RTL + 1];
	enum gp_side first;
};
bool
gp_side_count(struct gp_side_letters *l, struct gp_str s);
enum gp_side
gp_side_told(const struct gp_side_letters *l);

/* Appends words, when `apart`, so that they neither turn those beside them nor
   tell which way the line runs: next to a name in Arabic the 8 of "8
   September" would go to the other end of the line (UAX #9, N1), and "By"
   would have it begin at the left. */
void
gp_put_apart(struct gp_buf *out, bool apart, struct gp_str words);

#endif
