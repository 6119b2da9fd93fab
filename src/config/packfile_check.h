/*
 * What one value of pack.yaml alone cannot show: files and ids that are given
 * twice, sections that are not listed, rows of what is withdrawn.  It knows
 * what was read and nothing of how.  Private to config/.
 */
#ifndef GP_CONFIG_PACKFILE_CHECK_H
#define GP_CONFIG_PACKFILE_CHECK_H

#include "config/packdata.h"
#include "config/yamlkeys.h"

/* Checks what was read of `root`, a map, and fills `by_file`.
   Errors: GP_SYNTAX at the value's place, GP_NOMEM. */
bool
gp_packfile_check(struct gp_taker *t, struct gp_packfile *p,
                  const struct gp_yaml *root);

#endif
