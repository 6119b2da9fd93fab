/*
 * The rows of pack.yaml about articles that went out already: what was
 * corrected in them, and which are withdrawn.  What becomes of those articles
 * is not known here.  Private to config/.
 */
#ifndef GP_CONFIG_SAID_ROWS_H
#define GP_CONFIG_SAID_ROWS_H

#include "config/yamlkeys.h"
#include "model/pack.h"

/* The `take` of struct gp_key for a list of them; `field` is a struct
   gp_said_rows.  Errors: GP_SYNTAX with line and column, GP_LIMIT, GP_NOMEM. */
bool
gp_take_corrections(struct gp_taker *t, const struct gp_yaml *v, void *field);
bool
gp_take_withdrawn(struct gp_taker *t, const struct gp_yaml *v, void *field);

#endif
