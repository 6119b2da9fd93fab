/*
 * Sources that could not be read, kept until all are: one bad file costs the
 * pack no other, so what was wrong with it becomes a finding, unless nothing
 * else is left to publish.  Private to pack/.
 */
#ifndef GP_PACK_LEFT_OUT_H
#define GP_PACK_LEFT_OUT_H

#include "base/diag.h"
#include "model/pack.h"

/* Start from { .arena = the pack's }. */
struct gp_left_outs {
	struct gp_arena *arena; /* holds the rows and their strings */
	struct gp_left_out *rows;
	size_t n, cap;
};

/* True for what is wrong with a source alone: it cannot be read, holds no
   article, or is over a limit of its own.  Everything else ends a run. */
bool
gp_is_fault_of_source(enum gp_code code);

/* Keeps what is wrong with `file`, a name in the content folder that messages
   call `path`.  Failures are kept in the arena. */
void
gp_left_outs_add(struct gp_left_outs *all, struct gp_str file, const char *path,
                 const struct gp_err *why);

/* A warning for each row from `first` on. */
void
gp_left_outs_say(const struct gp_left_outs *all, size_t first,
                 struct gp_diag *d);

/* The first row as the error of a run that has nothing else; always false. */
bool
gp_left_outs_fail(const struct gp_left_outs *all, struct gp_err *e);

#endif
