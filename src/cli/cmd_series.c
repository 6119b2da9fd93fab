/* The commands of a series: `series` with its four words, and `release`.  Who
   asks is taken from the environment here; what a release is, is the library's
   matter. */
#define _XOPEN_SOURCE 700 /* gethostname */

#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { PATH_SIZE = 4096, WHO_SIZE = 160, HOST_SIZE = 64 };

static bool
fail_usage(struct cli_run *r, const char *what)
{
	if (r->err.code == GP_OK) {
		r->err.code = GP_USAGE;
		(void)snprintf(r->err.msg, sizeof r->err.msg, "%s", what);
	}
	return false;
}

/* "jane on desk7, process 4711" */
static void
who_asks(char who[WHO_SIZE])
{
	const char *user = getenv("USER");
	char host[HOST_SIZE] = "";

	if (gethostname(host, sizeof host - 1) != 0 || !host[0])
		(void)snprintf(host, sizeof host, "this machine");
	(void)snprintf(who, WHO_SIZE, "%.60s on %s, process %ld",
	               user && user[0] ? user : "somebody", host,
	               (long)getpid());
}

/* ---- series ---- */

static void
print_log(struct cli_run *r, const char *folder)
{
	struct gp_bytes text = { NULL, 0 };

	if (gp_series_log(folder, r->options->json, &text, &r->err))
		(void)cli_print(r, &text);
	gp_bytes_free(&text);
}

static void
rebuild(struct cli_run *r, const char *folder)
{
	char who[WHO_SIZE];
	const struct gp_series_call call = { .folder = folder, .who = who };
	struct gp_published done = { 0, 0 };

	who_asks(who);
	if (gp_series_rebuild(&r->settings, &call, &done, r->diag, &r->err) &&
	    !r->options->quiet)
		printf("%s: the ledger is made again; of the site %zu files "
		       "changed, %zu unchanged\n",
		       folder, done.changed, done.unchanged);
}

static void
erase(struct cli_run *r, const char *folder)
{
	const struct cli_options *o = r->options;
	size_t n = o->n_operands > 2 ? (size_t)o->n_operands - 2 : 0;
	char who[WHO_SIZE];
	const struct gp_series_call call = { .folder = folder, .who = who };

	who_asks(who);
	if (n == 0) {
		(void)fail_usage(r, "series erase wants a series and the "
		                    "articles to erase");
		return;
	}
	if (gp_series_erase(&r->settings, &call, o->operands + 2, n, r->diag,
	                    &r->err) &&
	    !o->quiet)
		printf("%s: %zu article%s erased from ledger and records; "
		       "copies elsewhere are not known\n",
		       folder, n, n == 1 ? "" : "s");
}

static void
init(struct cli_run *r, const char *folder)
{
	if (gp_series_init(folder, &r->err) && !r->options->quiet)
		printf("%s: edit series.yaml, then run `govpub next %s`, which "
		       "makes the folder\nof the next pack: put articles into "
		       "it\n",
		       folder, folder);
}

int
cli_run_series(const struct cli_options *o)
{
	const char *what = o->n_operands ? o->operands[0] : "";
	const char *folder = o->n_operands > 1 ? o->operands[1] : ".";
	struct cli_run r;

	if (!cli_run_begin(&r, o))
		return cli_run_end(&r);
	if (strcmp(what, "erase") == 0)
		erase(&r, folder);
	else if (o->n_operands > 2)
		(void)fail_usage(&r, "series wants one folder");
	else if (strcmp(what, "init") == 0)
		init(&r, folder);
	else if (strcmp(what, "log") == 0)
		print_log(&r, folder);
	else if (strcmp(what, "rebuild") == 0)
		rebuild(&r, folder);
	else
		(void)fail_usage(&r, "series wants one of init, log, rebuild "
		                     "and erase; see `govpub series --help`");
	return cli_run_end(&r);
}

/* ---- release ---- */

struct release_names {
	char folder[PATH_SIZE];
	char (*packs)[PATH_SIZE];
	const char **names;
	size_t n;
};

