/* The directory found from the end, each row held against its local header,
   no two entries over the same bytes, sizes within limits before anything is
   inflated.  What disagrees is a finding and the entry is not read.  Bytes
   are the caller's; nothing is repaired or guessed. */
#include "verify/zip.h"

#include "base/utf8.h"

#include <libdeflate.h>
#include <stdlib.h>

enum {
	END_SIZE = 22,     /* end of central directory, 4.3.16 */
	LOCATOR_SIZE = 20, /* zip64 locator, 4.3.15 */
	END64_SIZE = 56,   /* zip64 end, 4.3.14 */
	CENTRAL_SIZE = 46, /* a row of the directory, 4.3.12 */
	LOCAL_SIZE = 30,   /* a local header, 4.3.7 */
	ZIP64_FIELD = 1,   /* extra field, 4.5.3 */
	STORED = 0,
	DEFLATED = 8,
	ENCRYPTED = 1 | 1 << 6 | 1 << 13, /* bits of the flags, 4.4.4 */
	DESCRIPTOR = 1 << 3,
};

#define ALL_ONES 0xFFFFFFFFu

static uint64_t
little_endian(struct gp_str s, size_t at, unsigned bytes)
{
	uint64_t n = 0;

	while (bytes-- > 0)
		n = n << 8 | (unsigned char)s.p[at + bytes];
	return n;
}

static bool
signature(struct gp_str s, size_t at, const char *word)
{
	return gp_str_starts(gp_str_sub(s, at, s.n), gp_str(word));
}

/* ---- the end of the directory ---- */

struct directory {
	uint64_t count, size, offset;
};

static bool
find_end(struct gp_str s, size_t *end)
{
	size_t at,
		least = s.n > END_SIZE + 65535u ? s.n - END_SIZE - 65535u : 0;

	if (s.n < END_SIZE)
		return false;
	for (at = s.n - END_SIZE + 1; at-- > least;)
		if (signature(s, at, "PK\5\6") &&
		    at + END_SIZE + little_endian(s, at + 20, 2) == s.n) {
			*end = at;
			return true;
		}
	return false;
}

/* The zip64 end before the end at `end`: false when there is none. */
static bool
read_end64(struct gp_str s, size_t end, struct directory *d)
{
	uint64_t at;

	if (end < LOCATOR_SIZE || !signature(s, end - LOCATOR_SIZE, "PK\6\7"))
		return false;
	at = little_endian(s, end - LOCATOR_SIZE + 8, 8);
	if (at > end - LOCATOR_SIZE || end - LOCATOR_SIZE - at < END64_SIZE ||
	    !signature(s, (size_t)at, "PK\6\6"))
		return false;
	d->count = little_endian(s, (size_t)at + 32, 8);
	d->size = little_endian(s, (size_t)at + 40, 8);
	d->offset = little_endian(s, (size_t)at + 48, 8);
	return true;
}

static bool
read_end(struct gp_zip *z, struct directory *d)
{
	struct gp_str s = z->bytes;
	size_t end;

	if (!find_end(s, &end)) {
		gp_found(z->in, GP_CHECK_ZIP_BROKEN, NULL, 0,
		         "the container has no end of directory: it is cut "
		         "off, or something follows it");
		return false;
	}
	d->count = little_endian(s, end + 10, 2);
	d->size = little_endian(s, end + 12, 4);
	d->offset = little_endian(s, end + 16, 4);
	if (read_end64(s, end, d) && d->count < 0xFFFF &&
	    d->offset + d->size < ALL_ONES)
		gp_found(z->in, GP_CHECK_ZIP_64, NULL, 0,
		         "the directory is a zip64 one without need");
	if (d->offset <= end && d->size <= end - d->offset)
		return true;
	gp_found(z->in, GP_CHECK_ZIP_BROKEN, NULL, 0,
	         "the directory lies outside of the file");
	return false;
}

