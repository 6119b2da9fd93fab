/*
 * The design of a pack: its style from the data folder, with what it stands
 * on, for the sheet that the pack asks for.  No other part of a run opens a
 * design: jobs carry the one that was read.
 */
#ifndef GP_PACK_DESIGN_H
#define GP_PACK_DESIGN_H

#include "config/style.h"
#include "pack/job.h"

/* Resolves the design of the job's pack, styles/NAME.yaml: once a run, for
   every job of it.  Errors: GP_INPUT, GP_SYNTAX, GP_LIMIT, GP_NOMEM; GP_USAGE
   for a sheet that does not exist. */
bool
gp_design_read(const struct gp_write_job *job, struct gp_style *out,
               struct gp_err *e);

#endif
