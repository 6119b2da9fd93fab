/* Help for tests of the feed: see feed.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/diag.h"
#include "feed.h"
#include "write/write.h"

struct feed_run
feed_begin(struct gp_pack *pack)
{
	struct feed_run r = { .pack = pack,
		              .host = fixture_host,
		              .diag = gp_diag_new() };

	assert_non_null(r.diag);
	return r;
}

void
feed_end(struct feed_run *r)
{
	gp_bytes_free(&r->feed);
	gp_diag_free(r->diag);
	gp_pack_free(r->pack);
}

/* The feed with `previous` as that of the last run, on a day. */
bool
feed_try_write(struct feed_run *r, const struct gp_bytes *previous,
               const char *day)
{
	struct gp_write_job job = fixture_job(r->pack);
	struct gp_buf out = { .max = 0 };
	bool ok;

	job.host = &r->host;
	job.diag = r->diag;
	job.previous = previous;
	assert_true(gp_date_parse(gp_str(day), &job.date));
	ok = gp_write_atom.write(&job, &out, &r->err);
	gp_bytes_free(&r->feed);
	if (ok)
		r->feed = gp_buf_take(&out);
	gp_buf_free(&out);
	return ok;
}

void
feed_write(struct feed_run *r, const struct gp_bytes *previous, const char *day)
{
	if (!feed_try_write(r, previous, day))
		fail_msg("%s", r->err.msg);
}

/* The last feed, taken over by the caller. */
struct gp_bytes
feed_take(struct feed_run *r)
{
	struct gp_bytes b = r->feed;

	r->feed = (struct gp_bytes){ NULL, 0 };
	return b;
}

struct gp_str
feed_view(const struct gp_bytes *b)
{
	return (struct gp_str){ (const char *)b->data, b->size };
}

static bool
holds(struct gp_str s, const char *part)
{
	return gp_str_find(s, gp_str(part), 0) < s.n;
}

size_t
feed_count(struct gp_str s, const char *part)
{
	size_t i = 0, n = 0;

	while ((i = gp_str_find(s, gp_str(part), i)) < s.n) {
		i++;
		n++;
	}
	return n;
}

void
feed_must_hold(struct gp_str s, const char *part)
{
	if (!holds(s, part))
		fail_msg("no \"%s\" in:\n%.*s", part, GP_ARG(s));
}

void
feed_must_equal(const struct gp_bytes *a, const struct gp_bytes *b)
{
	if (a->size != b->size || memcmp(a->data, b->data, a->size) != 0)
		fail_msg("%.*s\n--- is not ---\n%.*s", GP_ARG(feed_view(a)),
		         GP_ARG(feed_view(b)));
}

/* What stands between two marks, the first of which comes after `from`. */
static struct gp_str
between(struct gp_str s, const char *from, const char *open, const char *close)
{
	size_t at = gp_str_find(s, gp_str(from), 0), first, last;

	first = gp_str_find(s, gp_str(open), at) + strlen(open);
	last = gp_str_find(s, gp_str(close), first);
	if (at == s.n || last >= s.n)
		fail_msg("no %s after %s", open, from);
	return gp_str_sub(s, first, last);
}

struct gp_str
feed_entry(const struct feed_run *r, const char *id)
{
	char mark[128];

	(void)snprintf(mark, sizeof mark, "<id>tag:example.org,2015:%s</id>",
	               id);
	return between(feed_view(&r->feed), mark, mark, "</entry>");
}

void
feed_entry_updated_is(const struct feed_run *r, const char *id,
                      const char *want)
{
	struct gp_str have = between(feed_entry(r, id), "<updated>",
	                             "<updated>", "</updated>");

	if (!gp_str_eq(have, gp_str(want)))
		fail_msg("%s: %.*s is not %s", id, GP_ARG(have), want);
}

void
feed_updated_is(const struct feed_run *r, const char *want)
{
	struct gp_str have = between(feed_view(&r->feed), "<feed", "<updated>",
	                             "</updated>");

	if (!gp_str_eq(have, gp_str(want)))
		fail_msg("the feed: %.*s is not %s", GP_ARG(have), want);
}

size_t
feed_findings(const struct feed_run *r, const char *code)
{
	const struct gp_finding *f;
	size_t i, n = 0;

	for (i = 0; (f = gp_diag_at(r->diag, i)) != NULL; i++)
		n += strcmp(f->code, code) == 0;
	return n;
}

/* Puts `doc` into the place of the article `i`. */
void
feed_replace(struct feed_run *r, size_t i, struct gp_doc *doc)
{
	gp_arena_free(r->pack->entries[i].doc->arena);
	r->pack->entries[i].doc = doc;
}
