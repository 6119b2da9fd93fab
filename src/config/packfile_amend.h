/*
 * What is said of an article besides its own row: that it was withdrawn, and
 * what is known better than its folder says.  Nothing is read here.
 */
#ifndef GP_CONFIG_PACKFILE_AMEND_H
#define GP_CONFIG_PACKFILE_AMEND_H

#include "config/packdata.h"

/* Withdraws an article as a row of its own would; `w` and its strings must live
   as long as `p`.  Errors: GP_NOMEM. */
bool
gp_packfile_withdraw(struct gp_packfile *p, const struct gp_withdrawal *w,
                     struct gp_err *e);

/* Says what is known better; the rows must live as long as `p`.
   Errors: GP_NOMEM. */
bool
gp_packfile_amend(struct gp_packfile *p, const struct gp_amendments *a,
                  struct gp_err *e);

/* The row of the article that a correction or a withdrawal calls so, by its
   file or by the id that its row gives; or NULL. */
struct gp_override *
gp_packfile_called(const struct gp_packfile *p, struct gp_str name);

#endif
