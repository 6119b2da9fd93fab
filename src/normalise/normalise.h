/*
 * The only door from draft to document.  A fixed table of passes; every
 * repair, drop and guess is recorded on the document.
 */
#ifndef GP_NORMALISE_NORMALISE_H
#define GP_NORMALISE_NORMALISE_H

#include "model/doc.h"
#include "normalise/normaliser.h"

/* The document of a draft (which may be freed afterwards), accounted for and
   finished but for its pictures: figures go by what the source calls them.
   Touches nothing but the document, so that several drafts may be normalised
   at once.  NULL on error; the caller frees it with gp_doc_free().
   Errors: GP_INPUT (no article in it), GP_LIMIT, GP_NOMEM, GP_INTERNAL. */
struct gp_doc *
gp_normalise_words(const struct gp_draft *draft,
                   const struct gp_normaliser *how, struct gp_err *e);

/* Gives the figures of such a document the names of their pictures; nothing of
   it changes any more.  Errors: GP_LIMIT, GP_NOMEM, those of names->find. */
bool
gp_normalise_pictures(struct gp_doc *doc, const struct gp_picture_names *names,
                      struct gp_err *e);

/* The document at once, for who knows no pictures: as gp_normalise_words(). */
const struct gp_doc *
gp_normalise(const struct gp_draft *draft, const struct gp_normaliser *how,
             struct gp_err *e);

#endif
