/* All files are read before one is parsed: what two editors wrote is one text
   to whoever takes it apart.  Files of pack.d come by their names, byte by
   byte.  Nothing is said here about what is in them. */
#include "pack/pack_files.h"

#include "base/file.h"
#include "base/limits.h"
#include "config/packvalue.h"
#include "pack/folder.h"

enum { MOST_PARTS = 100 };

struct reading_files {
	const struct gp_pack_files *w;
	struct gp_pack_text texts[MOST_PARTS + 1];
	struct gp_bytes bytes[MOST_PARTS + 1];
	size_t n;
	bool any; /* one of them is there */
};

static bool
read_one(struct reading_files *f, struct gp_str name, struct gp_err *e)
{
	const struct gp_pack_files *w = f->w;
	struct gp_str path =
		gp_arena_printf(w->arena, "%s/%.*s", w->folder, GP_ARG(name));
	struct gp_bytes *bytes = &f->bytes[f->n];
	struct gp_err why = { 0 };

	if (!gp_arena_ok(w->arena, e))
		return false;
	if (!gp_read_inside(w->folder, name, GP_MAX_PACKFILE_BYTES, bytes,
	                    &why))
		return gp_fail_at(e, why.code, path.p, 0, 0, "%s", why.msg);
	gp_inputs_note(w->inputs, name, bytes);
	f->any = true;
	f->texts[f->n++] =
		(struct gp_pack_text){ path.p,
		                       { (char *)bytes->data, bytes->size } };
	return true;
}

/* pack.yaml comes first, be it there or not. */
static bool
read_first(struct reading_files *f, struct gp_err *e)
{
	const struct gp_pack_files *w = f->w;
	struct gp_str path =
		gp_arena_printf(w->arena, "%s/pack.yaml", w->folder);

	if (!gp_arena_ok(w->arena, e))
		return false;
	if (gp_file_exists(path.p))
		return read_one(f, GP_STR("pack.yaml"), e);
	f->texts[f->n++] = (struct gp_pack_text){ path.p, GP_STR("") };
	return true;
}

static bool
read_part(struct reading_files *f, struct gp_str folder, struct gp_str name,
          struct gp_err *e)
{
	const struct gp_pack_files *w = f->w;

	if (!gp_str_ends(name, GP_STR(".yaml"))) {
		gp_diag_add(w->diag, GP_WARNING, "left-out", folder.p, 0,
		            "%.*s is not read: files of pack.d end in .yaml",
		            GP_ARG(gp_shown(name)));
		return true;
	}
	if (f->n > MOST_PARTS)
		return gp_fail_at(e, GP_LIMIT, folder.p, 0, 0,
		                  "holds more than %d files", MOST_PARTS);
	return read_one(
		f, gp_arena_printf(w->arena, "pack.d/%.*s", GP_ARG(name)), e);
}

static bool
read_parts(struct reading_files *f, struct gp_err *e)
{
	const struct gp_pack_files *w = f->w;
	struct gp_str folder =
		gp_arena_printf(w->arena, "%s/pack.d", w->folder);
	struct gp_str *names;
	size_t n, i;

	if (!gp_arena_ok(w->arena, e))
		return false;
	if (!gp_file_exists(folder.p))
		return true;
	if (!gp_folder_names(w->arena, folder.p, &names, &n, e))
		return false;
	for (i = 0; i < n; i++)
		if (!read_part(f, folder, names[i], e))
			return false;
	return true;
}

bool
gp_pack_files_read(const struct gp_pack_files *w, struct gp_err *e)
{
	struct reading_files f = { .w = w };
	bool ok;
	size_t i;

	ok = read_first(&f, e) && read_parts(&f, e);
	if (ok && f.any)
		ok = gp_packfile_read_all(w->into, f.texts, f.n, e);
	for (i = 0; i < f.n; i++)
		gp_bytes_free(&f.bytes[i]);
	return ok;
}
