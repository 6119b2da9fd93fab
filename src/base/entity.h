/*
 * Character references ("&amp;", "&#8217;", "&#x2019;") as the HTML Living
 * Standard reads them (13.2.5.72 and following), all 2231 names of its table
 * (13.5).  It does not know what language a text is in or what a caller does
 * with a character that XML forbids: numeric references yield what the
 * standard says, controls and noncharacters too.
 */
#ifndef GP_BASE_ENTITY_H
#define GP_BASE_ENTITY_H

#include "base/buf.h"

#include <stdint.h>

enum { GP_REF_TEXT = 8 }; /* bytes of UTF-8 that one may stand for, and a NUL */

struct gp_ref {
	size_t size; /* bytes of the reference, from its '&' on */
	char text[GP_REF_TEXT];
	size_t n; /* bytes of the text */
};

/* The reference that begins at the '&' at byte `at` of `s`; false when none
   does.  `in_attribute`: a name without a semicolon is none before '=', a
   letter or a digit.  Looks at 40 bytes, or at the digits of a number. */
bool
gp_ref_at(struct gp_str s, size_t at, bool in_attribute, struct gp_ref *out);

/* The text that the name ("eacute", no '&' and no ';') stands for; empty when
   there is no such name. */
struct gp_str
gp_ref_named(struct gp_str name);

/* Appends plain text as HTML has it: '&' and '<' as references. */
void
gp_ref_escape(struct gp_str plain, struct gp_buf *out);

#endif
