/*
 * Everything that could be in a pack, for an editor to choose from: no output
 * may be made of it.
 */
#ifndef GP_PACK_CANDIDATES_H
#define GP_PACK_CANDIDATES_H

#include "model/pack.h"

/* As gp_pack_open(), but with every article of the folder that pack.yaml does
   not skip: those that pick.txt leaves out and those under an embargo, too. */
struct gp_pack *
gp_pack_candidates(const struct gp_settings *settings, struct gp_diag *d,
                   struct gp_err *e);

#endif
