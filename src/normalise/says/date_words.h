/*
 * The words of dates: months, days, zones, and what labels say, as tables and
 * look-ups in them.  What may stand beside what is not known here.
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

/* A longer label before one that begins it; NULL ends them. */
extern const struct gp_date_label gp_date_labels[];
extern const struct gp_zone_name gp_zone_names[];
/* Beginnings of what says of the date behind it that it is one of change, or
   of publication; NULL ends them. */
extern const char *const gp_changed_words[];
extern const char *const gp_published_words[];

/* The month of a name in any of the languages known, or of three letters and
   more of it that mean no other month in another; 1 to 12, 0: none. */
int
gp_month_of(struct gp_str word);
/* True for the name of a day, or three letters and more of it. */
bool
gp_is_weekday(struct gp_str word);

#endif
