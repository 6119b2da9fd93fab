/* Options: argv to struct cli_options by a table, with a useful word for
   every slip.  Whether a value makes sense (a date, a design) is asked
   later, by those who use it; no file is touched here. */
#include "cli/cli.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAME_MAX_LENGTH = 32, MOST_THREADS = 64, MOST_COMMANDS = 64 };

enum option_kind { FLAG, VALUE, COUNT };

struct option {
	const char *name; /* "--date", or "-C" */
	enum option_kind kind;
	size_t offset;    /* of a bool, a string or an unsigned in struct
	                     cli_options */
	unsigned accepts; /* 0: every command */
};

#define AT(member) offsetof(struct cli_options, member)

static const struct option options[] = {
	{ "-C", VALUE, AT(directory), 0 },
	{ "-o", VALUE, AT(output), CLI_OUTPUT },
	{ "-h", FLAG, AT(help), 0 },
	{ "-q", FLAG, AT(quiet), 0 },
	{ "--output", VALUE, AT(output), CLI_OUTPUT },
	{ "--as", VALUE, AT(as), CLI_AS },
	{ "--date", VALUE, AT(date), CLI_DATE },
	{ "--data", VALUE, AT(data), 0 },
	{ "--design", VALUE, AT(design), CLI_DESIGN },
	{ "--format", VALUE, AT(format), CLI_FORMAT },
	{ "--content", VALUE, AT(content), CLI_CONTENT },
	{ "--list", FLAG, AT(list), CLI_LIST },
	{ "--url", VALUE, AT(url), CLI_FORMAT },
	{ "--explain", FLAG, AT(explain), CLI_FORMAT },
	{ "--report", VALUE, AT(report), CLI_FORMAT },
	{ "--reference", VALUE, AT(reference), CLI_VERIFY },
	{ "--signers", VALUE, AT(signers), CLI_VERIFY },
	{ "--revoked", VALUE, AT(revoked), CLI_VERIFY },
	{ "--keep-all", FLAG, AT(keep_all), CLI_KEEP_ALL },
	{ "--quiet", FLAG, AT(quiet), 0 },
	{ "--json", FLAG, AT(json), CLI_JSON },
	{ "--threads", COUNT, AT(threads), CLI_THREADS },
	{ "--undo", FLAG, AT(undo), CLI_RELEASE },
	{ "--due", FLAG, AT(due), CLI_RELEASE },
	{ "--all", FLAG, AT(all), CLI_RELEASE },
	{ "--recall", FLAG, AT(recall), CLI_MAIL },
	{ "--split", FLAG, AT(split), CLI_MAIL },
	{ "--attempt", VALUE, AT(attempt), CLI_MAIL },
	{ "--batch", VALUE, AT(batch), CLI_MAIL },
	{ "--attach", VALUE, AT(attach), CLI_MAIL },
	{ "--strict", FLAG, AT(strict), 0 },
	{ "--help", FLAG, AT(help), 0 },
	{ "--version", FLAG, AT(version), 0 },
};

enum { N_OPTIONS = sizeof options / sizeof options[0] };

/* ---- nearest name ---- */

static size_t
smallest(size_t a, size_t b, size_t c)
{
	size_t least = a < b ? a : b;

	return least < c ? least : c;
}

/* Edits between two short words (Levenshtein 1966). */
static size_t
distance(const char *a, const char *b)
{
	size_t row[NAME_MAX_LENGTH + 1];
	size_t i, j, diagonal, above, n = strlen(a), m = strlen(b);

	if (n > NAME_MAX_LENGTH || m > NAME_MAX_LENGTH)
		return NAME_MAX_LENGTH;
	for (j = 0; j <= m; j++)
		row[j] = j;
	for (i = 1; i <= n; i++) {
		diagonal = row[0];
		row[0] = i;
		for (j = 1; j <= m; j++) {
			above = row[j];
			row[j] = smallest(diagonal + (a[i - 1] != b[j - 1]),
			                  above + 1, row[j - 1] + 1);
			diagonal = above;
		}
	}
	return row[m];
}

const char *
cli_nearest(const char *word, const char *const *names)
{
	const char *best = NULL;
	size_t least = strlen(word) / 3 + 2, now;

	for (; *names; names++) {
		now = distance(word, *names);
		if (now < least) {
			least = now;
			best = *names;
		}
	}
	return best;
}

