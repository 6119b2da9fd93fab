/*
 * Any bytes through import, normalisation and the search for pictures, as a
 * run does it, with questions no result may answer wrongly.  For fuzz targets
 * and tests of importers.
 */
#ifndef GP_TESTS_IMPORTED_H
#define GP_TESTS_IMPORTED_H

#include "base/buf.h"
#include "import/import.h"
#include "config/packfile.h"
#include "normalise/normalise.h"

/* The rules of styles/boilerplate.tsv, compiled once; aborts without them. */
const struct gp_rules *
imported_rules(void);

/* Every article of the bytes, under a name that says what they are; a fault is
   a crash, an error that blames govpub itself, or a document with something
   in it that a writer may not meet: then it prints what and aborts. */
void
imported_check(const char *name, struct gp_str bytes);

/* The articles of the bytes, not normalised; the caller ends them. */
bool
imported(const char *name, struct gp_str bytes, struct gp_articles *all,
         struct gp_diag *d, struct gp_err *e);

/* All words of a draft's blocks, one space between; the caller frees it. */
struct gp_buf
imported_words(const struct gp_draft *draft);

#endif
