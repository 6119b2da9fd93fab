/*
 * What the registry of importers asks of the list of articles that they fill;
 * the list knows no importer.  Importers use import.h.  Private to import/.
 */
#ifndef GP_IMPORT_ARTICLES_H
#define GP_IMPORT_ARTICLES_H

#include "import/import.h"

/* A draft under the source's own name, already in `out`.  NULL and `e` on
   error. */
struct gp_draft *
gp_articles_new(struct gp_articles *out, const struct gp_source_bytes *source,
                struct gp_err *e);

/* A name for an article: the file's, '#', and a part that no other has. */
struct gp_str
gp_articles_name(struct gp_articles *out, const char *file, struct gp_str part);

/* Takes the last draft out of the list; it is the caller's. */
struct gp_draft *
gp_articles_take(struct gp_articles *a);

#endif
