/* Which packs are released, and in which order: those that are named, or all
   that a series has; one that is refused keeps no other back.  How one is
   released is not known here. */
#include "series/release/release_pack.h"

#include "base/file.h"
#include "base/limits.h"
#include "config/packfile.h"
#include "series/ledger/safe_file.h"

#include <stdlib.h>
#include <sys/stat.h>

/* What a series keeps beside its packs, and its site: a pack of this name would
   take its place. */
static const char *const reserved[] = {
	"archive",   "ledger",   "records",  "site",      "rules", "styles",
	"feed.json", "feed.xml", "feed.css", "packs.xml", NULL,
};

/* ---- one name ---- */

static bool
check_name(const struct gp_series *s, struct gp_str name, struct gp_err *e)
{
	if (gp_str_among(name, reserved))
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

struct found_pack {
	struct gp_str name;
	struct gp_date date;
};

struct finding_packs {
	struct gp_series *s;
	struct gp_arena *arena;
	struct found_pack *rows;
	size_t n;
};

/* The day that its pack.yaml or its name gives.  What is wrong with the file is
   said when the pack is to be released. */
static bool
read_date(struct finding_packs *f, struct found_pack *p, struct gp_str path,
          struct gp_err *e)
{
	struct gp_packfile *file = gp_packfile_new();
	struct gp_bytes text = { NULL, 0 };
	struct gp_err why = { .code = GP_OK };
	bool ok = file != NULL || gp_fail(e, GP_NOMEM, "out of memory");

	if (ok)
		gp_packfile_stand_on(file, &f->s->file, p->name);
	if (ok && gp_file_exists(path.p) &&
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
	struct found_pack *p = &f->rows[f->n];

	if (!gp_arena_ok(f->arena, e))
		return false;
	if (!is_folder(folder.p))
		return true;
	if (!gp_is_plain_name(name) || gp_str_among(name, reserved)) {
		note_name(f, folder, file);
		return true;
	}
	p->name = name;
	if (!read_date(f, p, file, e))
		return false;
	if (gp_file_exists(file.p) || p->date.precision != GP_NO_DATE ||
	    gp_ledger_last_of(&f->s->ledger, name))
		f->n++;
	return true;
}

static int
by_day(const void *a, const void *b)
{
	const struct found_pack *x = a, *y = b;
	int order = gp_date_cmp(&x->date, &y->date);

	return order ? order : gp_str_cmp(x->name, y->name);
}

static bool
find_all(struct finding_packs *f, struct gp_err *e)
{
	struct gp_name_list names;
	size_t i;

	if (!gp_safe_list(f->arena, f->s->folder, &names, e))
		return false;
	f->rows = gp_arena_array(f->arena, names.n + 1, sizeof *f->rows);
	for (i = 0; f->rows && i < names.n; i++)
		if (!take_folder(f, names.rows[i], e))
			return false;
	if (!gp_arena_ok(f->arena, e))
		return false;
	if (f->n == 0)
		return gp_fail_at(e, GP_INPUT, f->s->folder, 0, 0,
		                  "holds no pack: make a folder for one, "
		                  "called after its day, and put articles "
		                  "into it");
	qsort(f->rows, f->n, sizeof *f->rows, by_day);
	return true;
}

/* ---- one after the other ---- */

/* True for what is wrong with the pack alone: nothing of it is out, and another
   one may fare better. */
static bool
is_refused(const struct gp_err *why)
{
	return gp_exit_status(why->code) == gp_exit_status(GP_INPUT);
}

static void
tell_refused(const struct gp_series *s, struct gp_str name,
             const struct gp_err *why)
{
	char folder[sizeof why->file];

	gp_format(folder, sizeof folder, "%s/%.*s", s->folder, GP_ARG(name));
	if (why->column)
		gp_diag_add(s->diag, GP_ERROR, "refused", why->file, why->line,
		            "column %u: %s", why->column, why->msg);
	else
		gp_diag_add(s->diag, GP_ERROR, "refused",
		            why->file[0] ? why->file : folder, why->line, "%s",
		            why->msg);
}

/* With findings of its own, as some count the articles of a pack. */
static bool
release_one(struct gp_series *s, struct gp_str name,
            struct gp_series_done *done, struct gp_err *e)
{
	struct gp_diag *all = s->diag;
	bool ok;

	s->diag = gp_diag_new();
	ok = s->diag ? gp_release_pack(s, name, done, e)
	             : gp_fail(e, GP_NOMEM, "out of memory");
	if (s->diag && all)
		gp_diag_append(all, s->diag);
	gp_diag_free(s->diag);
	s->diag = all;
	return ok;
}

/* False when the next one would fare no better. */
static bool
release_next(struct gp_series *s, struct gp_str name,
             struct gp_series_done *done, struct gp_err *e)
{
	size_t before = s->ledger.n;
	struct gp_err why = { .code = GP_OK };

	if (release_one(s, name, done, &why))
		return true;
	if (s->ledger.n > before || !is_refused(&why)) {
		*e = why;
		return false;
	}
	tell_refused(s, name, &why);
	done->refused++;
	return true;
}

/* Who is the only one is refused with its own words. */
static bool
release_each(struct gp_series *s, const struct gp_str *names, size_t n,
             struct gp_series_done *done, struct gp_err *e)
{
	size_t i;

	if (n == 1)
		return release_one(s, names[0], done, e);
	for (i = 0; i < n; i++)
		if (!release_next(s, names[i], done, e))
			return false;
	if (done->refused == 0)
		return true;
	return gp_fail_at(e, GP_INPUT, s->folder, 0, 0,
	                  "%zu of %zu packs %s not released; nothing kept the "
	                  "others back",
	                  done->refused, n, done->refused == 1 ? "is" : "are");
}

static bool
release_all(struct gp_series *s, struct gp_series_done *done, struct gp_err *e)
{
	struct finding_packs f = { .s = s, .arena = s->arena };
	struct gp_str *names;
	size_t i;

	if (!find_all(&f, e))
		return false;
	names = gp_arena_array(s->arena, f.n, sizeof *names);
	for (i = 0; names && i < f.n; i++)
		names[i] = f.rows[i].name;
	return gp_arena_ok(s->arena, e) && release_each(s, names, f.n, done, e);
}

static bool
release_named(struct gp_series *s, const char *const *packs, size_t n,
              struct gp_series_done *done, struct gp_err *e)
{
	struct gp_str *names = gp_arena_array(s->arena, n, sizeof *names);
	size_t i;

	for (i = 0; names && i < n; i++) {
		names[i] = gp_str(packs[i]);
		if (!check_name(s, names[i], e))
			return false;
	}
	return gp_arena_ok(s->arena, e) && release_each(s, names, n, done, e);
}

static void
note_address(const struct gp_series *s)
{
	if (s->file.info.base_url.n == 0)
		gp_diag_add(s->diag, GP_NOTE, "feed-no-base-url",
		            s->file_path.p, 0,
		            "the feeds cannot name their own address and those "
		            "of EPUB and PDF; give `base_url:` before anybody "
		            "subscribes");
}

/* Nobody may believe in a limit that is not kept. */
static void
note_limits(const struct gp_series *s)
{
	const struct gp_series_source *row = s->file.sources;
	size_t i;

	for (i = 0; i < s->file.n_sources; i++, row++)
		if (row->days || row->use > GP_USE_FULL)
			gp_diag_add(
				s->diag, GP_WARNING, "source-limits",
				s->file_path.p, row->line,
				"`days` and `use` are not kept yet: what is "
				"released of %.*s carries whole texts and "
				"stays",
				GP_ARG(gp_str_sub(row->name, 0, 80)));
	if (s->file.audience == GP_AUDIENCE_PUBLIC)
		gp_diag_add(s->diag, GP_WARNING, "public-books", s->file_path.p,
		            0,
		            "EPUB and PDF of this public series carry whole "
		            "texts: only its feeds are cut to links");
}

bool
gp_series_release(const struct gp_settings *settings,
                  const struct gp_series_call *call, const char *const *packs,
                  size_t n, struct gp_series_done *done, struct gp_diag *d,
                  struct gp_err *e)
{
	struct gp_series s;
	bool ok;

	*done = (struct gp_series_done){ .released = 0 };
	ok = gp_series_open(&s, settings, call, d, e) &&
	     (n ? release_named(&s, packs, n, done, e)
	        : release_all(&s, done, e));
	if (ok) {
		note_address(&s);
		note_limits(&s);
	}
	gp_series_close(&s);
	return ok;
}
