/*
 * The fields of an article as they are printed: the same in every output.
 * Decides nothing about what they say.
 */
#ifndef GP_WORDING_PRINTED_FIELDS_H
#define GP_WORDING_PRINTED_FIELDS_H

#include "base/buf.h"
#include "model/doc.h"
#include "model/labels.h"

/* The title, or a word for the lack of one.  `l` may be NULL here and below:
   English. */
struct gp_str
gp_title_text(const struct gp_doc *doc, const struct gp_labels *l);

/* Appends the byline as it is printed: "Matt Hancock MP, role", to stand after
   "By"; with no parsed author the verbatim text. */
void
gp_byline_text(const struct gp_doc *doc, const struct gp_labels *l,
               struct gp_buf *out);

/* The level at which a heading of `level` is shown, 2 to 6: at most one below
   the heading before it, whose level is `*last` (1 at first; it follows). */
int
gp_heading_shown(int *last, int level);

#endif
