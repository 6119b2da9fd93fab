/*
 * The words of dates: labels, months, days and zones, as tables only.
 * Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_DATE_WORDS_H
#define GP_NORMALISE_SAYS_DATE_WORDS_H

#include "model/doc.h"

struct gp_date_label {
	const char *words;
	enum gp_date_role role;
};

struct gp_zone_name {
	const char *name;
	int minutes; /* east of UTC */
};

enum { GP_OTHER_MONTHS = 84 };

/* A longer label before one that begins it; NULL ends them. */
extern const struct gp_date_label gp_date_labels[];
extern const struct gp_zone_name gp_zone_names[];
/* English ones: three letters and more of one count, and "Sept". */
extern const char *const gp_month_names[12];
extern const char *const gp_day_names[7];
/* Twelve each of French, Welsh, German, Spanish, Italian, Dutch and
   Portuguese ones, in full only. */
extern const char *const gp_other_months[GP_OTHER_MONTHS];

#endif
