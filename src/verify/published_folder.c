/* A published folder against its SHA256SUMS and manifest.json, and a content
   folder against the inputs that the manifest names.  It trusts neither: what
   they name is looked for by plain names only. */
#include "base/file_name.h"
#include "base/hash.h"
#include "base/map.h"
#include "verify/inspect.h"
#include "verify/published_copy.h"
#include "verify/signature_names.h"
#include "verify/sums.h"

#include <dirent.h>
#include <errno.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <sys/stat.h>

struct folder {
	struct gp_inspect in; /* its name: the folder */
	struct gp_map sums;   /* file name to its sum */
	struct gp_map listed; /* paths, and folders with a slash behind */
};

static const char sums_name[] = "SHA256SUMS";
static const char manifest_name[] = "manifest.json";

static const char *
path_below(struct folder *f, const char *folder, struct gp_str name)
{
	return gp_arena_printf(f->in.arena, "%s/%.*s", folder, GP_ARG(name)).p;
}

/* A relative path that stays below its folder. */
static bool
is_inside(struct gp_str path)
{
	struct gp_str part;

	while (gp_str_split(&path, '/', &part))
		if (part.n == 0 || gp_str_eq(part, GP_STR("..")) ||
		    gp_str_eq(part, GP_STR(".")))
			return false;
	return true;
}

/* Notes that a path is named, and the folders on the way to it. */
static void
list_path(struct folder *f, struct gp_str path)
{
	size_t i;

	gp_map_put(&f->listed, path, f);
	for (i = 0; i < path.n; i++)
		if (path.p[i] == '/')
			gp_map_put(&f->listed, gp_str_sub(path, 0, i + 1), f);
}

/* ---- one file ---- */

static void
compare_sum(struct folder *f, const char *folder, struct gp_str name,
            struct gp_str sum, enum gp_check_id missing,
            enum gp_check_id changed)
{
	const char *path = path_below(f, folder, name);
	struct gp_bytes bytes = { NULL, 0 };
	struct gp_err e = { 0 };
	char hex[GP_SHA256_HEX];

	if (!is_inside(name) ||
	    !gp_read(path, GP_MAX_OUTPUT_BYTES, &bytes, &e)) {
		gp_found(&f->in, missing, name.p, 0, "the file is not there");
		return;
	}
	gp_sha256_hex(bytes.data, bytes.size, hex);
	if (!gp_str_eq(sum, gp_str(hex)))
		gp_found(&f->in, changed, name.p, 0,
		         "the file was changed: its SHA-256 is %s, not %.*s",
		         hex, GP_ARG(sum));
	gp_bytes_free(&bytes);
}

/* ---- SHA256SUMS ---- */

static void
check_line(struct folder *f, struct gp_str line, unsigned number)
{
	struct gp_str *sum = gp_arena_alloc(f->in.arena, sizeof *sum);
	struct gp_str name;

	if (!sum)
		return;
	if (!gp_sums_line(line, sum, &name)) {
		gp_found(&f->in, GP_CHECK_VERIFY_SUMS, sums_name, number,
		         "the line is no checksum and name");
		return;
	}
	name = gp_arena_str(f->in.arena, name);
	gp_map_put(&f->sums, name, sum);
	list_path(f, name);
	compare_sum(f, f->in.name, name, *sum, GP_CHECK_VERIFY_MISSING,
	            GP_CHECK_VERIFY_CHANGED);
}

static bool
check_sums(struct folder *f, struct gp_bytes *bytes)
{
	const char *path = path_below(f, f->in.name, gp_str(sums_name));
	struct gp_str rest, line;
	unsigned number = 0;

	if (!gp_read(path, GP_MAX_PACKFILE_BYTES, bytes, f->in.err))
		return false;
	rest = (struct gp_str){ (const char *)bytes->data, bytes->size };
	while (gp_str_split(&rest, '\n', &line)) {
		number++;
		if (line.n)
			check_line(f, line, number);
	}
	return gp_arena_ok(f->in.arena, f->in.err);
}

/* ---- manifest.json ---- */

static struct gp_str
text_of(const json_t *row, const char *key)
{
	const json_t *value = json_object_get(row, key);
	struct gp_str s = { json_string_value(value),
		            json_string_length(value) };

	return s;
}

