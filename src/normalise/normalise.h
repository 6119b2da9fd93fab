/*
 * The only door from draft to document.  A fixed table of passes; every
 * repair, drop and guess is recorded on the document.
 */
#ifndef GP_NORMALISE_NORMALISE_H
#define GP_NORMALISE_NORMALISE_H

#include "model/doc.h"
#include "normalise/normaliser.h"

/* A document finished but for its pictures: figures go by what the source
   calls them. */
struct gp_unpictured;

/* That of a draft (which may be freed afterwards), accounted for.  Touches
   nothing but the document, so that several drafts may be normalised at once.
   NULL on error; the caller frees it with gp_unpictured_free().
   Errors: GP_INPUT (no article in it), GP_LIMIT, GP_NOMEM, GP_INTERNAL. */
struct gp_unpictured *
gp_normalise_words(const struct gp_draft *draft,
                   const struct gp_normaliser *how, struct gp_err *e);
void
gp_unpictured_free(struct gp_unpictured *u);

/* A look at it as it is so far. */
const struct gp_doc *
gp_unpictured_doc(const struct gp_unpictured *u);

/* The document, its figures called by the names of their pictures; the caller
   frees it with gp_doc_free().  `u` is used up, also when it fails: NULL.
   Errors: GP_LIMIT, GP_NOMEM, those of names->find. */
const struct gp_doc *
gp_normalise_pictures(struct gp_unpictured *u,
                      const struct gp_picture_names *names, struct gp_err *e);

/* A note to readers as a document that has only a body, all of the draft: no
   line of it is taken for a title or for furniture.  The caller frees it with
   gp_doc_free().  NULL on error.  Errors: GP_LIMIT, GP_NOMEM. */
const struct gp_doc *
gp_normalise_note(const struct gp_draft *draft, const struct gp_normaliser *how,
                  struct gp_err *e);
/* The same under a title, which is given and not looked for. */
const struct gp_doc *
gp_normalise_notice(const struct gp_draft *draft, struct gp_str title,
                    const struct gp_normaliser *how, struct gp_err *e);

/* The document at once, for who knows no pictures: as gp_normalise_words(). */
const struct gp_doc *
gp_normalise(const struct gp_draft *draft, const struct gp_normaliser *how,
             struct gp_err *e);

#endif