/* ---- complaints ---- */

static bool
complain(const char *what, const char *word, const char *near)
{
	fprintf(stderr, "govpub: %s `%s`", what, word);
	if (near)
		fprintf(stderr, "; did you mean `%s`?", near);
	fputs("\nTry `govpub --help`.\n", stderr);
	return false;
}

static bool
unknown_option(const char *word, size_t length)
{
	const char *names[N_OPTIONS + 1] = { NULL };
	char name[NAME_MAX_LENGTH + 2];
	size_t i;

	for (i = 0; i < N_OPTIONS; i++)
		names[i] = options[i].name;
	(void)snprintf(name, sizeof name, "%.*s", (int)length, word);
	return complain("there is no option", word, cli_nearest(name, names));
}

static bool
unknown_command(const char *word)
{
	const char *names[MOST_COMMANDS + 1] = { NULL };
	struct cli_command c;
	size_t i;

	for (i = 0; i < MOST_COMMANDS && cli_command_at(i, &c); i++)
		names[i] = c.name;
	return complain("there is no command", word, cli_nearest(word, names));
}

/* ---- reading ---- */

static const struct option *
find_option(const char *word, size_t length)
{
	size_t i;

	for (i = 0; i < N_OPTIONS; i++)
		if (strlen(options[i].name) == length &&
		    memcmp(options[i].name, word, length) == 0)
			return &options[i];
	return NULL;
}

static bool
take_count(const char *word, char *slot)
{
	char *end;
	unsigned long n = strtoul(word, &end, 10);
	unsigned count = (unsigned)n;

	if (word[0] < '0' || word[0] > '9' || *end || n < 1 || n > MOST_THREADS)
		return complain("a number from 1 to 64 is wanted, not", word,
		                NULL);
	memcpy(slot, &count, sizeof count);
	return true;
}

/* One option at argv[*i]; *i ends on its last word. */
static bool
take_option(int argc, char **argv, int *i, struct cli_options *o,
            unsigned *used)
{
	const char *word = argv[*i], *equals = strchr(word, '=');
	size_t length = equals ? (size_t)(equals - word) : strlen(word);
	const struct option *option = find_option(word, length);
	char *slot;

	if (!option)
		return unknown_option(word, length);
	*used |= option->accepts;
	slot = (char *)o + option->offset;
	if (option->kind == FLAG) {
		if (equals)
			return complain("this option takes no value:", word,
			                NULL);
		memcpy(slot, &(bool){ true }, sizeof(bool));
		return true;
	}
	if (!equals && *i + 1 >= argc)
		return complain("this option wants a value:", word, NULL);
	word = equals ? equals + 1 : argv[++*i];
	if (!word[0])
		return complain("this option wants a value:", option->name,
		                NULL);
	if (option->kind == COUNT)
		return take_count(word, slot);
	memcpy(slot, &word, sizeof word);
	return true;
}

/* What was given must be what the command takes. */
static bool
check_given(const struct cli_options *o, unsigned used)
{
	unsigned wrong;
	size_t i;

	if (o->help || o->version)
		return true;
	if (!o->command.name) {
		cli_help(stderr);
		return false;
	}
	wrong = used & ~o->command.accepts;
	for (i = 0; wrong && i < N_OPTIONS; i++)
		if (options[i].accepts & wrong)
			return complain("this command does not take",
			                options[i].name, NULL);
	if (o->n_operands > o->command.max_operands)
		return complain("this is one name too many:",
		                o->operands[o->command.max_operands], NULL);
	return true;
}

bool
cli_options_read(int argc, char **argv, struct cli_options *o)
{
	bool only_operands = false;
	unsigned used = 0;
	int i;

	for (i = 1; i < argc; i++) {
		const char *word = argv[i];

		if (!only_operands && strcmp(word, "--") == 0) {
			only_operands = true;
		} else if (!only_operands && word[0] == '-' && word[1]) {
			if (!take_option(argc, argv, &i, o, &used))
				return false;
		} else if (!o->command.name) {
			if (!cli_command_find(word, &o->command))
				return unknown_command(word);
		} else {
			o->operands[o->n_operands++] = word;
		}
	}
	return check_given(o, used);
}
