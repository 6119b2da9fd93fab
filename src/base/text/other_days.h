/*
 * Words before a date that say it is the day of something else than the text:
 * of a meeting, a deadline, a birth.  What the date is, and where it stands,
 * is not known here.
 */
#ifndef GP_BASE_TEXT_OTHER_DAYS_H
#define GP_BASE_TEXT_OTHER_DAYS_H

#include "base/str.h"

/* True when the end of `before`, the words that a date follows, names such a
   day: "Deadline: ", "Date of the meeting".  A bar, a figure or a full stop
   between them, or a word of publication, parts them.  No case counts.  Cost:
   its last 60 bytes at most. */
bool
gp_day_is_of_other(struct gp_str before);

/* True when `s` says of a day that something was published or changed. */
bool
gp_day_is_published(struct gp_str s);

#endif
