/*
 * Whether an edition may go out: whoever was in the last one is in it, and
 * whose text changed has a row that says so.  What is wrong becomes findings
 * with the row to paste; it mends nothing.  Private to series/.
 */
#ifndef GP_SERIES_KNOWN_EDITION_CHECK_H
#define GP_SERIES_KNOWN_EDITION_CHECK_H

#include "series/known/gone.h"
#include "series/known/recognise.h"

struct gp_edition_check {
	const char *series; /* its folder, where the records are */
	const struct gp_recognising *how;
	struct gp_known *const *who; /* as gp_recognise() found */
	const long *corrections;     /* rows about each article; NULL: none */
	const struct gp_gone *gone;  /* what the pack withdraws */
};

/* True when it may; else GP_INPUT, with how many are in the way. */
bool
gp_edition_check(const struct gp_edition_check *c, struct gp_err *e);

/* True when article i is somebody whose text is another one now. */
bool
gp_edition_changed(const struct gp_edition_check *c, size_t i);

#endif
