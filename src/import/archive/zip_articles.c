/*
 * ZIP archives, by libzip: every article in them by its own importer, every
 * picture kept for the articles that show it.  Sizes are asked before
 * anything is unpacked, and not believed while it is.  Names are only names:
 * nothing is ever written under one.
 */
#include "base/buf.h"
#include "base/diag.h"
#include "base/limits.h"
#include "base/utf8.h"
#include "import/picture/image.h"
#include "import/import.h"

#include <stdlib.h>
#include <zip.h>

enum { PIECE = 64 * 1024, UNIX_LINK = 0120000, UNIX_TYPE = 0170000 };

/* What an entry is good for. */
enum use { NOTHING, ARTICLE, PICTURE };

struct zip_member {
	zip_uint64_t index;
	struct gp_str name;
	size_t size;
	enum use use;
};

struct archive {
	const struct gp_source_bytes *source;
	struct gp_articles *out;
	struct gp_diag *diag;
	struct gp_err *e;
	struct gp_arena *arena;
	zip_t *zip;
	struct zip_member *entries;
	size_t count, hidden;
};

/* ---- names ---- */

static bool
has_dots(struct gp_str name)
{
	struct gp_str part;

	while (gp_str_split(&name, '/', &part))
		if (gp_str_eq(part, GP_STR("..")) ||
		    gp_str_eq(part, GP_STR(".")))
			return true;
	return false;
}

static bool
has_drive(struct gp_str name)
{
	return name.n > 1 && gp_is_alpha(name.p[0]) && name.p[1] == ':';
}

/* What is wrong with a name, or NULL. */
static const char *
name_fault(struct gp_str name)
{
	size_t i;

	if (name.n == 0 || name.n > GP_MAX_ARCHIVE_NAME)
		return "its name is blank or too long";
	if (gp_utf8_valid(name) < name.n)
		return "its name is not UTF-8";
	for (i = 0; i < name.n; i++)
		if ((unsigned char)name.p[i] < 0x20 || name.p[i] == 0x7F)
			return "its name has control characters";
	if (gp_str_find(name, GP_STR("\\"), 0) < name.n)
		return "its name has a backslash";
	if (name.p[0] == '/' || has_drive(name))
		return "its name is an absolute path";
	return has_dots(name) ? "its name leads out of the archive" : NULL;
}

/* What finders and editors leave behind. */
static bool
is_hidden(struct gp_str name)
{
	struct gp_str part;

	if (gp_str_eq(gp_str_base(name), GP_STR("Thumbs.db")))
		return true;
	while (gp_str_split(&name, '/', &part))
		if (gp_str_starts(part, GP_STR(".")) ||
		    gp_str_eq(part, GP_STR("__MACOSX")))
			return true;
	return false;
}

/* ---- what is in it ---- */

static void
leave_out(struct archive *a, struct gp_str name, const char *why)
{
	gp_diag_add(a->diag, GP_WARNING, "left-out", a->source->name, 0,
	            "`%.*s` in it is left out: %s",
	            GP_ARG(gp_str_sub(name, 0, 120)), why);
}

static bool
is_link(struct archive *a, zip_uint64_t index)
{
	zip_uint8_t system;
	zip_uint32_t attributes;

	return zip_file_get_external_attributes(a->zip, index, 0, &system,
	                                        &attributes) == 0 &&
	       system == ZIP_OPSYS_UNIX &&
	       (attributes >> 16 & UNIX_TYPE) == UNIX_LINK;
}

/* Why an entry is left out, or NULL. */
static const char *
entry_fault(struct archive *a, const zip_stat_t *s, struct gp_str name)
{
	const char *why = name_fault(name);

	if (why)
		return why;
	if (is_link(a, s->index))
		return "it is a link";
	if (s->valid & ZIP_STAT_ENCRYPTION_METHOD &&
	    s->encryption_method != ZIP_EM_NONE)
		return "it is encrypted";
	if (!(s->valid & ZIP_STAT_SIZE) || !(s->valid & ZIP_STAT_COMP_SIZE))
		return "its size is not known";
	return NULL;
}

static enum use
use_of(struct archive *a, const zip_stat_t *s, struct gp_str name)
{
	const char *why;

	if (name.n && name.p[name.n - 1] == '/')
		return NOTHING;
	if (!name_fault(name) && is_hidden(name)) {
		a->hidden++;
		return NOTHING;
	}
	why = entry_fault(a, s, name);
	if (!why && gp_image_named(name))
		return PICTURE;
	if (!why && gp_import_takes(name.p))
		return ARTICLE;
	leave_out(a, name,
	          why ? why
	              : "govpub does not read files of this "
	                "kind");
	return NOTHING;
}

/* A bomb says what it is: so much from so little. */
static bool
check_size(struct archive *a, const zip_stat_t *s, struct gp_str name)
{
	if (s->size > GP_MAX_SOURCE_BYTES)
		return gp_fail(a->e, GP_LIMIT,
		               "`%.*s` in it is larger than %zu MiB",
		               GP_ARG(gp_str_sub(name, 0, 120)),
		               GP_MAX_SOURCE_BYTES / GP_MIB);
	if (s->size > GP_MAX_RATIO_FREE &&
	    s->size / GP_MAX_RATIO > s->comp_size)
		return gp_fail(a->e, GP_LIMIT,
		               "`%.*s` in it unpacks to more than %zu times "
		               "its size",
		               GP_ARG(gp_str_sub(name, 0, 120)), GP_MAX_RATIO);
	return gp_articles_count(a->out, (size_t)s->size, a->e);
}