static void
check_output(struct folder *f, const json_t *row)
{
	struct gp_str name = text_of(row, "file"), sum = text_of(row, "sha256");
	const struct gp_str *other = gp_map_find(&f->sums, name);

	name = gp_arena_str(f->in.arena, name);
	list_path(f, name);
	if (!other || !gp_str_eq(*other, sum))
		gp_found(&f->in, GP_CHECK_VERIFY_MANIFEST, manifest_name, 0,
		         "%.*s is not in SHA256SUMS, or with another sum",
		         GP_ARG(name));
	if (!other)
		compare_sum(f, f->in.name, name, sum, GP_CHECK_VERIFY_MISSING,
		            GP_CHECK_VERIFY_CHANGED);
}

/* Inputs whose names begin with styles/ came with the program when the folder
   of the articles has none of that name. */
static void
check_input(struct folder *f, const char *content, const json_t *row)
{
	struct gp_str name = gp_name_read(f->in.arena, text_of(row, "file"));
	struct stat st;

	if (gp_str_starts(name, GP_STR("styles/")) &&
	    stat(path_below(f, content, name), &st) != 0)
		return;
	compare_sum(f, content, name, text_of(row, "sha256"),
	            GP_CHECK_VERIFY_INPUT_MISSING,
	            GP_CHECK_VERIFY_INPUT_CHANGED);
}

static void
check_rows(struct folder *f, const json_t *root, const char *content)
{
	const json_t *row, *outputs = json_object_get(root, "outputs");
	const json_t *inputs = json_object_get(root, "inputs");
	size_t i;

	if (!json_is_array(outputs) || !json_is_array(inputs))
		gp_found(&f->in, GP_CHECK_VERIFY_MANIFEST, manifest_name, 0,
		         "it names no outputs or no inputs");
	json_array_foreach(outputs, i, row) check_output(f, row);
	if (!content)
		return;
	json_array_foreach(inputs, i, row) check_input(f, content, row);
}

static bool
check_manifest(struct folder *f, const char *content)
{
	const char *path = path_below(f, f->in.name, gp_str(manifest_name));
	struct gp_bytes bytes = { NULL, 0 };
	json_error_t where;
	json_t *root;

	if (!gp_read(path, GP_MAX_PACK_ARENA, &bytes, f->in.err))
		return false;
	root = json_loadb((const char *)bytes.data, bytes.size,
	                  JSON_REJECT_DUPLICATES, &where);
	gp_bytes_free(&bytes);
	if (!root) {
		gp_found(&f->in, GP_CHECK_VERIFY_MANIFEST, manifest_name,
		         where.line > 0 ? (unsigned)where.line : 0,
		         "it is no JSON: %s", where.text);
		return true;
	}
	check_rows(f, root, content);
	json_decref(root);
	return gp_arena_ok(f->in.arena, f->in.err);
}

/* ---- what nobody names ---- */

/* A folder still to be read, by its path below the published one. */
struct waiting {
	struct gp_str path;
	struct waiting *next;
};

static bool
is_dots(const struct dirent *d)
{
	return strcmp(d->d_name, ".") == 0 || strcmp(d->d_name, "..") == 0;
}

/* A file that is named, or a folder on the way to one. */
static void
check_name(struct folder *f, struct gp_str path, struct waiting **last)
{
	struct gp_str key = gp_arena_printf(f->in.arena, "%.*s/", GP_ARG(path));
	struct waiting *w;

	if (gp_str_eq(path, gp_str(sums_name)) ||
	    gp_str_eq(gp_signature_of(path), gp_str(sums_name)) ||
	    gp_map_find(&f->sums, path) || gp_map_find(&f->listed, path))
		return;
	if (!gp_map_find(&f->listed, key)) {
		gp_found(&f->in, GP_CHECK_VERIFY_EXTRA, path.p, 0,
		         "the file is not in SHA256SUMS");
		return;
	}
	w = gp_arena_alloc(f->in.arena, sizeof *w);
	if (!w)
		return;
	*w = (struct waiting){ .path = path, .next = (*last)->next };
	(*last)->next = w;
	*last = w;
}

