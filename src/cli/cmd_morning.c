/* What an editor does before a release.  What each command means is the
   library's matter. */
#include "cli/cli.h"

#include <stdio.h>

enum { PATH_SIZE = 4096 };

int
cli_run_next(const struct cli_options *o)
{
	const char *folder = o->n_operands ? o->operands[0] : ".";
	char path[PATH_SIZE];
	struct cli_run r;

	if (cli_run_begin(&r, o) && gp_series_next(&r.settings, folder, path,
	                                           sizeof path, r.diag, &r.err))
		puts(path);
	return cli_run_end(&r);
}

/* ---- pick ---- */

static void
show_picked(const struct cli_run *r, const char *folder,
            const struct gp_picked *done)
{
	cli_progress_clear(r);
	if (r->options->quiet || r->err.code != GP_OK)
		return;
	printf("%s/pick.txt: %zu candidate%s, %zu selected", folder,
	       done->candidates, done->candidates == 1 ? "" : "s",
	       done->selected);
	if (done->added)
		printf(", %zu new at its end", done->added);
	puts("");
}

int
cli_run_pick(const struct cli_options *o)
{
	struct gp_picked done = { .candidates = 0 };
	const char *folder = cli_folder(o), *series = NULL;
	struct cli_pack p;
	struct cli_run r;

	if (cli_run_begin(&r, o)) {
		r.settings.folder = folder;
		if (cli_pack_find(folder, &p)) {
			r.settings.folder = p.pack;
			r.settings.series = p.file;
			series = p.folder;
		}
		(void)gp_series_pick(&r.settings, series, &done, r.diag,
		                     &r.err);
		show_picked(&r, folder, &done);
	}
	return cli_run_end(&r);
}
