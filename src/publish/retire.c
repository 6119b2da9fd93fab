/* The old manifest.json read as a stranger's file: rows under names that a
   writer could have given, whose bytes are still those of the row, are left
   out of the new folder, each with a note.  What is not sure stays. */
#include "publish/retire.h"

#include "base/buf.h"
#include "base/hash.h"
#include "base/limits.h"
#include "write/write.h"

#include <jansson.h>
#include <string.h>

enum { PATH_SIZE = 4096 };

static bool
is_plain(struct gp_str name)
{
	return name.n && name.p[0] != '.' &&
	       gp_str_find(name, GP_STR("/"), 0) == name.n;
}

/* "NAME.epub", "NAME.pdf", "web/NAME"; files of a fixed name never go out of
   use. */
static bool
is_of_writer(struct gp_str name, const struct gp_writer *w)
{
	struct gp_str folder = gp_str(w->folder ? w->folder : "");

	if (w->folder)
		return gp_str_starts(name, folder) &&
		       is_plain(gp_str_sub(name, folder.n, name.n));
	return !w->format.file && is_plain(name) &&
	       gp_str_ends(name, gp_str(w->format.suffix));
}

static bool
is_name_of_writer(struct gp_str name)
{
	const struct gp_writer *const *w;

	for (w = gp_writers; *w; w++)
		if (is_of_writer(name, *w))
			return true;
	return false;
}

static bool
read_in(const char *out, const char *name, size_t limit, struct gp_bytes *b)
{
	struct gp_buf path = { .max = PATH_SIZE };
	struct gp_err ignored = { 0 };
	bool ok;

	gp_buf_printf(&path, "%s/%s", out, name);
	ok = gp_buf_ok(&path, &ignored) &&
	     gp_read(path.data, limit, b, &ignored);
	gp_buf_free(&path);
	return ok;
}

static bool
has_digest(const char *out, const char *name, const char *sha256)
{
	struct gp_bytes bytes;
	char hex[GP_SHA256_HEX];

	if (!read_in(out, name, GP_MAX_OUTPUT_BYTES, &bytes))
		return false;
	gp_sha256_hex(bytes.data, bytes.size, hex);
	gp_bytes_free(&bytes);
	return strcmp(hex, sha256) == 0;
}

static bool
retire_row(const char *out, const json_t *row, struct gp_staging *s,
           struct gp_diag *d, struct gp_err *e)
{
	const char *name = json_string_value(json_object_get(row, "file"));
	const char *sha256 = json_string_value(json_object_get(row, "sha256"));
	bool gone = false;

	if (!name || !sha256 || !is_name_of_writer(gp_str(name)) ||
	    !has_digest(out, name, sha256))
		return true;
	if (!gp_staging_retire(s, name, &gone, e))
		return false;
	if (gone)
		gp_diag_add(d, GP_NOTE, "retired", name, 0,
		            "removed: an earlier run made it under a name "
		            "that is no longer in use");
	return true;
}

bool
gp_retire_old(const char *out, struct gp_staging *s, struct gp_diag *d,
              struct gp_err *e)
{
	struct gp_bytes text;
	json_t *root, *rows;
	size_t i;
	bool ok = true;

	if (!read_in(out, "manifest.json", GP_MAX_SOURCE_BYTES, &text))
		return true;
	root = json_loadb((char *)text.data, text.size, 0, NULL);
	rows = json_object_get(root, "outputs");
	if (json_object_get(root, "govpub"))
		for (i = 0; ok && i < json_array_size(rows); i++)
			ok = retire_row(out, json_array_get(rows, i), s, d, e);
	json_decref(root);
	gp_bytes_free(&text);
	return ok;
}
