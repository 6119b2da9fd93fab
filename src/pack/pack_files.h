/*
 * pack.yaml and what stands beside it in pack.d, read as one.  What the keys
 * say is config's matter.  Private to pack/.
 */
#ifndef GP_PACK_PACK_FILES_H
#define GP_PACK_PACK_FILES_H

#include "base/diag.h"
#include "config/packfile.h"
#include "pack/inputs.h"

/* Where they lie, and who is told of them. */
struct gp_pack_files {
	const char *folder;
	struct gp_arena *arena; /* for paths */
	struct gp_packfile *into;
	struct gp_inputs *inputs;
	struct gp_diag *diag;
};

/* Reads the files and lists them among the inputs; nothing where there is
   none.  Errors: those of gp_packfile_read_all(), GP_INPUT. */
bool
gp_pack_files_read(const struct gp_pack_files *w, struct gp_err *e);

#endif
