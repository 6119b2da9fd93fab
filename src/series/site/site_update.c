/* Two sinks: one puts a file into the folder `site` of the series and makes the
   folder it lies in, the other takes one away, and its folder when that is
   empty then.  They know paths and bytes, and what none of them is for. */
#include "series/site/site_update.h"

#include "base/file.h"
#include "series/ledger/safe_file.h"
#include "series/signed/list_of_lists.h"
#include "verify/signature_names.h"

#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

enum { PATH_SIZE = 4096 };

struct updating {
	const char *folder;
	struct gp_published *done;
};

static bool
site_path(const struct updating *u, struct gp_str path, char out[PATH_SIZE],
          struct gp_err *e)
{
	int n = snprintf(out, PATH_SIZE, "%s/site/%.*s", u->folder,
	                 GP_ARG(path));

	if (n < 0 || n >= PATH_SIZE)
		return gp_fail(e, GP_OUTPUT, "a path of the site is too long");
	return gp_safe_way(u->folder, out, e);
}

static void
parent_of(const char *path, char out[PATH_SIZE])
{
	struct gp_str base = gp_str_base(gp_str(path));

	(void)snprintf(out, PATH_SIZE, "%.*s", (int)(base.p - path) - 1, path);
}

/* A list that is about to be another one loses its signatures first, so that
   there is no moment in which it stands beside those of the list before. */
static bool
clear_signatures(const char *list, struct gp_str bytes, struct gp_err *e)
{
	const struct gp_bytes now = { (unsigned char *)(uintptr_t)bytes.p,
		                      bytes.n };
	char path[PATH_SIZE + GP_SIGNATURE_SUFFIX];
	char suffix[GP_SIGNATURE_SUFFIX];
	size_t n;

	if (!gp_str_eq(gp_str_base(gp_str(list)), GP_STR(GP_SUMS_NAME)) ||
	    gp_file_holds(list, &now))
		return true;
	for (n = 0; n < GP_MAX_SIGNERS; n++) {
		gp_signature_suffix(n, suffix);
		(void)snprintf(path, sizeof path, "%s%s", list, suffix);
		if (!gp_safe_remove(path, NULL, e))
			return false;
	}
	return true;
}

static bool
put_file(void *user, struct gp_str path, struct gp_str bytes, struct gp_err *e)
{
	struct updating *u = user;
	char full[PATH_SIZE], folder[PATH_SIZE];
	bool changed;

	if (!site_path(u, path, full, e))
		return false;
	parent_of(full, folder);
	if (!gp_safe_folder(folder, e) || !clear_signatures(full, bytes, e) ||
	    !gp_safe_put(full, bytes, &changed, e))
		return false;
	u->done->changed += changed;
	u->done->unchanged += !changed;
	return true;
}

/* A folder that holds more stays: rmdir() says so.  It is tried when the file
   was gone already, too: a killed run may have come as far as that. */
static bool
take_away(void *user, struct gp_str path, struct gp_str bytes, struct gp_err *e)
{
	struct updating *u = user;
	char full[PATH_SIZE], folder[PATH_SIZE];
	bool gone;

	(void)bytes;
	if (!site_path(u, path, full, e) || !gp_safe_remove(full, &gone, e))
		return false;
	u->done->changed += gone;
	parent_of(full, folder);
	(void)rmdir(folder);
	return true;
}

bool
gp_site_update(const struct gp_series_site *s, struct gp_published *done,
               struct gp_err *e)
{
	struct updating u = { .folder = s->folder, .done = done };
	const struct gp_site_sink put = { put_file, &u };
	const struct gp_site_sink away = { take_away, &u };

	return gp_site_make(s, &put, &away, e);
}
