/*
 * Warnings that hold for most articles of a pack, said once for all of them:
 * a line for each would hide the few that are about one article.  What is said
 * of which article stays with the article, for --explain and the reports.  No
 * article is known here.  Private to pack/.
 */
#ifndef GP_PACK_OFTEN_SAID_H
#define GP_PACK_OFTEN_SAID_H

#include "base/diag.h"

/* When the warnings of all `articles` are in `d`, NULL for none: of a code that
   is said of more than half of them, and of three at least, one warning about
   the pack takes the place of all. */
void
gp_often_said(struct gp_diag *d, size_t articles);

#endif
