/*
 * Times as notices of an embargo have them: "00.01 hrs on Tuesday, 10 November
 * 2015", "10.11.2015, 12 Uhr", "midnight tomorrow", in any order, and the words
 * between them.  What the time is of is not asked here, and it knows no day
 * that is not written out: "on Tuesday" is words without a day.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_EMBARGO_TIME_H
#define GP_NORMALISE_SAYS_EMBARGO_TIME_H

#include "base/date.h"

struct gp_embargo_time {
	bool any;             /* some word of a time is there */
	bool has_clock;       /* an hour is */
	struct gp_date until; /* the latest moment that the words may mean;
	                         GP_NO_DATE: no day can be read */
};

/* Takes the words of a time off the front of *s, which stays as it is when
   there are none.  Cost is linear in the words taken. */
void
gp_take_embargo_time(struct gp_str *s, struct gp_embargo_time *out);

#endif
