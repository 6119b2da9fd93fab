/*
 * One source read by itself: imported, the words of its articles decided.
 * Nothing that other sources see is written to, so that several may be read
 * at once; what was found waits until the turn of the source has come.  It
 * knows neither the pack nor its pictures.  Private to pack/.
 */
#ifndef GP_PACK_READING_H
#define GP_PACK_READING_H

#include "base/diag.h"
#include "import/import.h"
#include "normalise/normalise.h"

struct gp_context;

/* What became of one article: a document, or why there is none, or neither for
   one that pack.yaml skips. */
struct gp_decided {
	struct gp_unpictured *doc;
	struct gp_err *why;
};

struct gp_reading {
	struct gp_articles all;
	struct gp_decided *rows; /* one for each of `all` that was come to */
	size_t n;
	struct gp_diag *found; /* by the importers */
	struct gp_err err;     /* of the whole source */
};

/* Reads the source of base name `name`; what goes wrong is kept in `out`, which
   the caller ends with gp_reading_free(). */
void
gp_reading_make(const struct gp_context *c, const char *name,
                struct gp_str bytes, struct gp_reading *out);
void
gp_reading_free(struct gp_reading *r);

/* True when the others can do without this article of a source: there are
   others, and neither pack.yaml nor pick.txt names it. */
bool
gp_reading_spares(const struct gp_context *c, const struct gp_articles *all,
                  struct gp_str article);

#endif
