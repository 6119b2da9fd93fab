/*
 * What is new, as feeds over packs show it: of a pack its edition and the marks
 * of its articles, of an article in the feed its mark since the last pack.
 * Archives do not change and have none.  Private to series/.
 */
#ifndef GP_SERIES_SITE_FEED_NEWS_H
#define GP_SERIES_SITE_FEED_NEWS_H

#include "model/labels.h"
#include "series/site/feed_items.h"

/* "Updated 08:40: 3 added", "" for a first edition; in the words of `l`, kept
   in `a`. */
struct gp_str
gp_feed_lead(const struct gp_release_entry *r, const struct gp_labels *l,
             struct gp_arena *a);
/* The same before the number of articles: "Updated 08:40: 3 added. 30
   articles." */
struct gp_str
gp_feed_summary(const struct gp_release_entry *r, const struct gp_labels *l,
                struct gp_arena *a);
/* Why a pack has no files: it was withdrawn, or something had to leave it and
   they cannot be made without that. */
struct gp_str
gp_feed_no_books(const struct gp_release_entry *r, const struct gp_labels *l);

/* "Carried over from 9 November", as the pack has it; in `a`. */
struct gp_str
gp_feed_article_mark(const struct gp_release_entry *r,
                     const struct gp_released_article *article,
                     const struct gp_labels *l, struct gp_arena *a);

/* How it stands with an article of the feed since the last pack: new,
   corrected, or nothing to say. */
enum gp_entry_state
gp_feed_item_state(const struct gp_feed_lists *lists,
                   const struct gp_feed_item *item);
/* The name that programs know a state by, "new"; "" for none. */
struct gp_str
gp_feed_state_name(enum gp_entry_state state);

#endif
