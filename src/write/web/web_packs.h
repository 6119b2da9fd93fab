/*
 * Pages above those of single packs: the packs of a series by month, and one
 * that leads on to another.  Which packs there are, and which of them is the
 * newest, is for the caller to say.
 */
#ifndef GP_WRITE_WEB_WEB_PACKS_H
#define GP_WRITE_WEB_WEB_PACKS_H

#include "pack/job.h"

/* A pack that was released. */
struct gp_web_pack {
	struct gp_str folder; /* of its pages, below that of the series */
	struct gp_str title;
	struct gp_date date;
	const struct gp_made *forms; /* its other outputs */
	size_t n_forms;
};

struct gp_web_series {
	const struct gp_pack_info *info; /* what series.yaml gives its packs */
	bool for_public;                 /* anybody may find it */
	const struct gp_made *feeds;     /* from the folder of the series */
	size_t n_feeds;
	const struct gp_web_pack *packs; /* the newest first, at least one */
	size_t n_packs;
};

/* Appends the page of the series, to stand above the folders of its packs; its
   style is that of the newest.  Errors: GP_NOMEM. */
bool
gp_web_packs(const struct gp_web_series *s, struct gp_buf *out,
             struct gp_err *e);

/* Appends a page that leads on to the newest pack, to stand in a folder beside
   those of the packs.  Errors: GP_NOMEM. */
bool
gp_web_latest(const struct gp_web_series *s, struct gp_buf *out,
              struct gp_err *e);

#endif
