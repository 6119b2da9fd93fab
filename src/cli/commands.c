/* The table of commands, and help.  A command of its own is a row here; each
   format of the library is one too, by what the library says of it.  What a
   command does, and with which options, is not known here but in its row. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

enum { PATH_SIZE = 4096 };

/* ---- init, help ---- */

/* A series has no folder `content`, and its packs stand on series.yaml: an
   example of a whole pack.yaml would go over it. */
static bool
is_for_series(struct cli_run *r, const char *base)
{
	char series[PATH_SIZE], pack[PATH_SIZE];
	struct gp_err none = { 0 };

	if (!gp_series_find(base, series, pack, PATH_SIZE, &none))
		return false;
	r->err.code = GP_USAGE;
	(void)snprintf(r->err.msg, sizeof r->err.msg,
	               "%.100s is a series: `govpub next %.100s` makes the "
	               "folder of its next pack, and init makes one that is "
	               "published by itself",
	               series, series);
	return true;
}

static int
run_init(const struct cli_options *o)
{
	const char *base = o->n_operands ? o->operands[0] : ".";
	char folder[PATH_SIZE];
	struct cli_run r;

	(void)snprintf(folder, sizeof folder, "%s/content", base);
	if (cli_run_begin(&r, o) && !is_for_series(&r, base) &&
	    gp_init(folder, &r.err) && !o->quiet)
		printf("%s: edit pack.yaml, put your articles beside it, then "
		       "run `govpub publish -C %s`\n",
		       folder, base);
	return cli_run_end(&r);
}

