/*
 * What was done to the text of an article, in one sentence that can be
 * checked: the same words in every output.  Nothing is said that is not
 * counted.
 */
#ifndef GP_WORDING_PREPARED_H
#define GP_WORDING_PREPARED_H

#include "base/buf.h"
#include "model/doc.h"

/* Appends "no-break spaces made plain (8); 3 lines left out: sharing buttons
   (3)." or that nothing was changed. */
void
gp_prepared(const struct gp_doc *doc, struct gp_buf *out);

#endif
