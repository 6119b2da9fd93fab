/*
 * Pages above those of single packs: the newest packs of a series by month, a
 * page for each month, and one that leads on to another.  Which packs there
 * are, and which of them is the newest, is for the caller to say.
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

/* A month that has a page of its own. */
struct gp_web_month {
	struct gp_str file;   /* its page, beside that of the series */
	struct gp_date month; /* GP_NO_DATE: of packs without a day */
	size_t n_packs;
};

struct gp_web_series {
	const struct gp_pack_info *info; /* what series.yaml gives its packs */
	const struct gp_labels *labels;  /* words in its language, or NULL */
	bool for_public;                 /* anybody may find it */
	const struct gp_made *feeds;     /* from the folder of the series */
	size_t n_feeds;
	const struct gp_web_pack *packs; /* those to show, the newest first, at
	                                    least one */
	size_t n_packs;
	const struct gp_web_month *months; /* all, the newest first */
	size_t n_months;
};

/* Appends the page of the series, to stand above the folders of its packs; its
   style is that of the newest.  Errors: GP_NOMEM. */
bool
gp_web_packs(const struct gp_web_series *s, struct gp_buf *out,
             struct gp_err *e);

/* Appends the page of a month, to stand beside that of the series: it has all
   packs that there are in `s`, and their months are not asked for.
   Errors: GP_NOMEM. */
bool
gp_web_month(const struct gp_web_series *s, struct gp_buf *out,
             struct gp_err *e);

/* Appends a page that leads on to the newest pack, to stand in a folder beside
   those of the packs.  Errors: GP_NOMEM. */
bool
gp_web_latest(const struct gp_web_series *s, struct gp_buf *out,
              struct gp_err *e);

#endif
