/* The names of a folder, sorted by their bytes, and what each of them is: an
   article by its name, something that articles may use (pictures, folders),
   or a finding that says why it is left out.  No file is opened; whether a
   name lies is for the importers to see. */
#include "pack/folder.h"

#include "base/diag.h"
#include "base/limits.h"
#include "base/vec.h"
#include "import/picture/image.h"
#include "import/import.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct names {
	struct gp_arena *arena;
	struct gp_str *rows;
	size_t count, cap, hidden;
};

static void
push_name(struct names *n, const char *name)
{
	struct gp_str *row = GP_VEC_ADD(n->arena, n->rows, n->count, n->cap);

	if (row)
		*row = gp_arena_cstr(n->arena, name);
}

static bool
is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* Every name but the hidden ones, sorted. */
static bool
read_names(struct names *n, const char *path, struct gp_err *e)
{
	DIR *dir = opendir(path);
	const struct dirent *entry;

	if (!dir)
		return gp_fail_at(e, GP_INPUT, path, 0, 0,
		                  "cannot open the content folder: %s",
		                  strerror(errno));
	for (errno = 0; (entry = readdir(dir)) != NULL; errno = 0) {
		if (entry->d_name[0] == '.') {
			n->hidden += !is_dots(entry->d_name);
			continue;
		}
		if (n->count == GP_MAX_ARTICLES) {
			gp_fail_at(e, GP_LIMIT, path, 0, 0,
			           "holds more than %zu files",
			           GP_MAX_ARTICLES);
			break;
		}
		push_name(n, entry->d_name);
	}
	if (errno != 0)
		gp_fail_at(e, GP_INPUT, path, 0, 0, "cannot list: %s",
		           strerror(errno));
	(void)closedir(dir);
	if (n->count)
		qsort(n->rows, n->count, sizeof *n->rows, gp_str_order);
	return e->code == GP_OK && gp_arena_ok(n->arena, e);
}

bool
gp_folder_names(struct gp_arena *a, const char *path, struct gp_str **names,
                size_t *n, struct gp_err *e)
{
	struct names all = { .arena = a };

	if (!read_names(&all, path, e))
		return false;
	*names = all.rows;
	*n = all.count;
	return true;
}

/* Why a file is left out, or NULL when it is none of these. */
static const char *
reason_to_skip(const struct stat *st, const char *name)
{
	if (S_ISLNK(st->st_mode))
		return "it is a symbolic link; put the file itself here";
	if (S_ISDIR(st->st_mode))
		return NULL;
	if (!S_ISREG(st->st_mode))
		return "it is not a regular file";
	if (gp_import_takes(name) || gp_image_named(gp_str(name)))
		return NULL;
	return "govpub does not read files of this kind; save it as .html, "
	       ".md or .txt";
}

/* What an editor says about the articles. */
static const char *const editors_own[] = { "pack.yaml", "pack.d", "pick.txt",
	                                   NULL };

/* An article, something that articles may use, or a finding. */
static void
sort_out(struct gp_folder *out, struct gp_str name, const char *path,
         struct gp_diag *d)
{
	struct stat st;
	const char *why = "it cannot be read";

	if (lstat(path, &st) == 0)
		why = reason_to_skip(&st, name.p);
	if (why)
		gp_diag_add(d, GP_WARNING, "left-out", path, 0,
		            "left out of the pack: %s", why);
	else if (S_ISREG(st.st_mode) && gp_import_takes(name.p))
		out->names[out->count++] = name;
	else
		out->others[out->n_others++] = name;
}

bool
gp_folder_list(struct gp_arena *a, const char *path, struct gp_folder *out,
               struct gp_diag *d, struct gp_err *e)
{
	struct names all = { .arena = a };
	size_t i;

	*out = (struct gp_folder){ .names = NULL };
	if (!read_names(&all, path, e))
		return false;
	out->names = all.rows;
	out->others = gp_arena_array(a, all.count + 1, sizeof *out->others);
	for (i = 0; out->others && i < all.count; i++) {
		struct gp_str name = all.rows[i];
		struct gp_str file =
			gp_arena_printf(a, "%s/%.*s", path, GP_ARG(name));

		if (file.n && !gp_str_among(name, editors_own))
			sort_out(out, name, file.p, d);
	}
	if (all.hidden)
		gp_diag_add(d, GP_NOTE, "hidden", path, 0,
		            "hidden files are left out: %zu", all.hidden);
	return gp_arena_ok(a, e);
}
