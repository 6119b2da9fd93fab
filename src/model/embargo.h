/*
 * Until when a text may not be published, as plain data, and whether that time
 * has come.  Three may say so: the source, an editor for one article, an
 * editor for the whole pack.  The time is handed in; there is no clock here,
 * and no date of an article or a pack is asked.
 */
#ifndef GP_MODEL_EMBARGO_H
#define GP_MODEL_EMBARGO_H

#include "base/date.h"

enum gp_embargo_kind {
	GP_EMBARGO_NONE,   /* nothing is said */
	GP_EMBARGO_UNTIL,  /* a moment */
	GP_EMBARGO_OPEN,   /* until somebody lifts it: no time can be read */
	GP_EMBARGO_LIFTED, /* an editor says that there is none */
};

struct gp_embargo {
	enum gp_embargo_kind kind;
	struct gp_date until; /* GP_EMBARGO_UNTIL: a time without a zone is
	                         UTC, a day alone begins at midnight UTC */
};

/* What holds for an article: the editor's word of it, else of the pack when
   that is `none`, else the source's; and never less than a time that is given
   for the pack.  Each may be NULL. */
struct gp_embargo
gp_embargo_of(const struct gp_embargo *pack, const struct gp_embargo *article,
              const struct gp_embargo *source);

/* The stricter of two things that one source says: the later time; a time is
   more than "embargoed" alone. */
struct gp_embargo
gp_embargo_both(struct gp_embargo a, struct gp_embargo b);

/* True while it may not be published at `now`, in seconds since 1970, UTC.  A
   `now` of 0 is not known, and then every embargo holds. */
bool
gp_embargo_holds(const struct gp_embargo *e, int64_t now);

#endif
