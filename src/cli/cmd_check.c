/* The commands that look at what is finished: check and verify.  They read
   the files, print the findings one a line or as JSON, and turn them into an
   exit status.  What is a fault, and how grave, is the library's matter. */
#include "cli/cli.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { READ_LIMIT = 1024 * 1024 * 1024, PATH_SIZE = 4096 };

/* ---- showing ---- */

/* FILE: place:line: level: code: sentence */
static void
print_finding(const struct gp_finding *f)
{
	printf("%s: ", f->file);
	if (f->place[0] && f->line)
		printf("%s:%u: ", f->place, f->line);
	else if (f->place[0])
		printf("%s: ", f->place);
	else if (f->line)
		printf("%u: ", f->line);
	printf("%s: %s: %s\n", cli_level(f->level), f->code, f->text);
}

static json_t *
finding_row(const struct gp_finding *f)
{
	return json_pack("{s:s, s:s, s:i, s:s, s:s, s:s}", "file", f->file,
	                 "place", f->place, "line", (int)f->line, "level",
	                 cli_level(f->level), "code", f->code, "text", f->text);
}

static void
print_json(const struct gp_diag *d)
{
	json_t *list = json_array();
	const struct gp_finding *f;
	char *text;
	size_t i;

	for (i = 0; (f = gp_diag_at(d, i)) != NULL; i++)
		json_array_append_new(list, finding_row(f));
	text = json_dumps(list, JSON_INDENT(1) | JSON_PRESERVE_ORDER);
	if (text)
		puts(text);
	free(text);
	json_decref(list);
}

static void
print_findings(const struct cli_run *r)
{
	const struct gp_finding *f;
	size_t i;

	if (r->options->json) {
		print_json(r->diag);
		return;
	}
	for (i = 0; (f = gp_diag_at(r->diag, i)) != NULL; i++)
		if (!r->options->quiet || f->level > GP_NOTE)
			print_finding(f);
}

/* The findings on standard output are the result: nothing is said twice. */
static int
finish(struct cli_run *r)
{
	bool found = r->diag && gp_diag_count(r->diag, GP_WARNING) > 0;
	int status;

	if (r->diag)
		print_findings(r);
	gp_diag_free(r->diag);
	r->diag = NULL;
	status = cli_run_end(r);
	return status == 0 && found ? EXIT_FINDINGS : status;
}

/* ---- check ---- */

static int
list_checks(void)
{
	const struct gp_check_row *row;
	size_t i;

	for (i = 0; (row = gp_check_at(i)) != NULL; i++)
		printf("%-20s %-7s  %s\n", row->code, cli_level(row->level),
		       row->text);
	return 0;
}

/* One file that cannot be read does not keep the others from being looked at;
   the first error gives the status. */
static void
check_file(struct cli_run *r, const char *name)
{
	struct gp_bytes bytes = { NULL, 0 };
	struct gp_err e = { 0 };

	if (gp_read(name, READ_LIMIT, &bytes, &e))
		(void)gp_check(name, bytes.data, bytes.size, r->diag, &e);
	gp_bytes_free(&bytes);
	if (e.code != GP_OK && r->err.code != GP_OK)
		fprintf(stderr, "%s: %s\n", e.file, e.msg);
	else if (e.code != GP_OK)
		r->err = e;
}

static bool
is_folder(const char *name)
{
	struct stat st;

	return stat(name, &st) == 0 && S_ISDIR(st.st_mode);
}

/* A pattern for all of out/ names the folder of pages beside the files that are
   meant; where folders are all that is named, there is nothing to look at. */
static void
check_files(struct cli_run *r)
{
	const struct cli_options *o = r->options;
	int i, n_folders = 0;

	for (i = 0; i < o->n_operands; i++)
		n_folders += is_folder(o->operands[i]);
	for (i = 0; i < o->n_operands; i++)
		if (n_folders == o->n_operands || !is_folder(o->operands[i]))
			check_file(r, o->operands[i]);
		else if (!o->quiet)
			fprintf(stderr,
			        "%s: note: a folder, and not looked into; "
			        "name files of it\n",
			        o->operands[i]);
}

int
cli_run_check(const struct cli_options *o)
{
	struct cli_run r;

	if (o->list)
		return list_checks();
	if (o->n_operands == 0) {
		fputs("govpub: check wants the name of a file\n", stderr);
		return EXIT_USAGE;
	}
	if (cli_run_begin(&r, o))
		check_files(&r);
	return finish(&r);
}

/* ---- verify ---- */

/* The folder itself, or the one in which the named manifest lies. */
static const char *
folder_of(const char *name, char folder[PATH_SIZE])
{
	const char *slash = strrchr(name, '/');
	struct stat st;

	if (stat(name, &st) != 0 || S_ISDIR(st.st_mode))
		return name;
	(void)snprintf(folder, PATH_SIZE, "%.*s",
	               slash ? (int)(slash - name) : 1, slash ? name : ".");
	return folder;
}

/* The series that `name` is, or that it is the site of; else it is a folder
   that was published by itself. */
static bool
find_series(const char *name, char series[PATH_SIZE])
{
	char pack[PATH_SIZE];
	struct gp_err none = { 0 };

	return gp_series_find(name, series, pack, PATH_SIZE, &none) &&
	       (!pack[0] || strcmp(pack, "site") == 0);
}

/* Which folder's articles, of all packs, would be a guess. */
static void
verify_series(struct cli_run *r, const char *folder)
{
	if (!r->options->content) {
		(void)gp_series_verify(folder, r->diag, &r->err);
		return;
	}
	r->err.code = GP_USAGE;
	(void)snprintf(r->err.msg, sizeof r->err.msg,
	               "--content is for one pack: `govpub verify "
	               "%.100s/site/PACK --content %.100s/PACK`",
	               folder, folder);
}

int
cli_run_verify(const struct cli_options *o)
{
	const char *name = o->n_operands ? o->operands[0] : "out";
	char folder[PATH_SIZE];
	struct cli_run r;

	if (cli_run_begin(&r, o) && find_series(name, folder))
		verify_series(&r, folder);
	else if (r.err.code == GP_OK)
		(void)gp_verify(folder_of(name, folder), o->content, r.diag,
		                &r.err);
	return finish(&r);
}
