/* The folders of a series sorted out: a pack, something of the series' own, or
   neither.  pack.yaml is read for its day alone. */
#include "series/pack_folders.h"

#include "base/file.h"
#include "base/limits.h"
#include "config/packfile.h"
#include "series/ledger/safe_file.h"

#include <stdlib.h>
#include <sys/stat.h>

/* What a series keeps beside its packs, and its site: a pack of this name would
   take its place, as one of the name of a page would. */
static const char *const reserved[] = {
	"approvals", "archive",  "ledger",    "preview",    "records",
	"site",      "rules",    "styles",    "signatures", "feed.json",
	"feed.xml",  "feed.css", "packs.xml", "latest",     "index.html",
	"mail",      "opds",     NULL,
};

/* ---- one name ---- */

bool
gp_pack_name_check(const struct gp_series *s, struct gp_str name,
                   struct gp_err *e)
{
	if (gp_str_among(name, reserved) || gp_str_ends(name, GP_STR(".html")))
		return gp_fail_at(e, GP_USAGE, s->folder, 0, 0,
		                  "`%.*s` is no name for a pack: it is one of "
		                  "the series' own",
		                  GP_ARG(name));
	if (gp_is_plain_name(name))
		return true;
	return gp_fail_at(e, GP_USAGE, s->folder, 0, 0,
	                  "the folder `%.*s` gives the pack its address: name "
	                  "it with letters a to z, digits, `.`, `_` and `-`",
	                  GP_ARG(gp_str_sub(name, 0, 80)));
}

/* ---- all of them ---- */

struct finding_packs {
	struct gp_series *s;
	struct gp_arena *arena;
	struct gp_pack_folder *rows;
	size_t n;
};

/* The day that its pack.yaml or its name gives.  What is wrong with the file is
   said when the pack is to be released. */
static bool
read_date(struct finding_packs *f, struct gp_pack_folder *p, struct gp_str path,
          struct gp_err *e)
{
	struct gp_packfile *file = gp_packfile_new();
	struct gp_bytes text = { NULL, 0 };
	struct gp_err why = { .code = GP_OK };
	bool ok = file != NULL || gp_fail(e, GP_NOMEM, "out of memory");

	if (ok)
		gp_packfile_stand_on(file, &f->s->file, p->name);
	if (ok && p->has_file &&
	    gp_read(path.p, GP_MAX_PACKFILE_BYTES, &text, &why))
		(void)gp_packfile_read(
			file, path.p,
			(struct gp_str){ (char *)text.data, text.size }, &why);
	if (ok)
		p->date = file->info.date;
	gp_bytes_free(&text);
	gp_packfile_free(file);
	return ok;
}

static bool
is_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* Who meant it for a pack is told why it is none. */
static void
note_name(struct finding_packs *f, struct gp_str folder, struct gp_str file)
{
	if (gp_file_exists(file.p))
		gp_diag_add(f->s->diag, GP_WARNING, "pack-name", folder.p, 0,
		            "is not released: a pack has a name of letters a "
		            "to z, digits, `.`, `_` and `-`, and none of those "
		            "that the series has itself");
}

/* A folder is a pack that has a pack.yaml, or a day for a name, or that was
   released before. */
static bool
take_folder(struct finding_packs *f, struct gp_str name, struct gp_err *e)
{
	struct gp_str folder = gp_arena_printf(f->arena, "%s/%.*s",
	                                       f->s->folder, GP_ARG(name));
	struct gp_str file =
		gp_arena_printf(f->arena, "%.*s/pack.yaml", GP_ARG(folder));
	struct gp_pack_folder *p = &f->rows[f->n];

	if (!gp_arena_ok(f->arena, e))
		return false;
	if (!is_folder(folder.p))
		return true;
	if (!gp_is_plain_name(name) || gp_str_among(name, reserved)) {
		note_name(f, folder, file);
		return true;
	}
	p->name = name;
	p->has_file = gp_file_exists(file.p);
	if (!read_date(f, p, file, e))
		return false;
	if (p->has_file || p->date.precision != GP_NO_DATE ||
	    gp_ledger_last_of(&f->s->ledger, name))
		f->n++;
	return true;
}

static int
by_day(const void *a, const void *b)
{
	const struct gp_pack_folder *x = a, *y = b;
	int order = gp_date_cmp(&x->date, &y->date);

	return order ? order : gp_str_cmp(x->name, y->name);
}

bool
gp_pack_folders(struct gp_series *s, struct gp_arena *a,
                struct gp_pack_folder **rows, size_t *n, struct gp_err *e)
{
	struct finding_packs f = { .s = s, .arena = a };
	struct gp_name_list names;
	size_t i;

	if (!gp_safe_list(a, s->folder, &names, e))
		return false;
	f.rows = gp_arena_array(a, names.n + 1, sizeof *f.rows);
	for (i = 0; f.rows && i < names.n; i++)
		if (!take_folder(&f, names.rows[i], e))
			return false;
	if (!gp_arena_ok(a, e))
		return false;
	if (f.n)
		qsort(f.rows, f.n, sizeof *f.rows, by_day);
	*rows = f.rows;
	*n = f.n;
	return true;
}
