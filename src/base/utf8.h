/*
 * UTF-8 (RFC 3629): stepping, checking.  Surrogates, overlong forms and code
 * points over U+10FFFF are malformed.  It mends nothing and knows no other
 * encoding.
 */
#ifndef GP_BASE_UTF8_H
#define GP_BASE_UTF8_H

#include "base/str.h"

#include <stdint.h>

#define GP_UTF8_BAD UINT32_MAX

/* As gp_utf8_next(), which asks it for what is not ASCII. */
uint32_t
gp_utf8_decode(struct gp_str s, size_t *i);

/* The code point at byte *i of `s`, which moves past it; GP_UTF8_BAD and one
   byte on when malformed, GP_UTF8_BAD and no further at the end. */
static inline uint32_t
gp_utf8_next(struct gp_str s, size_t *i)
{
	return *i < s.n && (unsigned char)s.p[*i] < 0x80
	               ? (unsigned char)s.p[(*i)++]
	               : gp_utf8_decode(s, i);
}

/* The code point that ends before byte `end` (GP_UTF8_BAD at the start);
   `s` must be well-formed. */
uint32_t
gp_utf8_before(struct gp_str s, size_t end);

/* The whole code points within the first `most` bytes of `s`, which must be
   well-formed. */
struct gp_str
gp_utf8_first(struct gp_str s, size_t most);

/* Writes one code point, 1 to 4 bytes, and returns how many; what is none (a
   surrogate, one over U+10FFFF) as U+FFFD. */
size_t
gp_utf8_put(char out[4], uint32_t c);

/* The length of the well-formed start of `s`: s.n when all is well. */
size_t
gp_utf8_valid(struct gp_str s);

/* How many bytes from `i` on are printable ASCII (a space to a tilde) for sure;
   it looks at eight at a time, so up to seven more may follow. */
size_t
gp_utf8_printable(struct gp_str s, size_t i);

/* Nothing but ASCII white space and no-break spaces: blank to a reader. */
bool
gp_utf8_blank(struct gp_str s);

/* True for what does something to a line and is not seen in it: C0, DEL, C1,
   marks of direction, lines' and paragraphs' ends, the mark of byte order.  The
   joiners that scripts are written with are none of these. */
bool
gp_utf8_unseen(uint32_t c);

/* Number of code points of a well-formed `s`. */
size_t
gp_utf8_count(struct gp_str s);

#endif
