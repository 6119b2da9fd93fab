/* The table of commands with their help, and those that make outputs: what
   is asked of the library, in which order, and where the bytes go.  No
   command knows what stands in an output. */
#include "cli/cli.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { PATH_SIZE = 4096 };

static const char default_out[] = "out";

static struct gp_pack *
open_pack(struct cli_run *r)
{
	r->settings.folder = cli_folder(r->options);
	return gp_pack_open(&r->settings, r->diag, &r->err);
}

/* ---- epub, pdf, atom ---- */

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
write_format(struct cli_run *r, const struct gp_pack *pack, const char *format)
{
	bool print = to_stdout(r->options);
	struct gp_bytes out = { NULL, 0 }, previous = { NULL, 0 };
	struct gp_err none = { 0 };
	char name[GP_FILE_NAME] = "", path[PATH_SIZE];
	bool ok;

	(void)gp_pack_file_name(pack, format, name);
	if (!print && !target_path(r, name, path))
		return false;
	if (!print)
		(void)gp_read(path, CLI_READ_LIMIT, &previous, &none);
	ok = gp_write(pack, format, previous.data ? &previous : NULL, &out,
	              r->diag, &r->err);
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

static int
run_format(const struct cli_options *o)
{
	struct cli_run r;
	struct gp_pack *pack = NULL;

	if (cli_run_begin(&r, o))
		pack = open_pack(&r);
	if (pack)
		(void)write_format(&r, pack, o->command->name);
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
	               "`govpub epub -o -`");
	return false;
}

static int
run_publish(const struct cli_options *o)
{
	const char *out = o->output ? o->output : default_out;
	struct gp_published done = { 0, 0 };
	struct gp_pack *pack = NULL;
	struct cli_run r;
	bool ok = false;

	if (cli_run_begin(&r, o) && check_folder(&r))
		pack = open_pack(&r);
	if (pack)
		ok = gp_publish(pack, out, &done, r.diag, &r.err);
	if (o->json)
		cli_report_json(&r, &done);
	cli_progress_clear(&r);
	if (ok && !o->json && !o->quiet)
		printf("%s: %zu article%s; %zu files changed, %zu unchanged\n",
		       out, gp_pack_count(pack),
		       gp_pack_count(pack) == 1 ? "" : "s", done.changed,
		       done.unchanged);
	gp_pack_free(pack);
	return cli_run_end(&r);
}

/* ---- init, help ---- */

static int
run_init(const struct cli_options *o)
{
	const char *base = o->n_operands ? o->operands[0] : ".";
	char folder[PATH_SIZE];
	struct cli_run r;

	(void)snprintf(folder, sizeof folder, "%s/content", base);
	if (cli_run_begin(&r, o) && gp_init(folder, &r.err) && !o->quiet)
		printf("%s: edit pack.yaml, put your articles beside it, then "
		       "run `govpub publish -C %s`\n",
		       folder, base);
	return cli_run_end(&r);
}

static int
run_help(const struct cli_options *o)
{
	const struct cli_command *c =
		o->n_operands ? cli_command_find(o->operands[0]) : NULL;

	if (o->n_operands && !c) {
		fprintf(stderr, "govpub: there is no command `%s`\n",
		        o->operands[0]);
		return EXIT_USAGE;
	}
	if (c)
		fputs(c->help, stdout);
	else
		cli_help(stdout);
	return 0;
}

