/*
 * The whole run: every output of a pack, all at once into the output folder.
 * Knows no format.
 */
#include "publish/out_folder.h"
#include "publish/outputs.h"
#include "publish/retire.h"
#include "publish/staging.h"

static bool
commit(const struct gp_outputs *all, const char *folder,
       const struct gp_host *host, struct gp_published *done, struct gp_diag *d,
       struct gp_err *e)
{
	struct gp_staging *s = gp_staging_open(folder, e);
	bool ok = s != NULL;
	size_t i;

	for (i = 0; ok && i < all->n; i++)
		ok = gp_staging_add(s, all->rows[i].name, &all->rows[i].bytes,
		                    e);
	ok = ok && gp_retire_old(folder, s, d, e) &&
	     gp_host_progress(host, "publish", 0, 1, e) &&
	     gp_staging_commit(s, done, e);
	gp_staging_free(s);
	return ok;
}

bool
gp_publish(const struct gp_settings *settings, const struct gp_pack *pack,
           const char *out, struct gp_published *done, struct gp_diag *d,
           struct gp_err *e)
{
	const struct gp_outputs_wanted wanted = { .settings = settings,
		                                  .pack = pack,
		                                  .last = out };
	struct gp_host host = gp_host_of(settings);
	struct gp_outputs all;
	bool ok;

	*done = (struct gp_published){ 0, 0 };
	if (!gp_out_folder_check(out, settings->folder, e))
		return false;
	ok = gp_outputs_make(&wanted, &all, d, e) &&
	     commit(&all, out, &host, done, d, e);
	gp_outputs_free(&all);
	return ok;
}
