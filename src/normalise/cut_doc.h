/*
 * One document cut to what may be shown of it.  It stands beside the door,
 * since nobody else makes a document; it knows no pack and no rule.
 */
#ifndef GP_NORMALISE_CUT_DOC_H
#define GP_NORMALISE_CUT_DOC_H

#include "model/pack.h"

struct gp_cutting {
	struct gp_arena *arena;
	const struct gp_labels *labels; /* in the language of the pack */
	struct gp_str licence;          /* or "" */
	enum gp_share share;
	bool is_expired; /* it was shown whole once */
};

/* A document of its own in the arena, which has no arena to be freed; strings
   and, of one that is shown whole, the tree are those of `whole`.  NULL after a
   failure of the arena. */
const struct gp_doc *
gp_cut_doc(const struct gp_cutting *c, const struct gp_doc *whole);

/* What is known of an article whose source is not there. */
struct gp_headline {
	struct gp_str title, source, address, lang; /* "": not known */
	struct gp_date published;
};

/* The document that gp_cut_doc() makes of such an article, of which nothing
   else can be shown.  NULL after a failure of the arena. */
const struct gp_doc *
gp_headline_doc(const struct gp_cutting *c, const struct gp_headline *of);

/* A document without a word in the arena, made in the same way. */
const struct gp_doc *
gp_blank_doc(struct gp_arena *a);

#endif
