/* A temporary file under a name that is made from the file's alone: only one
   run writes at a time, so a leftover can be written over, and nothing hidden
   gathers.  Whose turn it is to write is for others to know. */
#include "series/ledger/safe_file.h"

#include "base/file.h"
#include "publish/folder_jobs.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4096, NAME_LIMIT = 100 };

static bool
fail_file(struct gp_err *e, const char *path, const char *what)
{
	return gp_fail_at(e, GP_OUTPUT, path, 0, 0, "%s: %s", what,
	                  strerror(errno));
}

bool
gp_is_plain_name(struct gp_str name)
{
	size_t i;

	if (name.n == 0 || name.n > NAME_LIMIT || name.p[0] == '.')
		return false;
	for (i = 0; i < name.n; i++)
		if (!gp_is_alnum(name.p[i]) && !strchr("._-", name.p[i]))
			return false;
	return true;
}

bool
gp_safe_folder(const char *path, struct gp_err *e)
{
	struct stat st;

	if (stat(path, &st) == 0 && S_ISDIR(st.st_mode))
		return true;
	if (!gp_tree_make_parents(path, e))
		return false;
	if (mkdir(path, 0777) != 0 && errno != EEXIST)
		return fail_file(e, path, "cannot make the folder");
	gp_file_sync_folder(path);
	return true;
}

bool
gp_safe_way(const char *series, const char *path, struct gp_err *e)
{
	const char *end = path + strlen(series);
	char folder[PATH_SIZE];
	struct stat st;

	while ((end = strchr(end + 1, '/')) != NULL) {
		size_t n = (size_t)(end - path);

		if (n >= sizeof folder)
			return gp_fail_at(e, GP_OUTPUT, path, 0, 0,
			                  "the path is too long");
		memcpy(folder, path, n);
		folder[n] = '\0';
		if (lstat(folder, &st) == 0 && S_ISLNK(st.st_mode))
			return gp_fail_at(e, GP_OUTPUT, folder, 0, 0,
			                  "is a symbolic link, and a series is "
			                  "not written through one; put the "
			                  "folder itself there");
	}
	return true;
}

/* ".NAME.new" beside it */
static bool
temporary_name(const char *path, char out[PATH_SIZE], struct gp_err *e)
{
	struct gp_str base = gp_str_base(gp_str(path));
	size_t folder = (size_t)(base.p - path);
	int n = snprintf(out, PATH_SIZE, "%.*s.%s.new", (int)folder, path,
	                 base.p);

	if (n > 0 && n < PATH_SIZE)
		return true;
	return gp_fail_at(e, GP_OUTPUT, path, 0, 0, "the path is too long");
}

static bool
replace(const char *path, const struct gp_bytes *b, struct gp_err *e)
{
	char temporary[PATH_SIZE];

	if (!temporary_name(path, temporary, e))
		return false;
	(void)unlink(temporary);
	if (!gp_file_create(temporary, b, e))
		return false;
	if (rename(temporary, path) != 0) {
		fail_file(e, path, "cannot put the file in place");
		(void)unlink(temporary);
		return false;
	}
	gp_file_sync_folder(path);
	return true;
}

bool
gp_safe_put(const char *path, struct gp_str bytes, bool *changed,
            struct gp_err *e)
{
	struct gp_bytes b = { (unsigned char *)(uintptr_t)bytes.p, bytes.n };
	bool same = gp_file_holds(path, &b);

	if (changed)
		*changed = !same;
	return same || replace(path, &b, e);
}

bool
gp_safe_create(const char *path, struct gp_str bytes, struct gp_err *e)
{
	if (gp_file_exists(path))
		return gp_fail_at(e, GP_OUTPUT, path, 0, 0,
		                  "is there already and is never written "
		                  "twice");
	return gp_safe_put(path, bytes, NULL, e);
}

void
gp_safe_clear(const char *path)
{
	char temporary[PATH_SIZE];
	struct gp_err ignored = { 0 };

	if (temporary_name(path, temporary, &ignored))
		(void)unlink(temporary);
}

bool
gp_safe_remove(const char *path, bool *gone, struct gp_err *e)
{
	bool removed = unlink(path) == 0;

	if (gone)
		*gone = removed;
	return removed || errno == ENOENT ||
	       fail_file(e, path, "cannot remove the file");
}

bool
gp_safe_remove_folder(const char *path, struct gp_err *e)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return errno == ENOENT || fail_file(e, path, "cannot look");
	if (S_ISLNK(st.st_mode))
		return gp_fail_at(e, GP_OUTPUT, path, 0, 0,
		                  "is a symbolic link, and what it leads to is "
		                  "not emptied; take the link away");
	if (!gp_tree_clear(path, e))
		return false;
	if (rmdir(path) != 0)
		return fail_file(e, path, "cannot remove the folder");
	return true;
}

bool
gp_safe_list(struct gp_arena *a, const char *path, struct gp_name_list *out,
             struct gp_err *e)
{
	struct gp_tree_list list = { NULL, 0 };

	*out = (struct gp_name_list){ NULL, 0 };
	if (!gp_file_exists(path))
		return true;
	if (!gp_tree_list(a, path, &list, e))
		return false;
	*out = (struct gp_name_list){ list.names, list.count };
	return true;
}
