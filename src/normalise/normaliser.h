/*
 * What normalisation is told beside the draft: rules, and what a person said
 * of this article.  The passes read it, nobody changes it.
 */
#ifndef GP_NORMALISE_NORMALISER_H
#define GP_NORMALISE_NORMALISER_H

#include "base/err.h"
#include "base/str.h"

struct gp_node;
struct gp_override;
struct gp_rules;
struct gp_site;

/* Whoever knows the pictures: gives the name that the picture of a figure goes
   by in the pack, or its address on the web, or "" when it is not there.
   Asked once for each figure that stayed, in the order of the body.  False
   stops it. */
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
};

#endif