/* ---- entries ---- */

/* Sizes and offset that did not fit are in the zip64 field. */
static void
read_extra(struct gp_zip *z, struct gp_zip_entry *entry, struct gp_str extra)
{
	size_t *wide[] = { &entry->size, &entry->packed, &entry->header };
	size_t i, at, n;

	for (at = 0; at + 4 <= extra.n; at += 4 + n) {
		n = (size_t)little_endian(extra, at + 2, 2);
		if (n > extra.n - at - 4)
			return;
		if (little_endian(extra, at, 2) != ZIP64_FIELD) {
			entry->extra = true;
			continue;
		}
		size_t next = at + 4, last = at + 4 + n;
		bool needed = false;

		for (i = 0; i < 3; i++)
			if (*wide[i] == ALL_ONES && next + 8 <= last) {
				*wide[i] =
					(size_t)little_endian(extra, next, 8);
				next += 8;
				needed |= *wide[i] >= ALL_ONES;
			}
		if (!needed)
			gp_found(z->in, GP_CHECK_ZIP_64, entry->name.p, 0,
			         "the entry has zip64 sizes without need");
	}
}

/* A row at *at of the directory; false when it is cut off. */
static bool
read_row(struct gp_zip *z, struct gp_str dir, size_t *at,
         struct gp_zip_entry *entry)
{
	size_t name, extra, comment, start = *at;

	if (dir.n - start < CENTRAL_SIZE || !signature(dir, start, "PK\1\2"))
		return false;
	name = (size_t)little_endian(dir, start + 28, 2);
	extra = (size_t)little_endian(dir, start + 30, 2);
	comment = (size_t)little_endian(dir, start + 32, 2);
	*at = start + CENTRAL_SIZE + name + extra + comment;
	if (*at > dir.n)
		return false;
	start += CENTRAL_SIZE;
	*entry = (struct gp_zip_entry){
		.name = gp_arena_str(z->in->arena,
		                     gp_str_sub(dir, start, start + name)),
		.flags = (unsigned)little_endian(dir, start - 38, 2),
		.method = (unsigned)little_endian(dir, start - 36, 2),
		.crc = (uint32_t)little_endian(dir, start - 30, 4),
		.packed = (size_t)little_endian(dir, start - 26, 4),
		.size = (size_t)little_endian(dir, start - 22, 4),
		.header = (size_t)little_endian(dir, start - 4, 4),
	};
	read_extra(z, entry,
	           gp_str_sub(dir, start + name, start + name + extra));
	return true;
}

/* What the local header says must be what the directory says; sizes and sum
   may follow the data instead. */
static bool
read_local(struct gp_zip *z, struct gp_zip_entry *entry)
{
	struct gp_str s = z->bytes;
	size_t at = entry->header, name, extra;

	if (at > s.n || s.n - at < LOCAL_SIZE || !signature(s, at, "PK\3\4"))
		return false;
	name = (size_t)little_endian(s, at + 26, 2);
	extra = (size_t)little_endian(s, at + 28, 2);
	if (s.n - at - LOCAL_SIZE < name + extra ||
	    s.n - at - LOCAL_SIZE - name - extra < entry->packed)
		return false;
	if (little_endian(s, at + 8, 2) != entry->method ||
	    !gp_str_eq(gp_str_sub(s, at + LOCAL_SIZE, at + LOCAL_SIZE + name),
	               entry->name))
		return false;
	if (!(entry->flags & DESCRIPTOR) &&
	    little_endian(s, at + 14, 4) != entry->crc)
		return false;
	entry->extra |= extra > 0 && entry->size < ALL_ONES;
	at += LOCAL_SIZE + name + extra;
	entry->data = gp_str_sub(s, at, at + entry->packed);
	return true;
}

/* ---- names ---- */

