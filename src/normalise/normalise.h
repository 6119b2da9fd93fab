/*
 * The only door from draft to document.  A fixed table of passes; every
 * repair, drop and guess is recorded on the document.
 */
#ifndef GP_NORMALISE_NORMALISE_H
#define GP_NORMALISE_NORMALISE_H

#include "model/doc.h"
#include "normalise/normaliser.h"

/* The document of a draft (which may be freed afterwards), accounted for;
   NULL on error.  The caller frees it with gp_doc_free().
   Errors: GP_INPUT (no article in it), GP_LIMIT, GP_NOMEM, GP_INTERNAL,
   those of how->pictures. */
const struct gp_doc *
gp_normalise(const struct gp_draft *draft, const struct gp_normaliser *how,
             struct gp_err *e);

#endif
