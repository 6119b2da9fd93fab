/*
 * Days and times as people write them, taken off the front of a view.  Says
 * nothing of what stands before or behind them.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_DATE_GRAMMAR_H
#define GP_NORMALISE_SAYS_DATE_GRAMMAR_H

#include "base/date.h"

/* What "03/04/2015" means. */
enum gp_date_order { GP_ORDER_UNKNOWN, GP_DAY_FIRST, GP_MONTH_FIRST };

/* How a date is read. */
struct gp_date_manner {
	enum gp_date_order order;
	/* The text is known to be a date: "31.10.23" and "20231031" are some
	   too.  Two digits are of 1969 to 2068, as POSIX has it (%y). */
	bool marked;
	bool unclear; /* set when one was refused that may be of two days */
};

/* Each returns true and moves *s behind what it took, or returns false and
   leaves *s as it was.  Whether there is such a day is asked elsewhere. */

/* "Monday, "; does nothing where there is none. */
void
gp_skip_weekday(struct gp_str *s);
/* A day, or a day and a time in either order. */
bool
gp_take_moment(struct gp_str *s, struct gp_date *d, struct gp_date_manner *how);

#endif
