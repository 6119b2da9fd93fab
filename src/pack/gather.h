/*
 * The articles of a content folder: which files, which articles in them, in
 * which order, under which ids and sections.  Knows no source format.
 * Private to pack/.
 */
#ifndef GP_PACK_GATHER_H
#define GP_PACK_GATHER_H

#include "pack/context.h"

/* Lists the folder, reads pack.yaml and the rules, and checks that each row
   of `articles:` names a file that is there.
   Errors: GP_INPUT, GP_SYNTAX, GP_LIMIT, GP_NOMEM. */
bool
gp_gather_files(struct gp_context *c, struct gp_err *e);

/* Reads every article into the pack, which owns the documents also when
   something fails; fills its sections and entries (without their uri).
   Errors: those of gp_pack_open(). */
bool
gp_gather(struct gp_context *c, struct gp_pack *pack, struct gp_err *e);

#endif
