/*
 * How a pack went out: when, as which of the day's, for whom, and under which
 * licence for press cuttings, as its editor says.  No clock tells it, and
 * nothing of an article is known here.
 */
#ifndef GP_MODEL_ISSUED_H
#define GP_MODEL_ISSUED_H

#include "base/date.h"

/* What allows the pack to carry cuttings; "" and 0 when not given. */
struct gp_press_licence {
	struct gp_str name; /* the licence, or all that is said of it */
	struct gp_str number;
	long copies; /* that may be made */
};

struct gp_issued {
	struct gp_str edition;   /* "Morning", or "" */
	struct gp_date at;       /* with its zone, or GP_NO_DATE */
	struct gp_date checked;  /* the same: when it was last looked at */
	const struct gp_str *to; /* who is to read it */
	size_t n_to;
	struct gp_press_licence licence;
};

#endif
