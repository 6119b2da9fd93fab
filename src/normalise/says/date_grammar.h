/*
 * Days and times as people write them, taken off the front of a view.  Says
 * nothing of what stands before or behind them.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_DATE_GRAMMAR_H
#define GP_NORMALISE_SAYS_DATE_GRAMMAR_H

#include "base/date.h"

/* "Monday, " */
void
gp_skip_weekday(struct gp_str *s);
/* "13/02/2015", or with `either` also what may be a month or a day. */
bool
gp_take_slashed(struct gp_str *s, struct gp_date *d, bool either);
/* What stands between a day and a time. */
bool
gp_skip_separators(struct gp_str *s);
/* "2:57 pm GMT": the fields of a time, which the day's stay beside. */
bool
gp_take_clock(struct gp_str *s, struct gp_date *d);
/* A day, or a day and a time in either order. */
bool
gp_take_moment(struct gp_str *s, struct gp_date *d, bool either);

#endif