static int
run_help(const struct cli_options *o)
{
	struct cli_command c;

	if (o->n_operands == 0) {
		cli_help(stdout);
		return 0;
	}
	if (!cli_command_find(o->operands[0], &c)) {
		fprintf(stderr, "govpub: there is no command `%s`\n",
		        o->operands[0]);
		return EXIT_USAGE;
	}
	cli_command_help(&c, stdout);
	return 0;
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

#define KEEP_OPTION "  --keep-all    drop nothing\n"

enum {
	FORMAT_ACCEPTS = CLI_OUTPUT | CLI_DATE | CLI_KEEP_ALL | CLI_THREADS,
};

/* `publish` first: the formats come right behind it. */
static const struct cli_command own[] = {
	{
		.name = "publish",
		.summary = "every output, manifest and checksums into out/",
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
		.accepts = FORMAT_ACCEPTS | CLI_JSON | CLI_DESIGN,
		.max_operands = 1,
		.run = cli_run_publish,
	},
	{
		.name = "series",
		.summary = "a series of packs: init, log, rebuild, erase",
		.help = "usage: govpub series init DIR\n"
			"       govpub series log [--json] [DIR]\n"
			"       govpub series rebuild [DIR]\n"
			"       govpub series erase DIR ARTICLE...\n\n"
			"A series is a folder with series.yaml, a folder for "
			"each pack, and site/, which\n`govpub release` makes "
			"and any static server serves. DIR: default the "
			"current\nfolder.\n\n"
			"  init          writes a commented series.yaml\n"
			"  log           what was released when\n"
			"  rebuild       makes the ledger again from the records, "
			"and the site from both\n"
			"  erase         takes withdrawn articles, each an id "
			"or PACK/FILE, out of ledger\n"
			"                and records as well\n\n"
			"  --json        the log as JSON\n" COMMON_OPTIONS
			"\nExamples:\n"
			"  govpub series init press\n"
			"  govpub series log press\n",
		.accepts = CLI_JSON | CLI_DATE | CLI_NO_DATA,
		.max_operands = 1 << 20,
		.run = cli_run_series,
	},
	{
		.name = "next",
		.summary = "the folder of a series' next pack",
		.help = "usage: govpub next [options] [DIR]\n\n"
			"Makes the folder of the next pack of the series DIR "
			"(default: the current\nfolder), called after its day: "
			"the one after the last pack, or today if that is\n"
			"later. Its pack.yaml says what the last one says of "
			"every day: without its\narticles, corrections, "
			"withdrawals, note, date, embargo and identifier.\n"
			"Nothing is overwritten. Prints the path.\n\n"
			"  --date DATE   another day, YYYY-MM-DD\n" COMMON_OPTIONS
			"\nExamples:\n"
			"  govpub next press\n"
			"  govpub next --date 2015-11-11 press\n",
		.accepts = CLI_DATE | CLI_NO_DATA,
		.max_operands = 1,
		.run = cli_run_next,
	},
	{
		.name = "pick",
		.summary = "a list of a pack's candidates, to choose from",
		.help = "usage: govpub pick [options] [PACK]\n\n"
			"Writes pick.txt in the folder of a pack (default: "
			"content): a line for each\narticle with its file, "
			"headline, source and words, and whether it is under "
			"an\nembargo, ran before, is the same story as another "
			"one, which licence its source\nhas, and what is "
			"doubtful about it. Move lines under sections; what "
			"stays under\n[Not selected] is in no output. Again, "
			"it keeps what you decided and adds what\ncame since "
			"at the end, and sections that pack.yaml got since.\n\n"
			"  --date DATE   with a time, YYYY-MM-DDThh:mmZ: the "
			"moment that embargoes are\n"
			"                held against\n" THREADS_OPTION
				COMMON_OPTIONS "\nExamples:\n"
			"  govpub pick press/2015-11-09\n",
		.accepts = CLI_DATE | CLI_THREADS,
		.max_operands = 1,
		.run = cli_run_pick,
	},
	{
		.name = "preview",
		.summary = "a pack as its release would be, marked as a draft",
		.help = "usage: govpub preview [options] PACK\n\n"
			"Makes every output of the next edition of a pack of a "
			"series into preview/PACK\nof the series, with DRAFT on "
			"every page and in every title, and says to whom it\n"
			"would go, what is held, and what changed against the "
			"edition that is out. Site,\nledger and records stay as "
			"they are. What a release would refuse is refused: 3.\n\n"
			"  -o DIR        another folder, outside the series or "
			"in its preview/\n"
			"  --date DATE   with a time, YYYY-MM-DDThh:mmZ: the "
			"moment of the release;\n"
			"                a day: the date of the pack\n" THREADS_OPTION
			"  --json        the outcome as JSON on standard "
			"output\n" COMMON_OPTIONS "\nExamples:\n"
			"  govpub preview press/2015-11-09\n",
		.accepts = CLI_OUTPUT | CLI_DATE | CLI_JSON | CLI_THREADS,
		.max_operands = 1,
		.run = cli_run_preview,
	},
	{
		.name = "approve",
		.summary = "that somebody lets the next edition of a pack go",
		.help = "usage: govpub approve --as NAME [options] PACK\n\n"
			"Records in approvals/ of the series that NAME approves "
			"the next edition of a\npack as a release would make it "
			"now: articles, their order, pictures, what\npack.yaml "
			"and series.yaml say, design and program. Where "
			"series.yaml has\n`approval: required`, `govpub release` "
			"refuses whatever differs, and names it,\nand the keys "
			"of `sign:` sign now.\n\n"
			"  --as NAME     who approves\n"
			"  --date DATE   with a time, YYYY-MM-DDThh:mmZ: the "
			"moment of the approval;\n"
			"                a day: the date of the pack\n" THREADS_OPTION
				COMMON_OPTIONS "\nExamples:\n"
			"  govpub approve --as \"Ann Lee\" press/2015-11-09\n",
		.accepts = CLI_AS | CLI_DATE | CLI_THREADS,
		.max_operands = 1,
		.run = cli_run_approve,
	},
	{
		.name = "release",
		.summary = "packs of a series onto its site",
		.help = "usage: govpub release [options] PACK...\n"
			"       govpub release --all [options] [DIR]\n"
			"       govpub release --due [options] [DIR]\n"
			"       govpub release --undo [options] [DIR]\n\n"
			"Makes the outputs of packs, the folders of a series, "
			"keeps in its ledger who\neach article is, and brings "
			"site/ with its feeds up to date. A pack that was\n"
			"released before gets another edition when something "
			"in it is new. A released\narticle that is missing, or "
			"changed without a row in `corrections:`, is refused:\n"
			"status 3.\n\n"
			"  --all         every pack that is new or changed, by "
			"day; one that is\n"
			"                refused keeps no other back\n"
			"  --due         the packs of which something is due: "
			"texts whose days are over\n"
			"                leave, and what an embargo held back "
			"goes out\n"
			"  --undo        takes the last release back\n"
			"  --date DATE   with a time, YYYY-MM-DDThh:mmZ: the "
			"moment of the release;\n"
			"                a day: the date of the pack\n" THREADS_OPTION
			"  --json        the outcome as JSON on standard "
			"output\n" COMMON_OPTIONS "\nExamples:\n"
			"  govpub release press/2015-11-09\n"
			"  govpub release --all press\n"
			"  govpub release --due press\n"
			"  govpub release --undo press\n",
		.accepts = CLI_RELEASE | CLI_DATE | CLI_JSON | CLI_THREADS,
		.max_operands = 1 << 20,
		.run = cli_run_release,
	},
	{
		.name = "mail",
		.summary = "a released pack as a message, to be sent",
		.help = "usage: govpub mail [options] PACK\n\n"
			"Writes the last edition of a pack that is out as mail "
			"into mail/ of the series,\nfor `sendmail -t` or "
			"msmtp: headlines with the addresses of their pages, or\n"
			"the articles themselves (`mail: full:`). Who gets it "
			"is in series.yaml; every\naddress has to be in "
			"`mail: domains:`. Nothing is sent.\n\n"
			"  --recall      the notice that something of the pack "
			"was withdrawn\n"
			"  --split       several messages, where one would be "
			"more than programs show\n"
			"  --attempt N   the same once more, as another message "
			"than attempt 1\n"
			"  --batch N     addresses in a file of recipients "
			"(default: 100)\n"
			"  --attach LIST epub, pdf or epub,pdf\n" THREADS_OPTION
				COMMON_OPTIONS "\nExamples:\n"
			"  govpub mail press/2015-11-09\n"
			"  msmtp -t < press/mail/2015-11-09-e1.eml\n",
		.accepts = CLI_MAIL | CLI_THREADS,
		.max_operands = 1,
		.run = cli_run_mail,
	},
	{
		.name = "normalise",
		.summary = "what an article becomes, and why",
		.help = "usage: govpub normalise [options] [FILE... | -]\n\n"
			"Prints articles after normalisation: the files named, "
			"standard input for -,\nelse every article of "
			"content/. The pack.yaml beside a file applies to "
			"it.\nAfter a file that cannot be read the others follow; "
			"the status is 3.\n\n"
			"  --format F    json (default for pipes), text, tree, "
			"html, explain or rules\n"
			"  --report FILE all of it as one page for a browser, "
			"source and result\n"
			"                side by side\n"
			"  --url URL     where the page was found, for its "
			"links\n"
			"  --explain     for a person: what was found, "
			"repaired, dropped, and why\n"
			"                (default on a terminal)\n"
			"  --keep-all    drop nothing\n" THREADS_OPTION
				COMMON_OPTIONS "\nExamples:\n"
			"  govpub normalise --explain content/article.txt\n"
			"  govpub normalise --format text - < page.txt\n"
			"  govpub normalise --report how.html\n",
		.accepts = CLI_FORMAT | CLI_KEEP_ALL | CLI_THREADS,
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
		.help = "usage: govpub verify [options] [FOLDER]\n"
			"       govpub verify --reference REF [FOLDER]\n\n"
			"Compares a published folder (default: out) with its "
			"SHA256SUMS and\nmanifest.json: every file there, "
			"none changed, none added.\n\n"
			"The site of a series is held against what its ledger "
			"makes of it.\n\n"
			"  --content DIR compare the inputs that the manifest "
			"names as well\n"
			"  --signers F   check signatures by this file of "
			"allowed signers, as of\n"
			"                ssh-keygen(1); docs/verifying.md does "
			"it without govpub\n"
			"  --revoked F   with it: keys that count no more, "
			"whenever they signed\n"
			"  --date DATE   with it: when a folder without its "
			"series was released\n"
			"  --reference R which pack and edition has the "
			"reference on a printout's last\n"
			"                page; FOLDER: a series, or published "
			"packs\n"
			"  --json        the findings as a JSON array\n" CHECK_OPTIONS
			"\nExit status: 0 nothing differs, 1 something does, "
			"3 the folder cannot be read.\n"
			"With --reference: 0 the edition that is out, 1 one "
			"that is not, or none; 2 no\nreference.\n"
			"\nExamples:\n"
			"  govpub verify\n"
			"  govpub verify --content content /srv/pack\n",
		.accepts = CLI_JSON | CLI_CONTENT | CLI_DATE | CLI_VERIFY |
	                   CLI_NO_DATA,
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
};

enum { N_OWN = sizeof own / sizeof own[0] };

/* ---- formats as commands ---- */

static size_t
count_formats(void)
{
	size_t n = 0;

	while (gp_format_at(n))
		n++;
	return n;
}

static struct cli_command
command_of(const struct gp_format_row *f)
{
	unsigned accepts = FORMAT_ACCEPTS;

	if (f->has_design)
		accepts |= CLI_DESIGN;
	return (struct cli_command){
		.name = f->name,
		.summary = f->summary,
		.format = f,
		.accepts = accepts,
		.max_operands = 1,
		.run = cli_run_format,
	};
}

static void
format_examples(const struct gp_format_row *f, FILE *to)
{
	const char *base = f->file ? "" : "pack";
	const char *rest = f->file ? f->file : f->suffix;

	fprintf(to, "\nExamples:\n  govpub %s\n", f->name);
	if (f->has_design)
		fprintf(to, "  govpub %s --design large-print\n", f->name);
	fprintf(to, "  govpub %s -o %s%s articles\n", f->name, base, rest);
	fprintf(to, "  govpub %s -o - articles > %s%s\n", f->name, base, rest);
}

static void
format_help(const struct gp_format_row *f, FILE *to)
{
	fprintf(to, "usage: govpub %s [options] [FOLDER]\n\n%s\n\n", f->name,
	        f->about);
	if (f->has_design)
		fputs(DESIGN_OPTION, to);
	fprintf(to,
	        "  -o PATH       the file, a folder for it, or - for standard "
	        "output\n                (default: out/%s%s)\n",
	        f->file ? "" : "NAME", f->file ? f->file : f->suffix);
	fputs("  --date DATE   date of the pack, YYYY-MM-DD\n" KEEP_OPTION
	              THREADS_OPTION COMMON_OPTIONS,
	      to);
	format_examples(f, to);
}

/* ---- all of them ---- */

bool
cli_command_at(size_t i, struct cli_command *c)
{
	size_t formats = count_formats();

	if (i > 0 && i <= formats) {
		*c = command_of(gp_format_at(i - 1));
		return true;
	}
	if (i > 0)
		i -= formats;
	if (i >= N_OWN)
		return false;
	*c = own[i];
	return true;
}

bool
cli_command_find(const char *name, struct cli_command *c)
{
	size_t i;

	for (i = 0; cli_command_at(i, c); i++)
		if (strcmp(c->name, name) == 0)
			return true;
	*c = (struct cli_command){ .name = NULL };
	return false;
}

void
cli_command_help(const struct cli_command *c, FILE *to)
{
	if (c->format)
		format_help(c->format, to);
	else
		fputs(c->help, to);
}

void
cli_help(FILE *to)
{
	struct cli_command c;
	size_t i;

	fputs("usage: govpub COMMAND [options] [FOLDER]\n\n"
	      "Turns a folder of news articles (default: content) into a "
	      "briefing pack.\n\n",
	      to);
	for (i = 0; cli_command_at(i, &c); i++)
		fprintf(to, "  %-10s %s\n", c.name, c.summary);
	fputs("\nOptions of every command:\n"
	      "  -C DIR       work as if started in DIR\n"
	      "  --data DIR   the folder of styles/ and fonts/\n"
	      "  -q, --quiet  errors only\n"
	      "  --strict     exit 1 when there are warnings\n"
	      "  -h, --help   help for a command: govpub COMMAND --help\n"
	      "  --version    the version\n\n"
	      "Exit status: 0 done, 1 warnings (with --strict), 2 usage, "
	      "3 input, 4 output,\n5 internal. A bad source is left out with "
	      "a warning, unless pack.yaml names it\nor no other is left (3)."
	      "\n",
	      to);
}
