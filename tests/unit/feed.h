/*
 * For tests of the feed: a pack written again and again, its findings, and
 * what stands where in the result.  Everything that fails ends the test.
 */
#ifndef GP_TESTS_FEED_H
#define GP_TESTS_FEED_H

#include "fixture.h"

struct feed_run {
	struct gp_pack *pack;
	struct gp_host host;
	struct gp_diag *diag;
	struct gp_bytes feed; /* of the last write */
	struct gp_err err;
};

/* Takes the pack over; feed_end() frees it. */
struct feed_run
feed_begin(struct gp_pack *pack);
void
feed_end(struct feed_run *r);

/* Puts `doc`, which the run takes over, in the place of the article `i`. */
void
feed_replace(struct feed_run *r, size_t i, struct gp_doc *doc);

/* Writes the feed with `previous` as that of the last run, on a day; the
   first returns false with r->err, the second must not fail. */
bool
feed_try_write(struct feed_run *r, const struct gp_bytes *previous,
               const char *day);
void
feed_write(struct feed_run *r, const struct gp_bytes *previous,
           const char *day);

/* The last feed, the caller's from now on. */
struct gp_bytes
feed_take(struct feed_run *r);

struct gp_str
feed_view(const struct gp_bytes *b);
/* How often `part` stands in `s`. */
size_t
feed_count(struct gp_str s, const char *part);
void
feed_must_hold(struct gp_str s, const char *part);
void
feed_must_equal(const struct gp_bytes *a, const struct gp_bytes *b);

/* What follows the id of the entry tag:example.org,2015:ID. */
struct gp_str
feed_entry(const struct feed_run *r, const char *id);
/* The `updated` of that entry, and of the feed. */
void
feed_entry_updated_is(const struct feed_run *r, const char *id,
                      const char *want);
void
feed_updated_is(const struct feed_run *r, const char *want);

/* How many findings have this code. */
size_t
feed_findings(const struct feed_run *r, const char *code);

#endif