/* The names of a folder, sorted; NULL when it cannot be read. */
static struct gp_str *
names_of(struct folder *f, struct gp_str path, size_t *count)
{
	const char *folder =
		path.n ? path_below(f, f->in.name, path) : f->in.name;
	const char *slash = path.n ? "/" : "";
	struct dirent **rows = NULL;
	int i, n = scandir(folder, &rows, NULL, NULL);
	struct gp_str *names;

	*count = 0;
	if (n < 0)
		return NULL;
	names = gp_arena_array(f->in.arena, (size_t)n + 1, sizeof *names);
	for (i = 0; i < n; i++) {
		if (names && !is_dots(rows[i]))
			names[(*count)++] = gp_arena_printf(
				f->in.arena, "%.*s%s%s", GP_ARG(path), slash,
				rows[i]->d_name);
		free(rows[i]);
	}
	free(rows);
	if (names && *count)
		qsort(names, *count, sizeof *names, gp_str_order);
	return names;
}

static bool
check_extra(struct folder *f)
{
	struct waiting root = { .path = { "", 0 } }, *w = &root, *last = w;
	struct gp_str *names;
	size_t count, i;

	for (; w; w = w->next) {
		names = names_of(f, w->path, &count);
		if (!names && w == &root)
			return gp_fail_at(f->in.err, GP_INPUT, f->in.name, 0, 0,
			                  "cannot be read: %s",
			                  strerror(errno));
		for (i = 0; names && i < count; i++)
			check_name(f, names[i], &last);
	}
	return gp_arena_ok(f->in.arena, f->in.err);
}

static bool
verify_folder(const char *out, const char *content, struct gp_diag *d,
              struct gp_err *e)
{
	struct folder f = { .in = { .name = out, .diag = d, .err = e } };
	struct gp_bytes sums = { NULL, 0 };
	bool ok;

	f.in.arena = gp_arena_new(GP_MAX_CHECK_ARENA);
	if (!f.in.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	f.sums.arena = f.listed.arena = f.in.arena;
	ok = check_sums(&f, &sums) && check_manifest(&f, content) &&
	     check_extra(&f);
	gp_bytes_free(&sums);
	gp_arena_free(f.in.arena);
	return ok;
}

/* ---- a copy of a site ---- */

struct copied_site {
	const char *folder;
	struct gp_arena *arena;
	struct gp_diag *diag;
	struct gp_err *err;
};

static bool
verify_pack(void *user, struct gp_str name)
{
	struct copied_site *c = user;
	struct gp_str folder =
		gp_arena_printf(c->arena, "%s/%.*s", c->folder, GP_ARG(name));

	return gp_arena_ok(c->arena, c->err) &&
	       verify_folder(folder.p, NULL, c->diag, c->err);
}

/* A pack that no list names proves nothing, however good its own list is. */
static void
tell_unlisted_packs(struct folder *f)
{
	size_t count, i;
	struct gp_str *names = names_of(f, GP_STR(""), &count);

	for (i = 0; names && i < count; i++) {
		struct gp_str list = gp_arena_printf(
			f->in.arena, "%.*s/%s", GP_ARG(names[i]), sums_name);

		if (!gp_arena_ok(f->in.arena, f->in.err) ||
		    gp_map_find(&f->sums, list) ||
		    access(path_below(f, f->in.name, list), F_OK) != 0)
			continue;
		gp_found(&f->in, GP_CHECK_VERIFY_EXTRA, names[i].p, 0,
		         "the pack is not in SHA256SUMS");
	}
}

/* The lists that its list names; feeds and pages are in none. */
static bool
verify_lists(struct copied_site *c)
{
	struct folder f = { .in = { .name = c->folder,
		                    .diag = c->diag,
		                    .err = c->err,
		                    .arena = c->arena } };
	struct gp_bytes sums = { NULL, 0 };
	bool ok;

	f.sums.arena = f.listed.arena = c->arena;
	ok = check_sums(&f, &sums);
	if (ok)
		tell_unlisted_packs(&f);
	gp_bytes_free(&sums);
	return ok && gp_arena_ok(c->arena, c->err);
}

bool
gp_verify(const char *out, const char *content, struct gp_diag *d,
          struct gp_err *e)
{
	struct copied_site c = { .folder = out, .diag = d, .err = e };
	bool is_copy, ok;

	c.arena = gp_arena_new(GP_MAX_CHECK_ARENA);
	if (!c.arena)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = gp_published_copy(c.arena, out, verify_pack, &c, &is_copy, e) &&
	     (is_copy ? verify_lists(&c) : verify_folder(out, content, d, e));
	gp_arena_free(c.arena);
	return ok;
}
