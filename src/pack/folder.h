/*
 * The files of a content folder, in byte order of their names, whatever the
 * order the file system gives them in.  Only regular files directly inside
 * it: a symbolic link could lead out of the folder, so none is followed.
 * Private to pack/.
 */
#ifndef GP_PACK_FOLDER_H
#define GP_PACK_FOLDER_H

#include "base/arena.h"

struct gp_folder {
	struct gp_str *names;
	size_t count;
	struct gp_str *others; /* pictures and folders: articles may use them */
	size_t n_others;
};

/* Lists the articles of `path`; hidden files, pack.yaml and pick.txt are not
   among them.  What is left out (a link, a file of a kind that no importer
   takes) is a finding.
   Errors: GP_INPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_folder_list(struct gp_arena *a, const char *path, struct gp_folder *out,
               struct gp_diag *d, struct gp_err *e);

/* Every name in `path` but hidden ones, in byte order.
   Errors: GP_INPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_folder_names(struct gp_arena *a, const char *path, struct gp_str **names,
                size_t *n, struct gp_err *e);

#endif
