/*
 * The feeds of a series, written from the list of their entries and from what
 * the records keep of each: feed.xml and packs.xml (RFC 4287) with their
 * archives (RFC 5005, section 4), feed.json (JSON Feed 1.1).  Which entries
 * there are is decided elsewhere.  Private to series/.
 */
#ifndef GP_SERIES_SITE_FEED_WRITE_H
#define GP_SERIES_SITE_FEED_WRITE_H

#include "pack/label_files.h"
#include "series/ledger/record.h"
#include "series/site/feed_head.h"
#include "series/site/feed_items.h"

struct gp_feed_writer {
	struct gp_arena *arena;
	const char *folder; /* of the series */
	struct gp_feed_head head;
	const struct gp_feed_lists *lists;
	struct gp_label_files *labels;
	/* The records read last: neighbours mostly are of one release. */
	json_t *pieces;
	const struct gp_release_entry *pieces_of;
};

/* Lets go of what it keeps. */
void
gp_feed_writer_end(struct gp_feed_writer *w);

/* "feed.xml", "archive/0001.xml"; "packs.xml", "archive/packs-0001.xml". */
struct gp_str
gp_feed_file(struct gp_arena *a, bool of_packs, size_t page);

/* Page 0 is the feed, the others are its archives.
   Errors: GP_INPUT (records), GP_LIMIT, GP_NOMEM. */
bool
gp_feed_write_page(struct gp_feed_writer *w, bool of_packs, size_t page,
                   struct gp_buf *out, struct gp_err *e);

/* The entries of feed.xml as a JSON Feed. */
bool
gp_feed_write_json(struct gp_feed_writer *w, struct gp_buf *out,
                   struct gp_err *e);

#endif
