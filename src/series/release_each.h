/*
 * Packs released one after the other, in the order in which they are given;
 * one that is refused keeps no other back.  Which they are, and why it is to be
 * now, is not known here.  Private to series/.
 */
#ifndef GP_SERIES_RELEASE_EACH_H
#define GP_SERIES_RELEASE_EACH_H

#include "series/opened/series.h"

enum gp_release_how {
	GP_RELEASE_ALL_OF_IT,   /* whatever is in its folder */
	GP_RELEASE_WHAT_LEAVES, /* texts that are to be shown no more go */
	GP_RELEASE_BOTH, /* all of it, and if that is refused what leaves */
};

struct gp_release_wanted {
	struct gp_str name; /* of the folder of the pack */
	enum gp_release_how how;
};

/* Counts go to `done`.  Of several, one that is refused is a finding and the
   error tells at the end how many there were; the only one is refused with its
   own words.  Errors: those of gp_series_release(). */
bool
gp_release_each(struct gp_series *s, const struct gp_release_wanted *rows,
                size_t n, struct gp_series_done *done, struct gp_err *e);

#endif
