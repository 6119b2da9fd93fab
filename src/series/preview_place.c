/* Both folders as the disk knows them, without links and dots; of one that is
   not there yet, the part that is.  What is written into it is not known
   here. */
#define _XOPEN_SOURCE 700 /* realpath */
#include "series/preview_place.h"

#include "base/str.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 4096 };

/* The path without its last step: "/" and "" have none. */
static size_t
without_step(const char *path, size_t n)
{
	while (n > 0 && path[n - 1] != '/')
		n--;
	while (n > 1 && path[n - 1] == '/')
		n--;
	return n;
}

static bool
put_real(const char *path, size_t there, const char *real, char out[PATH_SIZE])
{
	const char *rest = path + there;
	int n;

	while (*rest == '/')
		rest++;
	n = snprintf(out, PATH_SIZE, "%s%s%s", strcmp(real, "/") ? real : "",
	             *rest ? "/" : "", rest);
	return n >= 0 && n < PATH_SIZE && !strstr(out, "/../") &&
	       !gp_str_ends(gp_str(out), GP_STR("/.."));
}

/* False for one that is too long or goes up from what is not there. */
static bool
find_real(const char *path, char out[PATH_SIZE])
{
	char start[PATH_SIZE];
	size_t n = strlen(path), less;
	char *real;
	bool ok;

	if (n >= sizeof start)
		return false;
	memcpy(start, path, n + 1);
	while (!(real = realpath(n ? start : ".", NULL))) {
		less = without_step(start, n);
		if (less == n)
			return false;
		n = less;
		start[n] = '\0';
	}
	ok = put_real(path, n, real, out);
	free(real);
	return ok;
}

/* What stands behind `folder` in the path, "" for itself; NULL: it is not in
   it. */
static const char *
part_within(const char *path, const char *folder)
{
	size_t n = strlen(folder);

	if (strncmp(path, folder, n) != 0 || (path[n] && path[n] != '/'))
		return NULL;
	return path + n;
}

/* The site may be a link to where it is served from. */
static bool
is_site(const char *place, const char *series)
{
	char path[PATH_SIZE], site[PATH_SIZE];
	int n = snprintf(path, sizeof path, "%s/site", series);

	return n < 0 || n >= PATH_SIZE || !find_real(path, site) ||
	       part_within(place, site);
}

bool
gp_preview_place_check(const char *out, const char *series, struct gp_err *e)
{
	char place[PATH_SIZE], folder[PATH_SIZE];
	bool ok = find_real(out, place) && find_real(series, folder) &&
	          !is_site(place, folder);
	const char *within = ok ? part_within(place, folder) : NULL;

	if (ok && (!within || part_within(within, "/preview")))
		return true;
	return gp_fail_at(e, GP_USAGE, out, 0, 0,
	                  "is no place for a preview: name a folder outside "
	                  "the series, or one in its `preview`");
}
