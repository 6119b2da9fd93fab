/*
 * Between the registry of importers and the list of articles they fill.
 * Importers use import.h.  Private to import/.
 */
#ifndef GP_IMPORT_ARTICLES_H
#define GP_IMPORT_ARTICLES_H

#include "import/import.h"

/* The importer of a source: content first, then suffix, then plain text. */
const struct gp_importer *
gp_importer_of(const struct gp_source_bytes *source);

/* Appends every article of `source` to `out`.  A failed source leaves none
   of its own behind. */
bool
gp_import_into(const struct gp_source_bytes *source, struct gp_articles *out,
               struct gp_diag *d, struct gp_err *e);

/* A draft under the source's own name, already in `out`.  NULL and `e` on
   error. */
struct gp_draft *
gp_articles_new(struct gp_articles *out, const struct gp_source_bytes *source,
                struct gp_err *e);

/* Appends a draft, which is the list's from then on. */
bool
gp_articles_push(struct gp_articles *a, struct gp_draft *draft,
                 struct gp_err *e);
/* Takes the last draft out of the list; it is the caller's. */
struct gp_draft *
gp_articles_take(struct gp_articles *a);

#endif