/* Characters that some file system cannot keep (OCF 3.3, 4.2.2). */
static bool
name_is_safe(struct gp_str name)
{
	struct gp_str rest = name, part;
	size_t i = 0;
	uint32_t c;

	while (i < name.n) {
		c = gp_utf8_next(name, &i);
		if (c == GP_UTF8_BAD || c < 0x20 || c == 0x7F ||
		    (c < 0x80 &&
		     gp_str_find(GP_STR("\"*:<>?\\|"),
		                 gp_str((char[2]){ (char)c, 0 }), 0) < 8))
			return false;
	}
	while (gp_str_split(&rest, '/', &part))
		if (part.n == 0 || part.n > 255 || part.p[part.n - 1] == '.' ||
		    part.p[part.n - 1] == ' ')
			return false;
	return name.n > 0;
}

static void
check_name(struct gp_zip *z, struct gp_zip_entry *entry)
{
	struct gp_arena *a = z->in->arena;
	struct gp_str name = entry->name, folded;
	char *p;
	size_t i;

	if (gp_str_ends(name, GP_STR("/"))) {
		gp_found(z->in, GP_CHECK_ZIP_FOLDER, name.p, 0,
		         "the entry is a folder");
		name.n--;
	}
	if (!name_is_safe(name))
		gp_found(z->in, GP_CHECK_ZIP_NAME, name.p, 0,
		         "the name is not safe on every file system");
	p = gp_arena_alloc(a, name.n + 2);
	if (!p)
		return;
	p[0] = '/'; /* apart from the names themselves */
	for (i = 0; i < name.n; i++)
		p[i + 1] = gp_to_lower(name.p[i]);
	folded = (struct gp_str){ p, name.n + 1 };
	if (gp_map_find(&z->names, folded))
		gp_found(z->in, GP_CHECK_ZIP_TWICE, name.p, 0,
		         "another entry has this name");
	gp_map_put(&z->names, folded, entry);
}

static void
check_entry(struct gp_zip *z, struct gp_zip_entry *entry)
{
	const char *name = entry->name.p;

	check_name(z, entry);
	if (entry->flags & ENCRYPTED)
		gp_found(z->in, GP_CHECK_ZIP_ENCRYPTED, name, 0,
		         "the entry is encrypted");
	else if (entry->method != STORED && entry->method != DEFLATED)
		gp_found(z->in, GP_CHECK_ZIP_METHOD, name, 0,
		         "the entry is packed by method %u", entry->method);
	else if (!read_local(z, entry))
		gp_found(z->in, GP_CHECK_ZIP_BROKEN, name, 0,
		         "the entry's header does not agree with the "
		         "directory");
	else
		entry->good = true;
	if (entry->extra)
		gp_found(z->in, GP_CHECK_ZIP_EXTRA, name, 0,
		         "the entry has extra fields");
	gp_map_put(&z->names, entry->name, entry);
}

/* No two entries may share bytes: such a file is small and inflates to
   anything. */
static int
by_header(const void *a, const void *b)
{
	const struct gp_zip_entry *const *x = a, *const *y = b;

	return ((*x)->header > (*y)->header) - ((*x)->header < (*y)->header);
}

static void
check_overlaps(struct gp_zip *z)
{
	struct gp_zip_entry **sorted =
		gp_arena_array(z->in->arena, z->count + 1, sizeof *sorted);
	size_t i;

	if (!sorted || z->count == 0)
		return;
	for (i = 0; i < z->count; i++)
		sorted[i] = &z->entries[i];
	qsort(sorted, z->count, sizeof *sorted, by_header);
	for (i = 0; i + 1 < z->count; i++)
		if (sorted[i]->good &&
		    sorted[i]->data.p + sorted[i]->packed >
		            z->bytes.p + sorted[i + 1]->header) {
			gp_found(z->in, GP_CHECK_ZIP_BROKEN,
			         sorted[i + 1]->name.p, 0,
			         "the entry lies in another one");
			sorted[i + 1]->good = false;
		}
}

