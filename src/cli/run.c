/* One run: settings from options and environment (the data folder, the date,
   the number of processors), and how it ends: findings, the error, the exit
   status.  Everything that the library may not ask the machine is asked
   here; no command is known. */
#include "cli/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool
fail_run(struct gp_err *e, enum gp_code code, const char *fmt, ...)
	__attribute__((format(printf, 3, 4)));

static bool
fail_run(struct gp_err *e, enum gp_code code, const char *fmt, ...)
{
	va_list args;

	if (e->code != GP_OK)
		return false;
	e->code = code;
	va_start(args, fmt);
	(void)vsnprintf(e->msg, sizeof e->msg, fmt, args);
	va_end(args);
	return false;
}

/* ---- the data folder ---- */

static bool
has_data(const char *path)
{
	char file[sizeof((struct cli_run *)0)->data + 64];
	struct stat st;
	int n = snprintf(file, sizeof file, "%s/styles/boilerplate.tsv", path);

	return n > 0 && (size_t)n < sizeof file && stat(file, &st) == 0;
}

/* Beside the program: in a build tree, or in an installed prefix, also one that
   was moved. */
static bool
data_beside_program(char *out, size_t size)
{
	static const char *const places[] = { "../share/govpub", "..",
		                              "../.." };
	char program[2048];
	ssize_t n = readlink("/proc/self/exe", program, sizeof program - 1);
	char *slash;
	size_t i;

	if (n <= 0)
		return false;
	program[n] = '\0';
	slash = strrchr(program, '/');
	if (!slash)
		return false;
	*slash = '\0';
	for (i = 0; i < sizeof places / sizeof places[0]; i++) {
		(void)snprintf(out, size, "%s/%s", program, places[i]);
		if (has_data(out))
			return true;
	}
	return false;
}

static bool
data_of_library(char *out, size_t size)
{
	const char *folder = gp_data_folder();

	if (!folder)
		return false;
	(void)snprintf(out, size, "%s", folder);
	return has_data(out);
}

static bool
find_data(struct cli_run *r)
{
	const char *named = r->options->data;

	if (!named)
		named = getenv("GOVPUB_DATA");
	if (named && named[0]) {
		(void)snprintf(r->data, sizeof r->data, "%s", named);
		if (has_data(r->data))
			return true;
		return fail_run(&r->err, GP_USAGE,
		                "%s holds no govpub styles and fonts", named);
	}
	if (data_beside_program(r->data, sizeof r->data) ||
	    data_of_library(r->data, sizeof r->data))
		return true;
	return fail_run(&r->err, GP_USAGE,
	                "the folder of styles and fonts was not found; name it "
	                "with --data");
}

/* What needs no more of it than words in a language has English without. */
static bool
can_do_without_data(struct cli_run *r)
{
	if (!(r->options->command.accepts & CLI_NO_DATA))
		return false;
	r->err = (struct gp_err){ 0 };
	r->data[0] = '\0';
	return true;
}

/* ---- beginning and end ---- */

static unsigned
threads(const struct cli_options *o)
{
	long online = sysconf(_SC_NPROCESSORS_ONLN);

	if (o->threads)
		return o->threads;
	return online > 0 ? (unsigned)online : 1;
}

/* NO_COLOR: no-color.org. */
static bool
wants_colour(void)
{
	const char *none = getenv("NO_COLOR"), *term = getenv("TERM");

	return isatty(STDERR_FILENO) && !(none && none[0]) && term &&
	       strcmp(term, "dumb") != 0;
}