const struct cli_command *
cli_command_find(const char *name)
{
	const struct cli_command *c;

	for (c = cli_commands; c->name; c++)
		if (strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

void
cli_help(FILE *to)
{
	const struct cli_command *c;

	fputs("usage: govpub COMMAND [options] [FOLDER]\n\n"
	      "Turns a folder of news articles (default: content) into a "
	      "briefing pack.\n\n",
	      to);
	for (c = cli_commands; c->name; c++)
		fprintf(to, "  %-10s %s\n", c->name, c->summary);
	fputs("\nOptions of every command:\n"
	      "  -C DIR       work as if started in DIR\n"
	      "  --data DIR   the folder of styles/ and fonts/\n"
	      "  -q, --quiet  errors only\n"
	      "  --strict     exit 1 when there are warnings\n"
	      "  -h, --help   help for a command: govpub COMMAND --help\n"
	      "  --version    the version\n\n"
	      "Exit status: 0 done, 1 warnings (with --strict), 2 usage, "
	      "3 input, 4 output,\n5 internal.\n",
	      to);
}

#define COMMON_OPTIONS                                       \
	"  -C DIR        work as if started in DIR\n"        \
	"  --data DIR    the folder of styles/ and fonts/\n" \
	"  -q, --quiet   errors only\n"                      \
	"  --strict      exit 1 when there are warnings\n"

#define CHECK_OPTIONS "  -C DIR        work as if started in DIR\n"

#define DESIGN_OPTION                                                          \
	"  --design D    reading, large-print, tablet, digest, or another of " \
	"styles/\n"

#define THREADS_OPTION \
	"  --threads N   work on N threads (default: one a processor)\n"

#define FORMAT_OPTIONS                                                          \
	"  -o PATH       the file, a folder for it, or - for standard output\n" \
	"  --date DATE   date of the pack, YYYY-MM-DD\n"                        \
	"  --keep-all    drop nothing\n" COMMON_OPTIONS

enum { FORMAT_ACCEPTS = CLI_OUTPUT | CLI_DATE | CLI_KEEP_ALL };

const struct cli_command cli_commands[] = {
	{
		.name = "publish",
		.summary = "EPUB, PDF, feed, manifest and checksums into out/",
		.help = "usage: govpub publish [options] [FOLDER]\n\n"
			"Makes every output of the pack; all of them appear in "
			"out/ at once, or none.\n\n"
			"  -o DIR        the output folder (default: out)\n"
			"  --date DATE   date of the pack, YYYY-MM-DD\n" DESIGN_OPTION
			"  --keep-all    drop nothing\n" THREADS_OPTION
			"  --json        the outcome as JSON on standard "
			"output\n" COMMON_OPTIONS "\nExamples:\n"
			"  govpub publish\n"
			"  govpub publish --date 2015-11-09 -o /srv/pack "
			"articles\n",
		.accepts = FORMAT_ACCEPTS | CLI_JSON | CLI_DESIGN | CLI_THREADS,
		.max_operands = 1,
		.run = run_publish,
	},
	{
		.name = "epub",
		.summary = "the EPUB alone",
		.help = "usage: govpub epub [options] [FOLDER]\n\n"
			"Writes the pack as an EPUB 3.3.\n\n" DESIGN_OPTION
				THREADS_OPTION FORMAT_OPTIONS "\nExamples:\n"
			"  govpub epub\n"
			"  govpub epub -o pack.epub articles\n",
		.accepts = FORMAT_ACCEPTS | CLI_DESIGN | CLI_THREADS,
		.max_operands = 1,
		.run = run_format,
	},
	{
		.name = "pdf",
		.summary = "the PDF digest alone",
		.help = "usage: govpub pdf [options] [FOLDER]\n\n"
			"Writes the pack as a PDF digest.\n\n" DESIGN_OPTION
				FORMAT_OPTIONS "\nExamples:\n"
			"  govpub pdf\n"
			"  govpub pdf --design large-print -o large.pdf\n"
			"  govpub pdf -o - articles > pack.pdf\n",
		.accepts = FORMAT_ACCEPTS | CLI_DESIGN,
		.max_operands = 1,
		.run = run_format,
	},
	{
		.name = "atom",
		.summary = "the Atom feed alone",
		.help = "usage: govpub atom [options] [FOLDER]\n\n"
			"Writes the pack as an Atom feed (RFC 4287). A feed "
			"that is already there\nkeeps the dates of entries "
			"that did not change.\n\n" FORMAT_OPTIONS
			"\nExamples:\n"
			"  govpub atom\n"
			"  govpub atom -o /srv/www/feed.xml articles\n",
		.accepts = FORMAT_ACCEPTS,
		.max_operands = 1,
		.run = run_format,
	},
	{
		.name = "normalise",
		.summary = "what an article becomes, and why",
		.help = "usage: govpub normalise [options] [FILE... | -]\n\n"
			"Prints articles after normalisation: the files named, "
			"standard input for -,\nelse every article of "
			"content/. The pack.yaml beside a file applies to "
			"it.\n\n"
			"  --format F    json (default for pipes), text, tree, "
			"html or explain\n"
			"  --report FILE all of it as one page for a browser, "
			"source and result\n"
			"                side by side\n"
			"  --url URL     where the page was found, for its "
			"links\n"
			"  --explain     for a person: what was found, "
			"repaired, dropped, and why\n"
			"                (default on a terminal)\n"
			"  --keep-all    drop nothing\n" COMMON_OPTIONS
			"\nExamples:\n"
			"  govpub normalise --explain content/article.txt\n"
			"  govpub normalise --format text - < page.txt\n"
			"  govpub normalise --report how.html\n",
		.accepts = CLI_FORMAT | CLI_KEEP_ALL,
		.max_operands = 1 << 20,
		.run = cli_run_normalise,
	},
	{
		.name = "rules",
		.summary = "a rule file run against saved pages",
		.help = "usage: govpub rules test [options] RULEFILE PAGE...\n\n"
			"Reads the pages with this rule file alone and prints "
			"for each whether it fits,\nwhich rules did something, "
			"and the lines that went.\n\n" COMMON_OPTIONS
			"\nExit status: 0 it fits a page, 1 it fits none, "
			"3 a file cannot be read.\n"
			"\nExamples:\n"
			"  govpub rules test content/rules/gazette.yaml "
			"saved/*.html\n",
		.accepts = 0,
		.max_operands = 1 << 20,
		.run = cli_run_rules,
	},
	{
		.name = "check",
		.summary = "what is wrong with an EPUB, a PDF or a feed",
		.help = "usage: govpub check [options] FILE...\n\n"
			"Looks at finished files, whoever made them: EPUB, "
			"PDF, Atom; the kind is told by\nthe bytes. Prints a "
			"line for each finding:\n\n"
			"  FILE: place:line: level: code: sentence\n\n"
			"  --list        every check with its code and level\n"
			"  --json        the findings as a JSON array\n"
			"  -q, --quiet   no notes\n" CHECK_OPTIONS
			"\nExit status: 0 nothing, 1 warnings or errors, 3 a "
			"file cannot be read.\n"
			"\nExamples:\n"
			"  govpub check out/*.epub out/*.pdf out/feed.xml\n"
			"  govpub check --json pack.epub\n",
		.accepts = CLI_JSON | CLI_LIST | CLI_NO_DATA,
		.max_operands = 1 << 20,
		.run = cli_run_check,
	},
	{
		.name = "verify",
		.summary = "whether a published folder is as it was made",
		.help = "usage: govpub verify [options] [FOLDER]\n\n"
			"Compares a published folder (default: out) with\nits "
			"SHA256SUMS and manifest.json:\nevery file there, "
			"none changed, none added.\n\n"
			"  --content DIR compare the inputs that the manifest "
			"names as well\n"
			"  --json        the findings as a JSON array\n" CHECK_OPTIONS
			"\nExit status: 0 nothing differs, 1 something does, "
			"3 the folder cannot be read.\n"
			"\nExamples:\n"
			"  govpub verify\n"
			"  govpub verify --content content /srv/pack\n",
		.accepts = CLI_JSON | CLI_CONTENT | CLI_NO_DATA,
		.max_operands = 1,
		.run = cli_run_verify,
	},
	{
		.name = "init",
		.summary = "a commented pack.yaml and an example article",
		.help = "usage: govpub init [options] [DIR]\n\n"
			"Makes DIR/content (default: ./content) with a "
			"commented pack.yaml and an\nexample article. Nothing "
			"that exists is overwritten.\n\n" COMMON_OPTIONS
			"\nExamples:\n"
			"  govpub init\n"
			"  govpub init monday-pack\n",
		.accepts = 0,
		.max_operands = 1,
		.run = run_init,
	},
	{
		.name = "help",
		.summary = "help for a command",
		.help = "usage: govpub help [COMMAND]\n",
		.accepts = 0,
		.max_operands = 1,
		.run = run_help,
	},
	{ .name = NULL },
};
