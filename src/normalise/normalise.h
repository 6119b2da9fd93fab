/*
 * The only door from draft to document.  A fixed table of passes; every
 * repair, drop and guess is recorded on the document.
 */
#ifndef GP_NORMALISE_NORMALISE_H
#define GP_NORMALISE_NORMALISE_H

#include "config/packfile.h"
#include "model/doc.h"
#include "normalise/rules/sites.h"

struct gp_rules;

/* Compiles boilerplate rules from a TSV text (zone, confidence, reason,
   pattern; see styles/boilerplate.tsv) and the rows of pack.yaml (`extra`,
   may be NULL), the latter first.  NULL on error; the caller frees it.
   Errors: GP_SYNTAX with file and line, GP_LIMIT, GP_NOMEM. */
struct gp_rules *
gp_rules_new(const char *path, struct gp_str tsv,
             const struct gp_packfile *extra, struct gp_err *e);
void
gp_rules_free(struct gp_rules *r);

struct gp_normaliser {
	const struct gp_rules *rules;
	const struct gp_override *override; /* NULL: none */
	const struct gp_site *site;         /* its rule file; NULL: none */
	struct gp_str lang;                 /* used when the source says none */
	bool keep_all;                      /* drop nothing, warn instead */
};

/* The document of a draft (which may be freed afterwards), accounted for;
   NULL on error.  The caller frees it with gp_doc_free().
   Errors: GP_INPUT (no article in it), GP_LIMIT, GP_NOMEM, GP_INTERNAL. */
struct gp_doc *
gp_normalise(const struct gp_draft *draft, const struct gp_normaliser *how,
             struct gp_err *e);

#endif
