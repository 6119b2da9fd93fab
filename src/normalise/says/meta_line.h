/*
 * Lines in which a page says of itself what it is filed under, when and by
 * whom: "5 March 2021 - Posted by: Ada Hale - Category: Port - Tags: tugs".
 * Whether the date or the name is believed is not decided here.  Private to
 * normalise/.
 */
#ifndef GP_NORMALISE_SAYS_META_LINE_H
#define GP_NORMALISE_SAYS_META_LINE_H

#include "base/str.h"

/* True when the line has several parts, parted by bars, dots or dashes, each of
   them is a field with its label or a date, and one at least has a label that
   says when or under what.  "Chair: Yes - No" is none, nor is "Tags: tugs"
   alone, which may be said. */
bool
gp_is_meta_line(struct gp_str line);

#endif
