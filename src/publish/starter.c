/* Every place is looked at before the first file is written; what could be
   written before one could not is taken away again.  Folders stay. */
#include "publish/starter.h"

#include "base/arena.h"
#include "base/buf.h"
#include "base/file.h"
#include "base/limits.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- folders ---- */

static bool
fail_folder(const char *path, struct gp_err *e)
{
	return gp_fail_at(e, GP_OUTPUT, path, 0, 0,
	                  "cannot make the folder: %s", strerror(errno));
}

static bool
make_one(const char *path, struct gp_err *e)
{
	struct stat st;

	if (mkdir(path, 0777) == 0)
		return true;
	if (errno != EEXIST)
		return fail_folder(path, e);
	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return true;
	errno = ENOTDIR;
	return fail_folder(path, e);
}

/* The folder and those above it. */
static bool
make_folder(struct gp_arena *a, const char *path, struct gp_err *e)
{
	size_t i;

	for (i = 1; path[i]; i++) {
		struct gp_str part = { path, i };

		if (path[i] != '/' || path[i - 1] == '/')
			continue;
		part = gp_arena_str(a, part);
		if (!gp_arena_ok(a, e) || !make_one(part.p, e))
			return false;
	}
	return make_one(path, e);
}

/* ---- files ---- */

static struct gp_str
path_of(struct gp_arena *a, const char *folder, const struct gp_starter_file *f)
{
	return gp_arena_printf(a, "%s/%s", folder, f->name);
}

static bool
write_one(struct gp_arena *a, const char *folder,
          const struct gp_starter_file *f, struct gp_err *e)
{
	struct gp_str path = path_of(a, folder, f);
	struct gp_buf text = { .max = 0 };
	struct gp_bytes bytes;
	const char *const *line;
	bool ok;

	for (line = f->lines; *line; line++) {
		gp_buf_puts(&text, *line);
		gp_buf_putc(&text, '\n');
	}
	if (!gp_arena_ok(a, e) || !gp_buf_ok(&text, e)) {
		gp_buf_free(&text);
		return false;
	}
	bytes = gp_buf_take(&text);
	ok = gp_file_create(path.p, &bytes, e);
	gp_bytes_free(&bytes);
	return ok;
}

static bool
check_free(struct gp_arena *a, const char *folder,
           const struct gp_starter_file *files, size_t n, struct gp_err *e)
{
	struct gp_str path;
	size_t i;

	for (i = 0; i < n; i++) {
		path = path_of(a, folder, &files[i]);
		if (!gp_arena_ok(a, e))
			return false;
		if (gp_file_exists(path.p))
			return gp_fail_at(e, GP_OUTPUT, path.p, 0, 0,
			                  "is there already, so nothing was "
			                  "written; choose another folder");
	}
	return true;
}

static bool
write_files(struct gp_arena *a, const char *folder,
            const struct gp_starter_file *files, size_t n, struct gp_err *e)
{
	size_t i;

	if (!check_free(a, folder, files, n, e) || !make_folder(a, folder, e))
		return false;
	for (i = 0; i < n; i++)
		if (!write_one(a, folder, &files[i], e))
			break;
	if (i == n)
		return true;
	while (i-- > 0)
		(void)unlink(path_of(a, folder, &files[i]).p);
	return false;
}

bool
gp_starter_write(const char *folder, const struct gp_starter_file *files,
                 size_t n, struct gp_err *e)
{
	struct gp_arena *a;
	bool ok;

	if (!folder || !*folder)
		return gp_fail(e, GP_USAGE, "no folder was named");
	a = gp_arena_new(GP_MIB);
	if (!a)
		return gp_fail(e, GP_NOMEM, "out of memory");
	ok = write_files(a, folder, files, n, e);
	gp_arena_free(a);
	return ok;
}
