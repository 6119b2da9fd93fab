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

/* ---- preview, approve ---- */

static bool
find_pack(struct cli_run *r, struct cli_pack *p)
{
	const struct cli_options *o = r->options;
	const char *path = o->n_operands ? o->operands[0] : ".";

	if (!gp_series_find(path, p->folder, p->name, sizeof p->name, &r->err))
		return false;
	if (p->name[0])
		return true;
	r->err.code = GP_USAGE;
	(void)snprintf(r->err.msg, sizeof r->err.msg,
	               "name the folder of a pack, not that of its series");
	return false;
}

int
cli_run_preview(const struct cli_options *o)
{
	const struct gp_preview_wanted wanted = { .out = o->output,
		                                  .json = o->json };
	struct gp_bytes said = { NULL, 0 };
	struct gp_series_call call = { .folder = NULL };
	struct cli_pack p;
	struct cli_run r;

	if (cli_run_begin(&r, o) && find_pack(&r, &p)) {
		call.folder = p.folder;
		(void)gp_series_preview(&r.settings, &call, p.name, &wanted,
		                        &said, r.diag, &r.err);
	}
	cli_progress_clear(&r);
	if (o->json)
		cli_report_morning(&r, "preview", (const char *)said.data,
		                   said.size);
	else if (!o->quiet)
		(void)cli_print(&r, &said);
	gp_bytes_free(&said);
	return cli_run_end(&r);
}

int
cli_run_approve(const struct cli_options *o)
{
	struct gp_series_call call = { .folder = NULL };
	struct gp_approved done = { .edition = 0 };
	struct cli_pack p;
	struct cli_run r;
	bool ok = false;

	if (cli_run_begin(&r, o) && find_pack(&r, &p)) {
		call.folder = p.folder;
		ok = gp_series_approve(&r.settings, &call, p.name,
		                       o->as ? o->as : "", &done, r.diag,
		                       &r.err);
	}
	cli_progress_clear(&r);
	if (ok && !o->quiet)
		printf("%s/%s: edition %u with %zu article%s approved by %s, "
		       "SHA-256 %.12s...\n",
		       p.folder, p.name, done.edition, done.articles,
		       done.articles == 1 ? "" : "s", o->as, done.digest);
	return cli_run_end(&r);
}
