/*
 * Numbers as lists are counted with: 4, d, iv.  A mark round one ("4.", "(d)")
 * is not asked here.  Letters are those of English, as in HTML.
 */
#ifndef GP_BASE_TEXT_ORDINALS_H
#define GP_BASE_TEXT_ORDINALS_H

#include "base/buf.h"

enum gp_ordinal {
	GP_ORDINAL_NUMBER,
	GP_ORDINAL_LOWER,
	GP_ORDINAL_UPPER,
	GP_ORDINAL_LOWER_ROMAN,
	GP_ORDINAL_UPPER_ROMAN,
};

/* Appends `n` in letters (27 is "aa") or Roman numerals.  What these cannot
   count (below 1; over 3999 with Roman ones) is put in digits, as CSS does:
   CSS Counter Styles Level 3, 6 and 7. */
void
gp_ordinal_put(struct gp_buf *out, enum gp_ordinal as, long n);

/* The number that all of `s` stands for, read as put; false when it is none or
   has too many signs (nine digits, five letters, fifteen numerals). */
bool
gp_ordinal_read(struct gp_str s, enum gp_ordinal as, long *n);

#endif
