/*
 * Files that are old or new and never half: each is written beside its place,
 * synced and renamed, and one that holds these bytes already is not touched.
 * What the files are is not known here.  Errors: GP_OUTPUT, GP_NOMEM.
 * Private to series/.
 */
#ifndef GP_SERIES_LEDGER_SAFE_FILE_H
#define GP_SERIES_LEDGER_SAFE_FILE_H

#include "base/arena.h"

/* Makes the folder and those above it. */
bool
gp_safe_folder(const char *path, struct gp_err *e);

/* Refuses a way that leads out of the series: `path` begins with `series`, and
   of the folders between the two none may be a symbolic link.  The last name
   of `path` is not looked at, and need not be there, nor need the others. */
bool
gp_safe_way(const char *series, const char *path, struct gp_err *e);

/* Puts the bytes in the place of the file `path`, whose folder is there;
   *changed (may be NULL) tells whether it held others.  A leftover of a run
   that was killed has a name of its own, ".NAME.new", and is used again. */
bool
gp_safe_put(const char *path, struct gp_str bytes, bool *changed,
            struct gp_err *e);

/* The same for a file that must be new. */
bool
gp_safe_create(const char *path, struct gp_str bytes, struct gp_err *e);

/* Clears away what a killed run may have left beside the file `path`. */
void
gp_safe_clear(const char *path);

/* Removes the file; one that is not there is no error.  True in *gone (may be
   NULL) when it was. */
bool
gp_safe_remove(const char *path, bool *gone, struct gp_err *e);

/* Removes the folder and every file directly in it; one that is not there is
   no error, and a symbolic link is one. */
bool
gp_safe_remove_folder(const char *path, struct gp_err *e);

/* The names in a folder in byte order; none when it is not there. */
struct gp_name_list {
	struct gp_str *rows;
	size_t n;
};
bool
gp_safe_list(struct gp_arena *a, const char *path, struct gp_name_list *out,
             struct gp_err *e);

/* True for a name that is one step of a path and not hidden: [A-Za-z0-9._-],
   at most 100 bytes. */
bool
gp_is_plain_name(struct gp_str name);

#endif
