/*
 * Ties: spaces where no line should end, such as the one in "10 km".  They
 * bind where lines break and nowhere else: the space stays a space.
 * English only; another language would be another table.
 * Private to typeset/lines/.
 */
#ifndef GP_TYPESET_LINES_TIES_H
#define GP_TYPESET_LINES_TIES_H

#include "base/str.h"

/* What stands in `breaks` after a tie: none of libunistring's marks. */
enum { GP_TIED = 'T' };

/* Turns the break opportunity after each tie of `text` (breaks[i]: before the
   byte i, as u8_possible_linebreaks() says) into GP_TIED. */
void
gp_ties_mark(struct gp_str text, char *breaks);

#endif
