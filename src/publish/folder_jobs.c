/* Folders listed in byte order and cleared of their files, and what stands
   above a path made.  What cannot be taken away is an error; no file is
   opened, and no folder is entered that lies more than one deep. */
#include "publish/folder_jobs.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
fail_folder(struct gp_err *e, const char *path, const char *what)
{
	return gp_fail_at(e, GP_OUTPUT, path, 0, 0, "%s: %s", what,
	                  strerror(errno));
}

static bool
is_dots(const char *name)
{
	return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

static size_t
count_names(DIR *dir)
{
	const struct dirent *entry;
	size_t n = 0;

	while ((entry = readdir(dir)) != NULL)
		n += !is_dots(entry->d_name);
	rewinddir(dir);
	return n;
}

bool
gp_tree_list(struct gp_arena *a, const char *path, struct gp_tree_list *out,
             struct gp_err *e)
{
	DIR *dir = opendir(path);
	const struct dirent *entry;
	size_t max;

	*out = (struct gp_tree_list){ NULL, 0 };
	if (!dir)
		return fail_folder(e, path, "cannot list the folder");
	max = count_names(dir);
	out->names = gp_arena_array(a, max + 1, sizeof *out->names);
	while (out->names && out->count < max && (entry = readdir(dir)) != NULL)
		if (!is_dots(entry->d_name))
			out->names[out->count++] =
				gp_arena_cstr(a, entry->d_name);
	(void)closedir(dir);
	if (out->count)
		qsort(out->names, out->count, sizeof *out->names, gp_str_order);
	return gp_arena_ok(a, e);
}

/* Removes the files of the folder `name` in `parent`, and the folder. */
static bool
remove_flat(int parent, const char *name)
{
	int fd = openat(parent, name,
	                O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	const struct dirent *entry;
	bool ok = dir != NULL;

	if (!dir && fd >= 0)
		(void)close(fd);
	while (ok && (entry = readdir(dir)) != NULL)
		ok = is_dots(entry->d_name) ||
		     unlinkat(fd, entry->d_name, 0) == 0;
	if (dir)
		(void)closedir(dir);
	return ok && unlinkat(parent, name, AT_REMOVEDIR) == 0;
}

bool
gp_tree_clear(const char *path, struct gp_err *e)
{
	DIR *dir = opendir(path);
	const struct dirent *entry;

	if (!dir)
		return fail_folder(e, path, "cannot list the folder");
	while (e->code == GP_OK && (entry = readdir(dir)) != NULL)
		if (!is_dots(entry->d_name) &&
		    unlinkat(dirfd(dir), entry->d_name, 0) != 0 &&
		    !remove_flat(dirfd(dir), entry->d_name))
			fail_folder(
				e, path,
				"cannot clear away what is left of an earlier "
				"run; remove this folder");
	(void)closedir(dir);
	return e->code == GP_OK;
}

bool
gp_tree_make_parents(const char *path, struct gp_err *e)
{
	char *copy = strdup(path);
	char *slash;
	bool ok = copy != NULL;

	if (!ok)
		return gp_fail(e, GP_NOMEM, "out of memory");
	for (slash = strchr(copy + 1, '/'); ok && slash;
	     slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(copy, 0777) != 0 && errno != EEXIST)
			ok = fail_folder(e, copy, "cannot make the folder");
		*slash = '/';
	}
	free(copy);
	return ok;
}
