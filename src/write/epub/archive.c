/* libzip between two functions of ours: one hands it each entry and lets go
   of it when it was read, the other takes the archive into a buffer and goes
   back in it to fill in headers.  No file, no compression and no name is
   made here. */
#include "write/epub/archive.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* ---- libzip reads an entry ---- */

static zip_int64_t
tell_entry(const struct gp_archive_entry *e, zip_stat_t *st, zip_uint64_t room)
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
read_part(struct gp_archive_entry *e, void *out, zip_uint64_t room)
{
	size_t part = e->size - e->read;

	if (part > room)
		part = (size_t)room;
	if (part)
		memcpy(out, e->data + e->read, part);
	e->read += part;
	return (zip_int64_t)part;
}

/* libzip reads an entry once. */
static void
let_go(struct gp_archive_entry *e)
{
	free(e->data);
	e->data = NULL;
	e->read = e->size;
}

static zip_int64_t
serve(void *user, void *data, zip_uint64_t size, zip_source_cmd_t command)
{
	struct gp_archive_entry *e = user;

	if (command == ZIP_SOURCE_OPEN)
		return e->data ? 0 : -1;
	if (command == ZIP_SOURCE_CLOSE)
		let_go(e);
	if (command == ZIP_SOURCE_CLOSE || command == ZIP_SOURCE_FREE)
		return 0;
	if (command == ZIP_SOURCE_READ)
		return read_part(e, data, size);
	if (command == ZIP_SOURCE_STAT)
		return tell_entry(e, data, size);
	if (command == ZIP_SOURCE_SUPPORTS)
		return zip_source_make_command_bitmap(
			ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
			ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE, -1);
	return command == ZIP_SOURCE_ERROR ? (zip_int64_t)(2 * sizeof(int))
	                                   : -1;
}

/* ---- libzip writes the archive ---- */

/* The archive begins where `out` ended. */
struct sink {
	struct gp_buf *out;
	size_t base, at, size;
};

/* libzip goes back to fill in a header. */
static zip_int64_t
write_part(struct sink *s, const void *data, zip_uint64_t n)
{
	size_t over = s->size - s->at < n ? s->size - s->at : (size_t)n;

	if (over)
		memcpy(s->out->data + s->base + s->at, data, over);
	gp_buf_put(s->out, (const char *)data + over, (size_t)n - over);
	if (s->out->failed != GP_OK)
		return -1;
	s->at += (size_t)n;
	s->size = s->out->len - s->base;
	return (zip_int64_t)n;
}

static zip_int64_t
seek(struct sink *s, void *data, zip_uint64_t size)
{
	zip_int64_t to = zip_source_seek_compute_offset(s->at, s->size, data,
	                                                size, NULL);

	if (to < 0)
		return -1;
	s->at = (size_t)to;
	return 0;
}

static zip_int64_t
tell_sink(const struct sink *s, zip_stat_t *st, zip_uint64_t room)
{
	if (room < sizeof *st)
		return -1;
	zip_stat_init(st);
	st->size = s->size;
	st->valid = ZIP_STAT_SIZE;
	return sizeof *st;
}

/* What a target must be able to do; nothing is ever read back from it. */
static zip_int64_t
abilities(void)
{
	return zip_source_make_command_bitmap(
		ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE,
		ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
		ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
		ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
		ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE,
		ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
		-1);
}

static zip_int64_t
serve_zip(void *user, void *data, zip_uint64_t size, zip_source_cmd_t command)
{
	struct sink *s = user;

	if (command == ZIP_SOURCE_WRITE)
		return write_part(s, data, size);
	if (command == ZIP_SOURCE_SEEK_WRITE)
		return seek(s, data, size);
	if (command == ZIP_SOURCE_TELL_WRITE)
		return (zip_int64_t)s->at;
	if (command == ZIP_SOURCE_STAT)
		return tell_sink(s, data, size);
	if (command == ZIP_SOURCE_SUPPORTS)
		return abilities();
	if (command == ZIP_SOURCE_ERROR)
		return zip_error_to_data(
			&(zip_error_t){ .zip_err = ZIP_ER_WRITE }, data, size);
	return command == ZIP_SOURCE_READ ? -1 : 0;
}

/* ---- both together ---- */

static bool
put_entry(zip_t *zip, struct gp_archive_time when, struct gp_archive_entry *e)
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
	       zip_file_set_dostime(zip, (zip_uint64_t)i, when.time, when.day,
	                            0) == 0;
}

/* The source stays the caller's. */
static bool
fill_zip(zip_source_t *target, struct gp_archive_entry *entries, size_t n,
         struct gp_archive_time when)
{
	zip_t *zip =
		zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	size_t i;

	if (!zip)
		return false;
	zip_source_keep(target);
	for (i = 0; i < n; i++)
		if (!put_entry(zip, when, &entries[i]))
			break;
	if (i == n && zip_close(zip) == 0)
		return true;
	zip_discard(zip);
	return false;
}

bool
gp_archive_write(struct gp_archive_entry *entries, size_t n,
                 struct gp_archive_time when, struct gp_buf *out,
                 struct gp_err *e)
{
	struct sink s = { .out = out, .base = out->len };
	zip_source_t *target = zip_source_function_create(serve_zip, &s, NULL);
	bool ok;

	if (!target)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = fill_zip(target, entries, n, when);
	zip_source_free(target);
	if (!gp_buf_ok(out, e))
		return false;
	return ok || gp_fail(e, GP_NOMEM,
	                     "the EPUB container could not be put together, "
	                     "most likely for want of memory");
}

/* ---- an archive of before ---- */

static bool
is_entry(const struct gp_archive_entry *e, const zip_stat_t *st)
{
	const zip_uint64_t needed =
		ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_CRC;

	return (st->valid & needed) == needed && st->size == e->plain_size &&
	       st->crc == e->crc && strcmp(st->name, e->name) == 0;
}

bool
gp_archive_is(const struct gp_archive_entry *entries, size_t n,
              struct gp_str old)
{
	zip_source_t *source = zip_source_buffer_create(old.p, old.n, 0, NULL);
	zip_t *zip =
		source ? zip_open_from_source(source, ZIP_RDONLY, NULL) : NULL;
	zip_stat_t st;
	size_t i = 0;

	if (!zip) {
		zip_source_free(source);
		return false;
	}
	if (zip_get_num_entries(zip, 0) == (zip_int64_t)n)
		while (i < n && zip_stat_index(zip, i, 0, &st) == 0 &&
		       is_entry(&entries[i], &st))
			i++;
	zip_discard(zip);
	return i == n;
}
