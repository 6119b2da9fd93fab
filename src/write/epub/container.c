/* The container: see container.h.  libzip gets entries that are deflated
   already and only copies them. */
#include "write/epub/container.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* Of libdeflate, by the articles in content/: 10 takes four times as long for
   one part in a hundred less. */
enum { LEVEL = 8, FIRST_ENTRIES = 16, CHUNK = 64 * 1024 };
enum { FIRST_YEAR = 1980, LAST_YEAR = 2107 };

struct entry {
	const char *name;
	unsigned char *data;
	size_t size, plain_size, read;
	uint32_t crc;
	bool deflated;
};

struct gp_container {
	struct entry *entries;
	size_t n, cap;
	struct libdeflate_compressor *compressor;
	zip_uint16_t time, day;
	enum gp_code failed;
};

/* ---- building ---- */

static void
set_date(struct gp_container *c, const struct gp_date *date)
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
	c->time = (zip_uint16_t)(d.hour << 11 | d.minute << 5 | d.second >> 1);
	c->day = (zip_uint16_t)((d.year - FIRST_YEAR) << 9 | d.month << 5 |
	                        d.day);
}

struct gp_container *
gp_container_new(const struct gp_date *date)
{
	struct gp_container *c = calloc(1, sizeof *c);

	if (!c)
		return NULL;
	c->compressor = libdeflate_alloc_compressor(LEVEL);
	if (!c->compressor) {
		free(c);
		return NULL;
	}
	set_date(c, date);
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
	free(c->entries);
	libdeflate_free_compressor(c->compressor);
	free(c);
}

/* The next entry with room for `room` bytes; NULL after a failure. */
static struct entry *
add(struct gp_container *c, const char *name, struct gp_str data, size_t room)
{
	size_t cap = c->cap ? c->cap * 2 : FIRST_ENTRIES;
	struct entry *e;

	if (c->failed != GP_OK)
		return NULL;
	if (c->n == c->cap) {
		e = realloc(c->entries, cap * sizeof *e);
		if (!e) {
			c->failed = GP_NOMEM;
			return NULL;
		}
		c->entries = e;
		c->cap = cap;
	}
	e = &c->entries[c->n];
	*e = (struct entry){ .name = name, .plain_size = data.n };
	e->data = malloc(room ? room : 1);
	if (!e->data) {
		c->failed = GP_NOMEM;
		return NULL;
	}
	e->crc = libdeflate_crc32(0, data.p, data.n);
	c->n++;
	return e;
}

static void
keep_plain(struct entry *e, struct gp_str data)
{
	if (data.n)
		memcpy(e->data, data.p, data.n);
	e->size = data.n;
	e->deflated = false;
}

void
gp_container_store(struct gp_container *c, const char *name, struct gp_str data)
{
	struct entry *e = add(c, name, data, data.n);

	if (e)
		keep_plain(e, data);
}

/* Room for no more than the plain bytes: what does not fit is stored. */
void
gp_container_deflate(struct gp_container *c, const char *name,
                     struct gp_str data)
{
	struct entry *e = add(c, name, data, data.n);
	unsigned char *p;

	if (!e)
		return;
	e->deflated = true;
	e->size = libdeflate_deflate_compress(c->compressor, data.p, data.n,
	                                      e->data, data.n);
	if (e->size == 0)
		keep_plain(e, data);
	p = realloc(e->data, e->size ? e->size : 1);
	if (p)
		e->data = p;
}

/* ---- libzip reads an entry ---- */

static zip_int64_t
tell_stat(const struct entry *e, zip_stat_t *st, zip_uint64_t room)
{
	if (room < sizeof *st)
		return -1;
	zip_stat_init(st);
	st->size = e->plain_size;
	st->comp_size = e->size;
	st->crc = e->crc;
	st->comp_method = e->deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
	st->encryption_method = ZIP_EM_NONE;
	st->valid = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC |
	            ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
	return sizeof *st;
}

static zip_int64_t
read_part(struct entry *e, void *out, zip_uint64_t room)
{
	size_t part = e->size - e->read;

	if (part > room)
		part = (size_t)room;
	if (part)
		memcpy(out, e->data + e->read, part);
	e->read += part;
	return (zip_int64_t)part;
}

static zip_int64_t
serve(void *user, void *data, zip_uint64_t size, zip_source_cmd_t command)
{
	struct entry *e = user;

	if (command == ZIP_SOURCE_OPEN)
		e->read = 0;
	if (command == ZIP_SOURCE_OPEN || command == ZIP_SOURCE_CLOSE ||
	    command == ZIP_SOURCE_FREE)
		return 0;
	if (command == ZIP_SOURCE_READ)
		return read_part(e, data, size);
	if (command == ZIP_SOURCE_STAT)
		return tell_stat(e, data, size);
	if (command == ZIP_SOURCE_SUPPORTS)
		return zip_source_make_command_bitmap(
			ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
			ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
	return command == ZIP_SOURCE_ERROR ? (zip_int64_t)(2 * sizeof(int))
	                                   : -1;
}

/* ---- writing ---- */

static bool
put_entry(zip_t *zip, const struct gp_container *c, struct entry *e)
{
	zip_source_t *source = zip_source_function(zip, serve, e);
	zip_int32_t method = e->deflated ? ZIP_CM_DEFLATE : ZIP_CM_STORE;
	zip_int64_t i;

	if (!source)
		return false;
	i = zip_file_add(zip, e->name, source, 0);
	if (i < 0) {
		zip_source_free(source);
		return false;
	}
	return zip_set_file_compression(zip, (zip_uint64_t)i, method, 0) == 0 &&
	       zip_file_set_dostime(zip, (zip_uint64_t)i, c->time, c->day, 0) ==
	               0;
}

/* Takes the archive into `target`; the source stays the caller's. */
static bool
archive(struct gp_container *c, zip_source_t *target)
{
	zip_t *zip =
		zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	size_t i;

	if (!zip)
		return false;
	zip_source_keep(target);
	for (i = 0; i < c->n; i++)
		if (!put_entry(zip, c, &c->entries[i]))
			break;
	if (i == c->n && zip_close(zip) == 0)
		return true;
	zip_discard(zip);
	return false;
}

static bool
copy_out(zip_source_t *from, struct gp_buf *out)
{
	char *chunk = malloc(CHUNK);
	zip_int64_t n = -1;

	if (chunk && zip_source_open(from) == 0) {
		while ((n = zip_source_read(from, chunk, CHUNK)) > 0)
			gp_buf_put(out, chunk, (size_t)n);
		(void)zip_source_close(from);
	}
	free(chunk);
	return n == 0;
}

bool
gp_container_write(struct gp_container *c, struct gp_buf *out, struct gp_err *e)
{
	zip_error_t why;
	zip_source_t *target;
	bool ok;

	if (c->failed != GP_OK)
		return gp_fail(e, c->failed, "out of memory");
	zip_error_init(&why);
	target = zip_source_buffer_create(NULL, 0, 0, &why);
	zip_error_fini(&why);
	if (!target)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = archive(c, target) && copy_out(target, out);
	zip_source_free(target);
	if (!ok)
		return gp_fail(e, GP_NOMEM,
		               "the EPUB container could not be put together, "
		               "most likely for want of memory");
	return gp_buf_ok(out, e);
}
