/*
 * The packs of a series on shelves: one that holds all, and one for each month.
 * A shelf is shown in pages: those that are full close and change no more but
 * with a pack of theirs; the open one holds the newest.  So a release changes
 * as many pages however many packs there are.  What a page says of a pack is
 * not known here.  Private to series/.
 */
#ifndef GP_SERIES_SITE_SITE_SHELVES_H
#define GP_SERIES_SITE_SITE_SHELVES_H

#include "series/site/feed_items.h"

/* Packs of a page that closes, and those that at least stay in the open one:
   so many that each says what is in it, and a page stays below 256 KiB. */
enum { GP_SHELF_PAGE = 25, GP_SHELF_LEAST = 25 };

struct gp_shelved {
	const struct gp_feed_item *pack;
	size_t position; /* among all packs, from 1 */
};

struct gp_shelf {
	struct gp_str name;      /* "new", "2015-11", "undated" */
	struct gp_date month;    /* GP_NO_DATE for all, and for the undated */
	struct gp_shelved *rows; /* in the order of their first release */
	size_t n, room;
	size_t n_closed;
	struct gp_str updated; /* last change of any of them, RFC 3339 */
};

struct gp_shelves {
	struct gp_shelf all;
	struct gp_shelf **months; /* the newest first, the undated last */
	size_t n_months, room;
	struct gp_map by_name;
};

/* Puts the packs of a list on shelves, in `a`; `packs` has to stay.
   Errors: GP_NOMEM. */
bool
gp_shelves(struct gp_arena *a, const struct gp_feed_items *packs,
           struct gp_shelves *out, struct gp_err *e);

/* The shelf of this name, "new" is that of all; NULL when there is none. */
const struct gp_shelf *
gp_shelf_find(const struct gp_shelves *s, struct gp_str name);

/* The rows of a page: closed ones are 1, 2 and so on, the open one is 0. */
void
gp_shelf_page(const struct gp_shelf *s, size_t page, size_t *first,
              size_t *end);

/* True when the page holds the same editions in both; `b` may be NULL. */
bool
gp_shelf_page_same(const struct gp_shelf *a, const struct gp_shelf *b,
                   size_t page);

/* True when all of its packs are the same editions; `b` may be NULL. */
bool
gp_shelf_same(const struct gp_shelf *a, const struct gp_shelf *b);

#endif
