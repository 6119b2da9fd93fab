/* Paths told apart by the file series.yaml: a folder that has it is a series,
   one whose parent has it is a pack.  Nothing is opened, and a path is looked
   up on the disk only where its last step has no name. */
#define _XOPEN_SOURCE 700 /* realpath */

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 4096 };

static bool
is_series(const char *folder)
{
	char path[PATH_SIZE];
	int n = snprintf(path, sizeof path, "%s/series.yaml", folder);

	return n > 0 && (size_t)n < sizeof path && gp_file_exists(path);
}

static void
without_slashes(const char *path, char out[PATH_SIZE])
{
	size_t n;

	(void)snprintf(out, PATH_SIZE, "%s", path);
	for (n = strlen(out); n > 1 && out[n - 1] == '/'; n--)
		out[n - 1] = '\0';
}

/* With a name at its end, not "." or "..". */
static void
name_path(char out[PATH_SIZE])
{
	char *real = NULL;

	if (gp_str_base(gp_str(out)).p[0] == '.')
		real = realpath(out, NULL);
	if (real)
		(void)snprintf(out, PATH_SIZE, "%s", real);
	free(real);
}

/* The folder that it lies in: "." for a name alone. */
static void
parent_path(const char *path, char out[PATH_SIZE])
{
	struct gp_str base = gp_str_base(gp_str(path));
	size_t n = (size_t)(base.p - path);

	(void)snprintf(out, PATH_SIZE, "%.*s", n ? (int)n : 1, n ? path : ".");
	if (n > 1 && out[n - 1] == '/')
		out[n - 1] = '\0';
}

static bool
fail_path(struct gp_err *e, const char *how)
{
	return gp_fail(e, GP_USAGE, "the path is %s", how);
}

static bool
put_path(const char *path, char *out, size_t size, struct gp_err *e)
{
	int n = snprintf(out, size, "%s", path);

	return (n >= 0 && (size_t)n < size) || fail_path(e, "too long");
}

bool
gp_series_find(const char *path, char *folder, char *pack, size_t size,
               struct gp_err *e)
{
	char clean[PATH_SIZE], parent[PATH_SIZE];

	if (!path[0] || strlen(path) >= PATH_SIZE)
		return fail_path(e, path[0] ? "too long" : "empty");
	pack[0] = '\0';
	without_slashes(path, clean);
	if (is_series(clean))
		return put_path(clean, folder, size, e);
	name_path(clean);
	parent_path(clean, parent);
	if (!is_series(parent))
		return gp_fail_at(e, GP_USAGE, path, 0, 0,
		                  "is neither a series nor a pack of one: "
		                  "series.yaml is not in it and not beside "
		                  "it");
	return put_path(parent, folder, size, e) &&
	       put_path(gp_str_base(gp_str(clean)).p, pack, size, e);
}
