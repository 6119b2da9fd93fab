/*
 * What the feeds of a series list, told by its ledger alone: every article in
 * the order of its first release, or every pack; and which of them are in an
 * archive (RFC 5005, section 4).  An archive closes with 50 entries, and only
 * when at least 50 newer ones stay in the feed, so that it changes no more but
 * by a correction and the link to the next one.  How an entry looks is not
 * known here.  Private to series/.
 */
#ifndef GP_SERIES_SITE_FEED_ITEMS_H
#define GP_SERIES_SITE_FEED_ITEMS_H

#include "base/map.h"
#include "series/ledger/ledger.h"

/* Entries of an archive, and those that at least stay in the feed. */
enum { GP_ARCHIVE_SIZE = 50, GP_FEED_LEAST = 50 };

struct gp_feed_item {
	struct gp_str id;
	const struct gp_release_entry *made; /* whose records hold its words, or
	                                        the last edition of the pack */
	const struct gp_release_entry *pack; /* last edition of what it was
	                                        first in; NULL: none any more */
	const struct gp_release_entry *first; /* that it was in */
	enum gp_article_state state; /* what `made` did to it; kept for what
	                                is no article */
	struct gp_str updated;
};

struct gp_feed_items {
	struct gp_feed_item *rows; /* the oldest first */
	size_t n, room;
	size_t n_archives;
	struct gp_map places; /* of each id while the list is made */
};

struct gp_feed_lists {
	struct gp_feed_items articles, packs;
	struct gp_map last; /* of each pack: its last edition */
};

/* Both lists after the first `n` entries of the ledger, in `a`.
   Errors: GP_LIMIT, GP_NOMEM. */
bool
gp_feed_lists(struct gp_arena *a, const struct gp_ledger *l, size_t n,
              struct gp_feed_lists *out, struct gp_err *e);

/* The lists after all entries, which are at least one, and those before the
   last; `last` of these is empty. */
bool
gp_feed_lists_both(struct gp_arena *a, const struct gp_ledger *l,
                   struct gp_feed_lists *before, struct gp_feed_lists *now,
                   struct gp_err *e);

/* The rows of a page: archive 1, 2 and so on, or 0 for the feed itself. */
void
gp_feed_page(const struct gp_feed_items *items, size_t page, size_t *first,
             size_t *end);

/* True when the page holds the same entries of the same releases in both. */
bool
gp_feed_page_same(const struct gp_feed_items *a, const struct gp_feed_items *b,
                  size_t page);

#endif
