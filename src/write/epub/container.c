/* The container: see container.h.  Entries wait until there is enough of them
   for all threads; libzip then gets them deflated and only copies. */
#include "write/epub/container.h"

#include "base/limits.h"
#include "base/tasks.h"
#include "base/vec.h"
#include "write/epub/archive.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_YEAR = 1980, LAST_YEAR = 2107 };
/* Plain bytes that wait, a thread: some 20 ms of work, against which to start
   a thread costs nothing.  Less than this is done on one. */
enum { BATCH = 1024 * 1024 };

struct gp_container {
	struct gp_archive_entry *entries;
	size_t n, cap;
	size_t waiting, waiting_bytes; /* the last entries, and all of them */
	struct libdeflate_compressor *compressors[GP_MAX_THREADS];
	unsigned threads;
	struct gp_archive_time when;
	enum gp_code failed;
};

/* ---- building ---- */

static struct gp_archive_time
dos_time(const struct gp_date *date)
{
	static const struct gp_date first = { .year = FIRST_YEAR,
		                              .month = 1,
		                              .day = 1 };
	static const struct gp_date last = { .year = LAST_YEAR,
		                             .month = 12,
		                             .day = 31,
		                             .hour = 23,
		                             .minute = 59,
		                             .second = 58 };
	struct gp_date d = first;

	(void)gp_date_from_seconds(gp_date_seconds(date), &d);
	if (d.year < FIRST_YEAR)
		d = first;
	if (d.year > LAST_YEAR)
		d = last;
	return (struct gp_archive_time){
		.time = (uint16_t)(d.hour << 11 | d.minute << 5 |
		                   d.second >> 1),
		.day = (uint16_t)((d.year - FIRST_YEAR) << 9 | d.month << 5 |
		                  d.day),
	};
}

struct gp_container *
gp_container_new(const struct gp_date *date, unsigned threads)
{
	struct gp_container *c = calloc(1, sizeof *c);

	if (!c)
		return NULL;
	c->threads = gp_tasks_threads(threads);
	c->when = dos_time(date);
	return c;
}

void
gp_container_free(struct gp_container *c)
{
	size_t i;

	if (!c)
		return;
	for (i = 0; i < c->n; i++)
		free(c->entries[i].data);
	for (i = 0; i < GP_MAX_THREADS; i++)
		if (c->compressors[i])
			libdeflate_free_compressor(c->compressors[i]);
	free(c->entries);
	free(c);
}

/* ---- names ---- */

static bool
is_plain(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c >= '0' && c <= '9');
}

/* So no part is ".", "..", empty or hidden. */
static bool
is_safe(const char *name)
{
	bool begins = true;

	for (; *name; name++) {
		if (!is_plain(*name) && (begins || !strchr("./-_", *name)))
			return false;
		begins = *name == '/';
	}
	return !begins;
}

/* ---- deflating ---- */

/* Room for no more than the plain bytes: what does not fit stays plain. */
static void
pack(struct gp_archive_entry *e, struct libdeflate_compressor *compressor)
{
	unsigned char *room = malloc(e->size ? e->size : 1), *fit;
	size_t n;

	if (!room)
		return;
	n = libdeflate_deflate_compress(compressor, e->data, e->size, room,
	                                e->size);
	e->packed = true;
	if (n == 0) {
		free(room);
		return;
	}
	free(e->data);
	fit = realloc(room, n);
	e->data = fit ? fit : room;
	e->size = n;
	e->deflated = true;
}

static void
pack_entry(struct gp_container *c, struct gp_archive_entry *e, unsigned worker)
{
	e->crc = libdeflate_crc32(0, e->data, e->plain_size);
	if (e->packed)
		return;
	if (!c->compressors[worker])
		c->compressors[worker] =
			libdeflate_alloc_compressor(GP_CONTAINER_LEVEL);
	if (c->compressors[worker])
		pack(e, c->compressors[worker]);
}

static void
pack_one(void *user, size_t i, unsigned worker)
{
	struct gp_container *c = user;

	pack_entry(c, &c->entries[c->n - c->waiting + i], worker);
}

/* All that waits. */
static void
pack_batch(struct gp_container *c)
{
	unsigned threads = c->waiting_bytes < BATCH ? 1 : c->threads;
	size_t i;

	gp_tasks_run(c->waiting, threads, pack_one, c);
	for (i = c->n - c->waiting; i < c->n; i++)
		if (!c->entries[i].packed)
			c->failed = GP_NOMEM;
	c->waiting = 0;
	c->waiting_bytes = 0;
}

/* ---- entries ---- */

/* Plain; false when out of memory. */
static bool
fill_entry(struct gp_archive_entry *e, const char *name, struct gp_str data)
{
	*e = (struct gp_archive_entry){ .name = name,
		                        .size = data.n,
		                        .plain_size = data.n };
	e->data = malloc(data.n ? data.n : 1);
	if (e->data && data.n)
		memcpy(e->data, data.p, data.n);
	return e->data != NULL;
}

static void
add_entry(struct gp_container *c, const char *name, struct gp_str data,
          bool packed)
{
	struct gp_archive_entry e;

	if (c->failed == GP_OK && !is_safe(name))
		c->failed = GP_INTERNAL;
	if (c->failed != GP_OK)
		return;
	if (!fill_entry(&e, name, data) ||
	    !GP_VEC_FIT(NULL, c->entries, c->n + 1, c->cap)) {
		free(e.data);
		c->failed = GP_NOMEM;
		return;
	}
	e.packed = packed;
	c->entries[c->n++] = e;
	c->waiting++;
	c->waiting_bytes += data.n;
	if (c->waiting_bytes / BATCH >= c->threads)
		pack_batch(c);
}

void
gp_container_store(struct gp_container *c, const char *name, struct gp_str data)
{
	add_entry(c, name, data, true);
}

void
gp_container_deflate(struct gp_container *c, const char *name,
                     struct gp_str data)
{
	add_entry(c, name, data, false);
}

static struct gp_archive_entry *
find_entry(struct gp_container *c, const char *name)
{
	size_t i;

	for (i = 0; i < c->n; i++)
		if (strcmp(c->entries[i].name, name) == 0)
			return &c->entries[i];
	return NULL;
}

void
gp_container_replace(struct gp_container *c, const char *name,
                     struct gp_str data)
{
	struct gp_archive_entry *e;

	pack_batch(c);
	e = find_entry(c, name);
	if (!e)
		c->failed = GP_INTERNAL;
	if (c->failed != GP_OK)
		return;
	free(e->data);
	if (fill_entry(e, e->name, data))
		pack_entry(c, e, 0);
	if (!e->packed)
		c->failed = GP_NOMEM;
}

bool
gp_container_is(struct gp_container *c, struct gp_str old)
{
	pack_batch(c);
	return c->failed == GP_OK && gp_archive_is(c->entries, c->n, old);
}

bool
gp_container_write(struct gp_container *c, struct gp_buf *out, struct gp_err *e)
{
	pack_batch(c);
	if (c->failed == GP_INTERNAL)
		return gp_fail(e, GP_INTERNAL,
		               "an entry of the EPUB has a name that is not "
		               "safe everywhere");
	if (c->failed != GP_OK)
		return gp_fail(e, c->failed, "out of memory");
	return gp_archive_write(c->entries, c->n, c->when, out, e);
}
