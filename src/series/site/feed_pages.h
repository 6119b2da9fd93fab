/*
 * The page that an article has on the site, for an entry that has no address of
 * its own to lead to.  Whether it needs one is not decided here.  Private to
 * series/.
 */
#ifndef GP_SERIES_SITE_FEED_PAGES_H
#define GP_SERIES_SITE_FEED_PAGES_H

#include "series/site/feed_head.h"
#include "series/site/feed_items.h"

/* Its whole address, kept in `a`; "" where the site has no address or the
   article no page: its pack is gone, or of a time without pages. */
struct gp_str
gp_feed_article_page(struct gp_arena *a, const struct gp_feed_head *h,
                     const struct gp_feed_item *item);

#endif
