/*
 * Dates in the addresses of pages.  Where an address came from, and whether
 * its date is believed, is not known here.  Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_DATE_ADDRESS_H
#define GP_NORMALISE_SAYS_DATE_ADDRESS_H

#include "base/date.h"

/* Reads the day, or else the month, that the path of `url` holds in the habit
   of publishing systems: "/2021/10/20/", "/2021/oct/20/", "/2021-10-20-",
   "/2021-10/20/", "/20211020-", "/2021/1020/", "/2021/10/".  An address within
   an address (an archive's copy) is the one that counts; queries are none of
   it.  False when there is none of the years 1990 to 2099. */
bool
gp_date_in_address(struct gp_str url, struct gp_date *out);

#endif