bool
cli_run_begin(struct cli_run *r, const struct cli_options *o)
{
	*r = (struct cli_run){ .options = o };
	cli_signals_catch();
	r->diag = gp_diag_new();
	if (!r->diag)
		return fail_run(&r->err, GP_NOMEM, "out of memory");
	if (o->directory && chdir(o->directory) != 0)
		return fail_run(&r->err, GP_USAGE, "cannot enter %s: %s",
		                o->directory, strerror(errno));
	if (!find_data(r) && !can_do_without_data(r))
		return false;
	r->colour = wants_colour();
	r->progress = !o->quiet && !o->json && isatty(STDERR_FILENO);
	r->settings = (struct gp_settings){
		.data = r->data[0] ? r->data : NULL,
		.date = o->date,
		.now = o->now,
		.design = o->design,
		.epoch = getenv("SOURCE_DATE_EPOCH"),
		.hold = o->report != NULL,
		.keep_all = o->keep_all,
		.threads = threads(o),
		.url = o->url,
		.user = r,
		.cancelled = cli_signalled,
		.run = cli_program_run,
		.progress = cli_progress,
	};
	return true;
}

const char *
cli_folder(const struct cli_options *o)
{
	return o->n_operands ? o->operands[0] : "content";
}

const char *
cli_level(enum gp_level level)
{
	static const char *const names[] = {
		[GP_NOTE] = "note",
		[GP_WARNING] = "warning",
		[GP_ERROR] = "error",
	};

	return names[level];
}

static void
show_error(const struct gp_err *e)
{
	if (!e->file[0])
		fputs("govpub: ", stderr);
	else if (e->line && e->column)
		fprintf(stderr, "%s:%u:%u: ", e->file, e->line, e->column);
	else if (e->line)
		fprintf(stderr, "%s:%u: ", e->file, e->line);
	else
		fprintf(stderr, "%s: ", e->file);
	fprintf(stderr, "%s\n", e->msg);
}

bool
cli_run_go_on(struct cli_run *r)
{
	int input = gp_exit_status(GP_INPUT);

	if (gp_exit_status(r->err.code) != input)
		return false;
	show_error(&r->err);
	r->err = (struct gp_err){ .code = GP_OK };
	r->failed = input;
	return true;
}

/* --quiet hides the warnings, not why they end the run. */
static int
strict_status(const struct cli_run *r)
{
	size_t n = gp_diag_count(r->diag, GP_WARNING);

	if (r->options->quiet && !r->options->json)
		fprintf(stderr,
		        "govpub: %zu warning%s, and --strict makes that an "
		        "error; without -q they are shown\n",
		        n, n == 1 ? "" : "s");
	return EXIT_FINDINGS;
}

int
cli_run_end(struct cli_run *r)
{
	int status =
		r->err.code != GP_OK ? gp_exit_status(r->err.code) : r->failed;

	cli_progress_clear(r);
	cli_findings_show(r);
	if (r->err.code != GP_OK && !r->options->json)
		show_error(&r->err);
	if (status == 0 && r->options->strict &&
	    gp_diag_count(r->diag, GP_WARNING) > 0)
		status = strict_status(r);
	gp_diag_free(r->diag);
	if (r->err.code == GP_CANCELLED)
		cli_signals_die();
	return status;
}

/* ---- standard streams ---- */

bool
cli_print(struct cli_run *r, const struct gp_bytes *b)
{
	if (b->size == 0 || fwrite(b->data, 1, b->size, stdout) == b->size)
		return true;
	return fail_run(&r->err, GP_OUTPUT,
	                "cannot write to standard output: %s", strerror(errno));
}

bool
cli_read_input(size_t limit, struct gp_bytes *out, struct gp_err *e)
{
	size_t cap = 0, n;
	unsigned char *p;

	*out = (struct gp_bytes){ NULL, 0 };
	do {
		if (out->size == cap) {
			cap = cap ? cap * 2 : 65536;
			p = realloc(out->data, cap);
			if (!p)
				return fail_run(e, GP_NOMEM, "out of memory");
			out->data = p;
		}
		n = fread(out->data + out->size, 1, cap - out->size, stdin);
		out->size += n;
	} while (n > 0 && out->size <= limit);
	if (cli_signalled(NULL))
		return fail_run(e, GP_CANCELLED, "stopped before the end");
	if (ferror(stdin))
		return fail_run(e, GP_INPUT, "cannot read standard input: %s",
		                strerror(errno));
	if (out->size > limit)
		return fail_run(e, GP_LIMIT,
		                "standard input is larger than %zu MiB",
		                limit >> 20);
	return true;
}
