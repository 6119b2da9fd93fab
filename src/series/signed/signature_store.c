/* Files found by the digest of what they sign.  What they hold is not looked
   at, and nothing is written here. */
#include "series/signed/signature_store.h"

#include "base/file.h"

#include <stdio.h>

enum { PATH_SIZE = 4096, MOST_BYTES = 16 * 1024 };

static bool
put_path(const char *series, struct gp_str digest, size_t n,
         char out[PATH_SIZE])
{
	char suffix[GP_SIGNATURE_SUFFIX];
	int size;

	gp_signature_suffix(n, suffix);
	size = snprintf(out, PATH_SIZE, "%s/signatures/%.*s%s", series,
	                GP_ARG(digest), suffix);
	return size > 0 && size < PATH_SIZE;
}

struct gp_str
gp_signature_path(struct gp_arena *a, const char *series, struct gp_str digest,
                  size_t n)
{
	char suffix[GP_SIGNATURE_SUFFIX];

	gp_signature_suffix(n, suffix);
	return gp_arena_printf(a, "%s/signatures/%.*s%s", series,
	                       GP_ARG(digest), suffix);
}

bool
gp_signature_is_there(const char *series, struct gp_str digest, size_t n)
{
	char path[PATH_SIZE];

	return put_path(series, digest, n, path) && gp_file_exists(path);
}

bool
gp_signature_read(const char *series, struct gp_str digest, size_t n,
                  struct gp_bytes *out, struct gp_err *e)
{
	char path[PATH_SIZE];

	*out = (struct gp_bytes){ NULL, 0 };
	if (!put_path(series, digest, n, path) || !gp_file_exists(path))
		return true;
	return gp_read(path, MOST_BYTES, out, e);
}
