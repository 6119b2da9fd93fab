/* A manifest.json is the sign of an earlier run: who keeps files of their own
   beside it has chosen to.  Nothing is opened, and nothing below the folder is
   looked at. */
#include "publish/out_folder.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Bytes of a name that is told; longer ones are cut. */
enum { SHOWN = 80 };

static bool
is_same(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 &&
	       one.st_ino == other.st_ino && one.st_dev == other.st_dev;
}

/* The first in the order of bytes, so that a message does not hang on that of
   the folder; "" when there is none, or the manifest. */
static void
find_foreign(DIR *folder, char first[SHOWN + 1])
{
	const struct dirent *entry;
	bool is_ours = false;

	first[0] = '\0';
	while ((entry = readdir(folder))) {
		is_ours |= strcmp(entry->d_name, "manifest.json") == 0;
		if (entry->d_name[0] != '.' &&
		    (!first[0] || strcmp(entry->d_name, first) < 0))
			(void)snprintf(first, SHOWN + 1, "%.*s", SHOWN,
			               entry->d_name);
	}
	if (is_ours)
		first[0] = '\0';
}

static bool
check_content(const char *out, struct gp_err *e)
{
	char first[SHOWN + 1];
	DIR *folder = opendir(out);

	if (!folder)
		return true; /* not there; or whoever writes will tell */
	find_foreign(folder, first);
	closedir(folder);
	return !first[0] ||
	       gp_fail_at(e, GP_USAGE, out, 0, 0,
	                  "holds files that govpub did not make, such as %s; "
	                  "give a folder of its own with -o",
	                  first);
}

bool
gp_out_folder_check(const char *out, const char *articles, struct gp_err *e)
{
	if (articles && is_same(articles, out))
		return gp_fail_at(e, GP_USAGE, out, 0, 0,
		                  "is the folder of the articles; give "
		                  "another with -o");
	if (is_same(out, "/"))
		return gp_fail_at(
			e, GP_USAGE, out, 0, 0,
			"is the root of the file system; give a folder "
			"of its own with -o");
	return check_content(out, e);
}
