/*
 * How long an address is that stands among the words of a text.  Knows no
 * markup and no references in it.  Private to import/.
 */
#ifndef GP_IMPORT_PERSONAL_LINK_LENGTH_H
#define GP_IMPORT_PERSONAL_LINK_LENGTH_H

#include "base/str.h"

/* Bytes of the address of the web or of mail that begins at byte `i` of a text;
   0 when none does.  One in "<>" may be broken over lines (RFC 3986, appendix
   C).  Cost: linear in the address. */
size_t
gp_link_length(struct gp_str text, size_t i);

/* Whether `c` may stand in an address that is not broken over lines. */
bool
gp_link_may_hold(char c);

#endif
