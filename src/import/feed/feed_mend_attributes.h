/*
 * The inside of a tag that is nearly XML: its names, its attributes and where
 * it ends.  Which element it opens is not known here.  Private to import/feed/.
 */
#ifndef GP_IMPORT_FEED_FEED_MEND_ATTRIBUTES_H
#define GP_IMPORT_FEED_FEED_MEND_ATTRIBUTES_H

#include "import/feed/feed_mending.h"

/* True for what may begin the name of a tag. */
bool
gp_mend_begins_name(char c);

/* Behind the name that begins at `i`. */
size_t
gp_mend_name_end(struct gp_str s, size_t i);

/* The '>' of the tag at `i`; s.n when the file ends in it, `i` when it is
   none: "a <b & c" has an angle among its words.  A value that is never
   closed ends before the next attribute or the tag's end. */
size_t
gp_mend_tag_end(struct gp_str s, size_t i);

/* What is left of a tag up to `end`, as XML has it: each value in quotation
   marks, each name once. */
void
gp_mend_attributes(struct gp_mending *m, size_t end);

#endif
