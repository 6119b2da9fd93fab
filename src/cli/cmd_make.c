/*
 * The commands that make outputs of a folder: `publish` makes all of them, and
 * each format of the library is a command of its name.  Knows no format.
 */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum { PATH_SIZE = 4096 };

static const char default_out[] = "out";

bool
cli_pack_find(const char *folder, struct cli_pack *p)
{
	struct gp_err none = { 0 };
	int file, pack;

	if (!gp_series_find(folder, p->folder, p->name, PATH_SIZE, &none) ||
	    !p->name[0])
		return false;
	file = snprintf(p->file, PATH_SIZE, "%s/series.yaml", p->folder);
	pack = snprintf(p->pack, PATH_SIZE, "%s/%s", p->folder, p->name);
	return file > 0 && file < PATH_SIZE && pack > 0 && pack < PATH_SIZE;
}

static struct gp_pack *
open_pack(struct cli_run *r)
{
	struct cli_pack in_series;
	struct gp_settings settings;

	r->settings.folder = cli_folder(r->options);
	settings = r->settings;
	if (cli_pack_find(settings.folder, &in_series)) {
		settings.folder = in_series.pack;
		settings.series = in_series.file;
	}
	return gp_pack_open(&settings, r->diag, &r->err);
}

/* ---- one format ---- */

static bool
is_folder(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* out/NAME, or -o: a file, or a folder to put NAME into. */
static bool
target_path(struct cli_run *r, const char *name, char path[PATH_SIZE])
{
	const char *o = r->options->output;
	int n;

	if (!o && !is_folder(default_out) && mkdir(default_out, 0777) != 0) {
		r->err.code = GP_OUTPUT;
		(void)snprintf(r->err.msg, sizeof r->err.msg,
		               "cannot make the folder out: %s",
		               strerror(errno));
		return false;
	}
	if (!o || is_folder(o))
		n = snprintf(path, PATH_SIZE, "%s/%s", o ? o : default_out,
		             name);
	else
		n = snprintf(path, PATH_SIZE, "%s", o);
	if (n > 0 && n < PATH_SIZE)
		return true;
	r->err.code = GP_USAGE;
	(void)snprintf(r->err.msg, sizeof r->err.msg, "-o is too long");
	return false;
}

static bool
to_stdout(const struct cli_options *o)
{
	return o->output && strcmp(o->output, "-") == 0;
}

static bool
write_format(struct cli_run *r, const struct gp_pack *pack,
             const struct gp_format_row *format)
{
	bool print = to_stdout(r->options);
	struct gp_bytes out = { NULL, 0 }, previous = { NULL, 0 };
	struct gp_err none = { 0 };
	char name[GP_FILE_NAME] = "", path[PATH_SIZE];
	bool ok;

	(void)gp_pack_file_name(pack, format->name, name);
	if (!print && !target_path(r, name, path))
		return false;
	if (!print && format->has_state)
		(void)gp_read(path, CLI_READ_LIMIT, &previous, &none);
	ok = gp_write(&r->settings, pack, format->name,
	              previous.data ? &previous : NULL, &out, r->diag, &r->err);
	if (ok)
		ok = print ? cli_print(r, &out) : gp_save(path, &out, &r->err);
	gp_bytes_free(&previous);
	gp_bytes_free(&out);
	if (ok && !print && !r->options->quiet) {
		cli_progress_clear(r);
		printf("%s\n", path);
	}
	return ok;
}

int
cli_run_format(const struct cli_options *o)
{
	struct cli_run r;
	struct gp_pack *pack = NULL;

	if (cli_run_begin(&r, o))
		pack = open_pack(&r);
	if (pack)
		(void)write_format(&r, pack, o->command.format);
	gp_pack_free(pack);
	return cli_run_end(&r);
}

/* ---- publish ---- */

static bool
check_folder(struct cli_run *r)
{
	if (!to_stdout(r->options))
		return true;
	r->err.code = GP_USAGE;
	(void)snprintf(r->err.msg, sizeof r->err.msg,
	               "publish writes a folder, so -o - is none; try "
	               "`govpub %s -o -`",
	               gp_format_at(0)->name);
	return false;
}

int
cli_run_publish(const struct cli_options *o)
{
	const char *out = o->output ? o->output : default_out;
	struct gp_published done = { 0, 0 };
	struct gp_pack *pack = NULL;
	struct cli_run r;
	bool ok = false;

	if (cli_run_begin(&r, o) && check_folder(&r))
		pack = open_pack(&r);
	if (pack)
		ok = gp_publish(&r.settings, pack, out, &done, r.diag, &r.err);
	if (o->json)
		cli_report_json(&r, &done);
	cli_progress_clear(&r);
	cli_findings_show(&r);
	if (ok && !o->json && !o->quiet)
		printf("%s: %zu article%s; %zu files changed, %zu unchanged\n",
		       out, gp_pack_count(pack),
		       gp_pack_count(pack) == 1 ? "" : "s", done.changed,
		       done.unchanged);
	gp_pack_free(pack);
	return cli_run_end(&r);
}
