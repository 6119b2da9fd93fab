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

bool
gp_series_find(const char *path, char *folder, char *pack, size_t size,
               struct gp_err *e)
{
	char clean[PATH_SIZE], parent[PATH_SIZE];

	if (strlen(path) >= PATH_SIZE || strlen(path) >= size)
		return gp_fail(e, GP_USAGE, "the path is too long");
	pack[0] = '\0';
	without_slashes(path, clean);
	if (is_series(clean)) {
		(void)snprintf(folder, size, "%s", clean);
		return true;
	}
	name_path(clean);
	parent_path(clean, parent);
	if (!is_series(parent))
		return gp_fail_at(e, GP_USAGE, path, 0, 0,
		                  "is neither a series nor a pack of one: "
		                  "series.yaml is not in it and not beside "
		                  "it");
	(void)snprintf(folder, size, "%s", parent);
	(void)snprintf(pack, size, "%s", gp_str_base(gp_str(clean)).p);
	return true;
}
