/*
 * Lines of facts with a dot between them: "Civil Service World · 23 September
 * 2015 · 3 min read".  Knows no fact and no format; writers that have elements
 * for it make their own.
 */
#ifndef GP_WORDING_LINE_PARTS_H
#define GP_WORDING_LINE_PARTS_H

#include "base/buf.h"
#include "model/labels.h"

/* What stands between two parts. */
#define GP_LINE_DOT " \xC2\xB7 "

/* Appends a part to such a line in the language of `l` (NULL: English), with
   the dot where it is not the first; nothing when it is empty.  In a line that
   runs from right to left, and where the part does, it stands apart
   (base/text/bidi.h), so that no number goes over to the part beside it. */
void
gp_line_add(struct gp_buf *line, const struct gp_labels *l, struct gp_str part);
/* The same for what is counted. */
void
gp_line_count(struct gp_buf *line, const struct gp_labels *l, enum gp_word word,
              size_t n);
/* The same for words that follow others without a dot. */
void
gp_line_put(struct gp_buf *line, const struct gp_labels *l,
            struct gp_str words);

#endif