bool
gp_zip_open(struct gp_zip *z, struct gp_inspect *in, struct gp_str bytes)
{
	struct directory d;
	struct gp_str dir;
	size_t at = 0;

	*z = (struct gp_zip){ .in = in, .bytes = bytes };
	z->names.arena = in->arena;
	if (!read_end(z, &d))
		return false;
	if (d.count > GP_MAX_ZIP_ENTRIES)
		return gp_fail(in->err, GP_LIMIT,
		               "the container has more than %zu entries",
		               GP_MAX_ZIP_ENTRIES);
	dir = gp_str_sub(bytes, (size_t)d.offset, (size_t)(d.offset + d.size));
	z->entries = gp_arena_array(in->arena, (size_t)d.count + 1,
	                            sizeof *z->entries);
	while (z->entries && z->count < d.count) {
		if (!read_row(z, dir, &at, &z->entries[z->count])) {
			gp_found(in, GP_CHECK_ZIP_BROKEN, NULL, 0,
			         "the directory ends after %zu entries",
			         z->count);
			break;
		}
		check_entry(z, &z->entries[z->count++]);
	}
	check_overlaps(z);
	return gp_arena_ok(in->arena, in->err);
}

struct gp_zip_entry *
gp_zip_find(const struct gp_zip *z, struct gp_str name)
{
	return name.n && name.p[0] != '/' ? gp_map_find(&z->names, name) : NULL;
}

/* ---- data ---- */

static bool
inflate_entry(struct gp_zip *z, const struct gp_zip_entry *entry, char *out)
{
	struct libdeflate_decompressor *d = libdeflate_alloc_decompressor();
	enum libdeflate_result result = LIBDEFLATE_BAD_DATA;

	if (!d)
		return gp_fail(z->in->err, GP_NOMEM, "out of memory");
	result = libdeflate_deflate_decompress(d, entry->data.p, entry->data.n,
	                                       out, entry->size, NULL);
	libdeflate_free_decompressor(d);
	return result == LIBDEFLATE_SUCCESS;
}

/* Bytes at `out`, which has room for them. */
static bool
unpack_entry(struct gp_zip *z, struct gp_zip_entry *entry, char *out)
{
	bool ok = entry->method == DEFLATED ? inflate_entry(z, entry, out)
	                                    : entry->size == entry->data.n;
	size_t i;

	for (i = 0; ok && entry->method == STORED && i < entry->size; i++)
		out[i] = entry->data.p[i];
	if (!ok && z->in->err->code != GP_OK)
		return false;
	if (!ok)
		gp_found(z->in, GP_CHECK_ZIP_DATA, entry->name.p, 0,
		         "the data do not unpack to the %zu bytes stated",
		         entry->size);
	else if (libdeflate_crc32(0, out, entry->size) != entry->crc)
		gp_found(z->in, GP_CHECK_ZIP_CRC, entry->name.p, 0,
		         "the checksum is not the one stated: the entry is "
		         "damaged");
	else
		return true;
	entry->good = false;
	return false;
}

bool
gp_zip_read(struct gp_zip *z, struct gp_zip_entry *entry, struct gp_buf *out)
{
	char *p;
	bool ok;

	if (!entry->good)
		return false;
	if (entry->size > GP_MAX_ZIP_ENTRY ||
	    entry->size > GP_MAX_ZIP_INFLATED - z->inflated)
		return gp_fail(z->in->err, GP_LIMIT,
		               "%s is larger than is looked at", entry->name.p);
	z->inflated += entry->size;
	p = malloc(entry->size + 1);
	if (!p)
		return gp_fail(z->in->err, GP_NOMEM, "out of memory");
	ok = unpack_entry(z, entry, p);
	gp_buf_clear(out);
	if (ok)
		gp_buf_put(out, p, entry->size);
	free(p);
	return ok && gp_buf_ok(out, z->in->err);
}
