/*
 * The marking of a pack against the list of styles/markings.yaml, and against
 * what its articles carry.  What must not be published so is not decided here.
 * Private to pack/.
 */
#ifndef GP_PACK_PACK_MARKING_H
#define GP_PACK_PACK_MARKING_H

#include "base/diag.h"
#include "config/markings.h"
#include "config/packfile.h"

struct gp_marking_check {
	const char *data; /* the data folder */
	const struct gp_packfile *file;
	struct gp_diag *diag;
	const struct gp_markings *markings; /* the list, once it is read; NULL:
	                                       there is none */
};

/* Reads the list.  Errors: GP_SYNTAX with the place in pack.yaml for a marking
   that is not in the list, that is refused, or that takes no line on handling;
   GP_INPUT, GP_LIMIT, GP_NOMEM. */
bool
gp_pack_marking_check(struct gp_marking_check *c, struct gp_pack *pack,
                      struct gp_err *e);

/* Fills `higher` of the entries whose source carries a higher marking than the
   pack does, with a finding each, `marking-higher`. */
bool
gp_pack_marking_compare(struct gp_marking_check *c, struct gp_pack *pack,
                        struct gp_err *e);

#endif
