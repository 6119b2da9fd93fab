/* The command that looks at finished files.  It reads them and hands them to
   the library, whose matter it is what is a fault. */
#include "cli/cli.h"

#include <sys/stat.h>

enum { READ_LIMIT = 1024 * 1024 * 1024 };

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
	return cli_result_end(&r);
}