static bool
add_entry(struct archive *a, zip_uint64_t index)
{
	struct zip_member *entry = &a->entries[a->count];
	zip_stat_t s;

	if (zip_stat_index(a->zip, index, ZIP_FL_ENC_GUESS, &s) != 0 ||
	    !(s.valid & ZIP_STAT_NAME) || !s.name)
		return gp_fail(a->e, GP_INPUT, "is a damaged ZIP archive");
	entry->name = gp_arena_cstr(a->arena, s.name);
	entry->index = index;
	entry->use = use_of(a, &s, entry->name);
	if (entry->use == NOTHING)
		return true;
	entry->size = (size_t)s.size;
	a->count++;
	return check_size(a, &s, entry->name);
}

static bool
list(struct archive *a)
{
	zip_int64_t n = zip_get_num_entries(a->zip, 0), i;

	if (n > (zip_int64_t)GP_MAX_PARTS)
		return gp_fail(a->e, GP_LIMIT, "holds more than %zu files",
		               GP_MAX_PARTS);
	a->entries =
		gp_arena_array(a->arena, (size_t)n + 1, sizeof *a->entries);
	if (!a->entries)
		return gp_arena_ok(a->arena, a->e);
	for (i = 0; i < n; i++)
		if (!add_entry(a, (zip_uint64_t)i))
			return false;
	if (a->hidden)
		gp_diag_add(a->diag, GP_NOTE, "hidden", a->source->name, 0,
		            "%zu hidden files in it are left out", a->hidden);
	return gp_arena_ok(a->arena, a->e);
}

/* An office document or a book is an archive too. */
static bool
refuse_document(struct archive *a)
{
	if (zip_name_locate(a->zip, "[Content_Types].xml", 0) >= 0 ||
	    zip_name_locate(a->zip, "mimetype", 0) >= 0)
		return gp_fail(a->e, GP_INPUT,
		               "is an office document or a book, not an "
		               "archive of articles; save it as HTML or text");
	return true;
}

/* ---- unpacking ---- */

static bool
fail_damaged(struct archive *a, const struct zip_member *entry)
{
	leave_out(a, entry->name, "it is damaged");
	return false;
}

/* The bytes of an entry, no more than it said; false with no error when it is
   damaged. */
static bool
inflate(struct archive *a, const struct zip_member *entry, struct gp_buf *out)
{
	zip_file_t *file = zip_fopen_index(a->zip, entry->index, 0);
	char *piece = malloc(PIECE);
	zip_int64_t n = -1;

	if (file && piece)
		while ((n = zip_fread(file, piece, PIECE)) > 0) {
			if ((size_t)n > entry->size - out->len)
				break;
			gp_buf_put(out, piece, (size_t)n);
		}
	free(piece);
	if (file && zip_fclose(file) != 0)
		n = -1;
	if (!piece)
		return gp_fail(a->e, GP_NOMEM, "out of memory");
	if (n != 0 || out->len != entry->size)
		return fail_damaged(a, entry);
	return gp_buf_ok(out, a->e);
}

static bool
take_member(struct archive *a, const struct zip_member *entry)
{
	struct gp_buf data = { .max = GP_MAX_SOURCE_BYTES };
	bool ok = inflate(a, entry, &data);

	if (!ok)
		ok = a->e->code == GP_OK;
	else if (entry->use == PICTURE)
		ok = gp_articles_attach(a->out, a->source, GP_STR(""),
		                        entry->name, gp_buf_view(&data), a->e);
	else
		ok = gp_import_member(a->out, a->source, entry->name,
		                      gp_buf_view(&data), GP_STR(""), a->diag,
		                      a->e);
	gp_buf_free(&data);
	return ok;
}

static bool
read_archive(struct archive *a)
{
	size_t i;

	if (!refuse_document(a) || !list(a))
		return false;
	for (i = 0; i < a->count; i++)
		if (!take_member(a, &a->entries[i]))
			return false;
	return true;
}

/* ---- opening ---- */

static zip_t *
open_zip(struct gp_str data, struct gp_err *e)
{
	zip_error_t why;
	zip_source_t *source;
	zip_t *zip = NULL;

	zip_error_init(&why);
	source = zip_source_buffer_create(data.p, data.n, 0, &why);
	if (source)
		zip = zip_open_from_source(source, ZIP_RDONLY, &why);
	if (!zip) {
		gp_fail(e, GP_INPUT, "is no ZIP archive that can be read: %s",
		        zip_error_strerror(&why));
		zip_source_free(source);
	}
	zip_error_fini(&why);
	return zip;
}

static bool
unpack_zip(const struct gp_source_bytes *source, struct gp_articles *out,
           struct gp_diag *d, struct gp_err *e)
{
	struct archive a = { .source = source, .out = out, .diag = d, .e = e };
	bool ok;

	a.zip = open_zip(source->data, e);
	if (!a.zip)
		return false;
	a.arena = gp_arena_new(GP_MAX_PACK_ARENA);
	ok = a.arena ? read_archive(&a) : gp_fail(e, GP_NOMEM, "out of memory");
	gp_arena_free(a.arena);
	zip_discard(a.zip);
	return ok;
}

static int
sniff(const struct gp_source_bytes *source)
{
	return gp_str_starts(source->data, GP_STR("PK\x03\x04")) ||
	                       gp_str_starts(source->data, GP_STR("PK\x05\x06"))
	               ? 100
	               : 0;
}

const struct gp_importer gp_import_zip = {
	.kind = "zip",
	.suffixes = " .zip ",
	.sniff = sniff,
	.unpack = unpack_zip,
};
