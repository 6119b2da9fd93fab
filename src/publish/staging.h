/*
 * A folder that changes all at once.  New files gather in a hidden staging
 * folder beside it; the commit swaps the two folders in one step of the file
 * system (renameat2 with RENAME_EXCHANGE), so that a reader, a full disk or a
 * kill at any moment sees all of the old files or all of the new ones.
 * Files whose bytes are the same are hard-linked, so that their times stay.
 *
 * Where the file system cannot swap or link, files are renamed into place one
 * by one, the last one added last.
 *
 * This module does not know what the files are.  Private to publish/.
 */
#ifndef GP_PUBLISH_STAGING_H
#define GP_PUBLISH_STAGING_H

#include "base/err.h"
#include "base/str.h"

struct gp_staging;

/* Begins a change of the folder `path` (made by the commit when missing; a
   symbolic link to a folder is followed).  Leftovers of a run that was
   killed are cleared; a second run at the same time is refused.
   NULL on error: GP_OUTPUT, GP_NOMEM. */
struct gp_staging *
gp_staging_open(const char *path, struct gp_err *e);

/* Adds a file: linked when the folder holds these bytes under that name,
   else written and synced.  `name` may have one '/': the file lies in a folder
   in the folder, which is made.  Errors: GP_OUTPUT, also where the one stands
   in the place of the other; GP_NOMEM. */
bool
gp_staging_add(struct gp_staging *s, const char *name, const struct gp_bytes *b,
               struct gp_err *e);

/* Leaves out a file that an earlier change made, and its folder when it was the
   last one in it; *gone tells whether the folder holds it and nothing of that
   name was added.  Every other file of the folder is kept as it is. */
bool
gp_staging_retire(struct gp_staging *s, const char *name, bool *gone,
                  struct gp_err *e);

/* Makes the change.  Nothing is touched when nothing is new.  The counts are
   those of gp_staging_add(). */
bool
gp_staging_commit(struct gp_staging *s, struct gp_published *done,
                  struct gp_err *e);

/* Ends it; without a commit the folder stays as it was.  NULL is accepted. */
void
gp_staging_free(struct gp_staging *s);

#endif
