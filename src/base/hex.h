/*
 * Hexadecimal digits, one and two at a time.  Knows no sign before them and
 * no number of more than eight bits.
 */
#ifndef GP_BASE_HEX_H
#define GP_BASE_HEX_H

#include "base/str.h"

/* The value of a digit, in letters of either case; -1 for what is none. */
static inline int
gp_hex_value(char c)
{
	if (gp_is_digit(c))
		return c - '0';
	c = gp_to_lower(c);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The byte that the two digits at byte `i` make; -1 when there are none. */
static inline int
gp_hex_byte(struct gp_str s, size_t i)
{
	int high = i + 1 < s.n ? gp_hex_value(s.p[i]) : -1;
	int low = high >= 0 ? gp_hex_value(s.p[i + 1]) : -1;

	return low >= 0 ? high << 4 | low : -1;
}

/* The digit of the lowest four bits, in a capital letter. */
static inline char
gp_hex_digit(unsigned value)
{
	return "0123456789ABCDEF"[value & 0xF];
}

#endif