static bool
add_name(struct cli_run *r, struct release_names *to, const char *operand)
{
	char folder[PATH_SIZE];
	char *pack = to->packs[to->n];

	if (!gp_series_find(operand, folder, pack, PATH_SIZE, &r->err))
		return false;
	if (to->folder[0] && strcmp(to->folder, folder) != 0)
		return fail_usage(r, "the packs are of two series; release "
		                     "them one series at a time");
	(void)snprintf(to->folder, sizeof to->folder, "%s", folder);
	if (pack[0]) {
		to->names[to->n] = pack;
		to->n++;
	}
	return true;
}

static bool
is_whole(const struct cli_options *o)
{
	return o->all || o->due || o->undo;
}

/* The series and the names of its packs that the command line has. */
static bool
find_names(struct cli_run *r, struct release_names *to)
{
	const struct cli_options *o = r->options;
	size_t most = (size_t)o->n_operands + 1;
	int i;

	to->packs = calloc(most, sizeof *to->packs);
	to->names = calloc(most, sizeof *to->names);
	if (!to->packs || !to->names) {
		r->err.code = GP_NOMEM;
		return false;
	}
	for (i = 0; i < o->n_operands; i++)
		if (!add_name(r, to, o->operands[i]))
			return false;
	if (o->n_operands == 0 && is_whole(o))
		return add_name(r, to, ".");
	if (to->n && is_whole(o))
		return fail_usage(r, "--all, --due and --undo are for a whole "
		                     "series: name its folder and no pack");
	if (to->n == 0 && !is_whole(o))
		return fail_usage(r, "release wants the folder of a pack, or "
		                     "--all");
	return true;
}

static void
show_done(const struct cli_run *r, const char *folder,
          const struct gp_series_done *done)
{
	if (r->options->json) {
		cli_report_release(r, done);
		return;
	}
	cli_progress_clear(r);
	if (r->options->quiet || (r->err.code != GP_OK && !done->released))
		return;
	printf("%s: %zu edition%s released, %zu pack%s as before", folder,
	       done->released, done->released == 1 ? "" : "s", done->as_before,
	       done->as_before == 1 ? "" : "s");
	if (done->refused)
		printf(", %zu refused", done->refused);
	printf("; %zu article%s new, %zu corrected", done->added,
	       done->added == 1 ? "" : "s", done->corrected);
	if (done->withdrawn)
		printf(", %zu withdrawn", done->withdrawn);
	printf("; %zu files changed, %zu unchanged\n", done->files.changed,
	       done->files.unchanged);
}

static void
undo(struct cli_run *r, const struct gp_series_call *call)
{
	const struct gp_series_done none = { .released = 0 };
	struct gp_bytes said = { NULL, 0 };

	if (gp_series_undo(&r->settings, call, &said, r->diag, &r->err) &&
	    !r->options->quiet && !r->options->json)
		(void)cli_print(r, &said);
	if (r->options->json)
		cli_report_release(r, &none);
	gp_bytes_free(&said);
}

static void
release(struct cli_run *r, const struct release_names *names)
{
	char who[WHO_SIZE];
	const struct gp_series_call call = { .folder = names->folder,
		                             .who = who };
	struct gp_series_done done = { .released = 0 };

	who_asks(who);
	if (r->options->undo) {
		undo(r, &call);
		return;
	}
	if (r->options->due)
		(void)gp_series_release_due(&r->settings, &call, &done, r->diag,
		                            &r->err);
	else
		(void)gp_series_release(&r->settings, &call, names->names,
		                        r->options->all ? 0 : names->n, &done,
		                        r->diag, &r->err);
	show_done(r, names->folder, &done);
}

int
cli_run_release(const struct cli_options *o)
{
	struct release_names names = { .n = 0 };
	struct cli_run r;

	if (cli_run_begin(&r, o) && find_names(&r, &names))
		release(&r, &names);
	free(names.packs);
	free(names.names);
	return cli_run_end(&r);
}
