/*
 * What a source says of its dates, read and made comparable: a list of days,
 * each with what it weighs.  Which of them the article bears is not decided
 * here.  Private to normalise/.
 */
#ifndef GP_NORMALISE_SAYS_DATE_EVIDENCE_H
#define GP_NORMALISE_SAYS_DATE_EVIDENCE_H

#include "normalise/work.h"

enum { GP_MOST_DATES = 120 };

struct gp_said_date {
	struct gp_judged_claim *claim;
	struct gp_date date; /* as written */
	bool modified;       /* when it was changed, not when it appeared */
	int weight;
	int64_t day;   /* since 1970, for readers where the article appeared */
	bool is_moved; /* to that day from the one of its own zone */
};

struct gp_said_dates {
	struct gp_said_date all[GP_MOST_DATES];
	size_t n;
	bool unclear; /* something may be either of two days */
};

/* Reads the claims of `w` that hold a date; those over GP_MOST_DATES not. */
void
gp_said_dates_read(struct gp_work *w, struct gp_said_dates *out);

#endif
