/*
 * Small jobs on folders: listing, clearing, making.  They know neither what a
 * folder is for nor what may be missing from it.  Errors: GP_OUTPUT.
 */
#ifndef GP_PUBLISH_FOLDER_JOBS_H
#define GP_PUBLISH_FOLDER_JOBS_H

#include "base/arena.h"

struct gp_tree_list {
	struct gp_str *names; /* sorted, without "." and ".." */
	size_t count;
};

bool
gp_tree_list(struct gp_arena *a, const char *path, struct gp_tree_list *out,
             struct gp_err *e);

/* Removes every file in the folder `path` and in the folders in it, and these;
   fails when one of them holds a folder. */
bool
gp_tree_clear(const char *path, struct gp_err *e);

/* Makes the folders above `path` that are missing. */
bool
gp_tree_make_parents(const char *path, struct gp_err *e);

#endif
