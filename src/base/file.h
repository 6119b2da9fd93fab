/*
 * Whole files in and out.  Reading has a limit and takes regular files only;
 * writing goes through a synced temporary file and a rename, so that a reader
 * sees the old bytes or the new ones and never a part.
 * The two public functions gp_read() and gp_save() live here (govpub.h).
 */
#ifndef GP_BASE_FILE_H
#define GP_BASE_FILE_H

#include "base/err.h"
#include "base/str.h"

/* True when `path` is a regular file that holds exactly these bytes. */
bool
gp_file_holds(const char *path, const struct gp_bytes *b);

/* The bytes of the file at `path` inside `folder`: names parted by '/', none of
   them "..", hidden or a symbolic link, so that no other file is ever read.
   Errors: those of gp_read(), with `path` as the file. */
bool
gp_read_inside(const char *folder, struct gp_str path, size_t limit,
               struct gp_bytes *out, struct gp_err *e);

/* True when there is anything at `path`, be it a dangling link. */
bool
gp_file_exists(const char *path);

/* Writes a new file and syncs it; fails when `path` exists.  On error the
   part written is removed.  Errors: GP_OUTPUT. */
bool
gp_file_create(const char *path, const struct gp_bytes *b, struct gp_err *e);

/* Syncs the folder that holds `path`, so that a rename survives a power cut.
   Failure is not reported: some file systems cannot do it. */
void
gp_file_sync_folder(const char *path);

#endif
