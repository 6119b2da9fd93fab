/*
 * The design of a pack: its style from the data folder, with what it stands
 * on, for the sheet that the pack asks for.  No other part of a run opens a
 * design.
 */
#ifndef GP_PACK_DESIGN_H
#define GP_PACK_DESIGN_H

#include "config/style.h"
#include "pack/job.h"

/* Reads styles/NAME.yaml, where NAME is the pack's design ("reading" when it
   names none).  Errors: GP_INPUT, GP_SYNTAX, GP_LIMIT, GP_NOMEM; GP_USAGE for
   a sheet that does not exist. */
bool
gp_design_read(const struct gp_write_job *job, struct gp_style *out,
               struct gp_err *e);

#endif
