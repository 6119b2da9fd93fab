/*
 * Outputs of earlier runs that are no longer made, such as the EPUB of a pack
 * that had another title.  Only what the last manifest.json names as an
 * output, under a name that a writer gives, with its very bytes, counts: a
 * person's own file is never taken for one.  Private to publish/.
 */
#ifndef GP_PUBLISH_RETIRE_H
#define GP_PUBLISH_RETIRE_H

#include "base/diag.h"
#include "publish/staging.h"

/* Leaves them out of the folder `out`, each with a note.  A manifest.json
   that is missing or none of ours retires nothing. */
bool
gp_retire_old(const char *out, struct gp_staging *s, struct gp_diag *d,
              struct gp_err *e);

#endif
