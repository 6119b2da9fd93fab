/*
 * What was done to the text of an article, in one sentence that can be
 * checked: the same words in every output.  Nothing is said that is not
 * counted.
 */
#ifndef GP_WORDING_PREPARED_H
#define GP_WORDING_PREPARED_H

#include "base/buf.h"
#include "model/doc.h"
#include "model/labels.h"

/* Appends "no-break spaces made plain (8); 3 lines left out: sharing buttons
   (3)." or that nothing was changed.  `l` may be NULL: English. */
void
gp_prepared(const struct gp_doc *doc, const struct gp_labels *l,
            struct gp_buf *out);

#endif
