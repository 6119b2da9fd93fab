/*
 * How a feed looks to somebody who opens it in a browser: a style sheet beside
 * the feeds.  Feed readers never see it, and it decides nothing of what a feed
 * says.  Private to series/.
 */
#ifndef GP_SERIES_SITE_FEED_STYLE_H
#define GP_SERIES_SITE_FEED_STYLE_H

#include "base/str.h"

/* Its name in the site, and its text. */
extern const char gp_feed_style_file[];
extern const char gp_feed_style[];

#endif
