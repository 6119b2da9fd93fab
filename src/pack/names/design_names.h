/*
 * Which designs there are: the files styles/NAME.yaml of the data folder.  A
 * name that is not among them never becomes part of a path.  Private to pack/.
 */
#ifndef GP_PACK_DESIGN_NAMES_H
#define GP_PACK_DESIGN_NAMES_H

#include "model/pack.h"

/* True when the pack's design is one of the data folder.  Else `*near` is the
   one most like it, "" when none is near; it is kept in the pack's arena. */
bool
gp_designs_check(const struct gp_pack *pack, const char *data,
                 struct gp_str *near);

#endif
