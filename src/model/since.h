/*
 * What a pack of a series has that the one before had not, as plain data: how
 * it stands with each article, and how many were added, corrected and taken
 * out.  Who finds that out is the series; of a pack by itself nothing is said,
 * and nothing here asks why.
 */
#ifndef GP_MODEL_SINCE_H
#define GP_MODEL_SINCE_H

#include "base/date.h"

/* How it stands with an article since the last pack of its series. */
enum gp_entry_state {
	GP_ENTRY_UNSAID,    /* a pack by itself, or the first of all */
	GP_ENTRY_NEW,       /* it was in no pack before */
	GP_ENTRY_CORRECTED, /* its text is another one since */
	GP_ENTRY_CARRIED,   /* it was in an earlier pack, as it is */
	GP_ENTRY_STATES,
};

/* Numbers of articles. */
struct gp_changes {
	size_t added, corrected, withdrawn;
};

struct gp_since {
	bool has_last; /* there is a pack before this one */
	/* Of an edition after the first: when it was released, by the clock of
	   whoever did; GP_NO_DATE for the first one. */
	struct gp_date moment;
	struct gp_changes edition; /* since the edition before */
	struct gp_changes pack;    /* since the last pack, in this one */
	struct gp_changes earlier; /* and in those before; nothing is added */
};

#endif
