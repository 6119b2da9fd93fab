/*
 * When the text of an article has to leave what is served: the days of its
 * source's licence, counted from the day of its first release, that day
 * included.  It knows no article and changes nothing.  Private to series/.
 */
#ifndef GP_SERIES_EXPIRY_H
#define GP_SERIES_EXPIRY_H

#include "base/date.h"
#include "config/seriesfile.h"

/* The first day (UTC) on which it may be shown no more, as YYYY-MM-DD;
   "" when its source has no days.  `first` is the moment of the first
   release in RFC 3339. */
void
gp_expiry_day(const struct gp_seriesfile *series, struct gp_str source,
              struct gp_str first, char out[GP_DATE_TEXT]);

/* True when that day has come at `now`. */
bool
gp_has_expired(const struct gp_seriesfile *series, struct gp_str source,
               struct gp_str first, const struct gp_date *now);

#endif
