/*
 * The only door from draft to document.  A fixed table of passes; every
 * repair, drop and guess is recorded on the document.
 */
#ifndef GP_NORMALISE_NORMALISE_H
#define GP_NORMALISE_NORMALISE_H

#include "model/doc.h"

struct gp_override;
struct gp_rules;
struct gp_site;

/* Whoever knows the pictures: gives the name that the picture of a figure goes
   by in the pack, or its address on the web, or "" when it is not there.
   Asked once for each figure that stayed, in the order of the body.  False
   stops the run. */
struct gp_picture_names {
	bool (*find)(void *user, const struct gp_node *figure,
	             struct gp_str *name, struct gp_err *e);
	void *user;
};

struct gp_normaliser {
	const struct gp_rules *rules;
	const struct gp_override *override; /* NULL: none */
	const struct gp_site *site;         /* its rule file; NULL: none */
	struct gp_str lang;                 /* used when the source says none */
	bool keep_all;                      /* drop nothing, warn instead */
	const struct gp_picture_names *pictures; /* NULL: the targets of
	                                            figures stay as they are */
};

/* The document of a draft (which may be freed afterwards), accounted for;
   NULL on error.  The caller frees it with gp_doc_free().
   Errors: GP_INPUT (no article in it), GP_LIMIT, GP_NOMEM, GP_INTERNAL,
   those of how->pictures. */
struct gp_doc *
gp_normalise(const struct gp_draft *draft, const struct gp_normaliser *how,
             struct gp_err *e);

#endif
