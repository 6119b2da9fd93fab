/*
 * The command line: a thin user of govpub.h and nothing else of the library.
 * Everything that belongs to the machine and the moment lives here: options,
 * environment, standard streams, signals, the exit status.
 */
#ifndef GP_CLI_CLI_H
#define GP_CLI_CLI_H

#include "govpub.h"

#include <stdio.h>

enum { EXIT_FINDINGS = 1, EXIT_USAGE = 2 };

struct cli_options;

struct cli_command {
	const char *name;
	const char *summary;
	const char *help;                   /* usage, what it does, examples */
	const struct gp_format_row *format; /* the one it makes, whose help is
	                                       made of this row; or NULL */
	unsigned accepts;                   /* bits of enum cli_accepts */
	int max_operands;
	int (*run)(const struct cli_options *o);
};

/* What the options said; strings belong to argv. */
struct cli_options {
	struct cli_command command; /* no name: none was given */
	const char *directory;      /* -C */
	const char *output;         /* -o */
	const char *as;             /* --as */
	const char *date;           /* --date */
	const char *data;           /* --data */
	const char *design;         /* --design */
	const char *format;         /* --format */
	long long now;              /* the clock's time, seconds since 1970 */
	unsigned threads;           /* --threads; 0: as many as processors */
	const char *content;        /* --content */
	const char *url;            /* --url */
	const char *report;         /* --report */
	const char *reference;      /* --reference */
	const char *signers;        /* --signers */
	const char *revoked;        /* --revoked */
	bool explain, keep_all, quiet, json, strict;
	bool help, version, list;
	bool undo, all, due;                  /* of release */
	bool recall, split;                   /* of mail */
	const char *attempt, *batch, *attach; /* of mail */
	const char **operands;                /* what is no option */
	int n_operands;
};

/* Bits of cli_command.accepts: which options a command takes. */
enum cli_accepts {
	CLI_OUTPUT = 1 << 0,
	CLI_DATE = 1 << 1,
	CLI_FORMAT = 1 << 2,
	CLI_JSON = 1 << 3,
	CLI_KEEP_ALL = 1 << 4,
	CLI_DESIGN = 1 << 5,
	CLI_THREADS = 1 << 6,
	CLI_LIST = 1 << 7,
	CLI_CONTENT = 1 << 8,
	CLI_RELEASE = 1 << 10, /* --undo, --all, --due */
	CLI_AS = 1 << 11,
	CLI_VERIFY = 1 << 12, /* --reference, --signers, --revoked */
	CLI_MAIL = 1 << 13,   /* --recall, --split, --attempt, --batch,
	                         --attach */
	CLI_NO_DATA = 1 << 9, /* no option: works without styles and fonts */
};

/* Command `i` in the order of the general help; false behind the last. */
bool
cli_command_at(size_t i, struct cli_command *c);
/* The command of that name; false when there is none. */
bool
cli_command_find(const char *name, struct cli_command *c);
/* The help of a command. */
void
cli_command_help(const struct cli_command *c, FILE *to);

/* Reads argv; false after a message on standard error.  o->operands has room
   for argc strings. */
bool
cli_options_read(int argc, char **argv, struct cli_options *o);

/* The name nearest to `word` when it is near enough to be a slip of the
   fingers, else NULL; `names` ends in NULL. */
const char *
cli_nearest(const char *word, const char *const *names);

/* The general help. */
void
cli_help(FILE *to);

enum { CLI_READ_LIMIT = 64 * 1024 * 1024 }; /* bytes of a file */

/* Commands that make outputs; cli_command.run. */
int
cli_run_publish(const struct cli_options *o);
int
cli_run_format(const struct cli_options *o);

/* cli_command.run of `normalise`. */
int
cli_run_normalise(const struct cli_options *o);

/* cli_command.run of `rules`. */
int
cli_run_rules(const struct cli_options *o);

/* Commands on a series of packs; cli_command.run. */
int
cli_run_series(const struct cli_options *o);
int
cli_run_release(const struct cli_options *o);

/* Commands of a morning, before a release; cli_command.run. */
int
cli_run_next(const struct cli_options *o);
int
cli_run_pick(const struct cli_options *o);
int
cli_run_preview(const struct cli_options *o);
int
cli_run_approve(const struct cli_options *o);

/* cli_command.run of `mail`. */
int
cli_run_mail(const struct cli_options *o);

/* Commands that look at finished files; cli_command.run. */
int
cli_run_check(const struct cli_options *o);
int
cli_run_verify(const struct cli_options *o);

/* ---- running ---- */

/* A run: settings, findings, error. */
struct cli_run {
	const struct cli_options *options;
	struct gp_settings settings;
	struct gp_diag *diag;
	struct gp_err err;
	int failed;      /* status of the errors shown so far; 0: none */
	char data[4096]; /* the data folder */
	bool progress;   /* shown on standard error */
	bool colour;     /* of levels, there */
	bool findings_shown;
};

/* Prepares settings from the options and the environment; false with
   r->err. */
bool
cli_run_begin(struct cli_run *r, const struct cli_options *o);

/* After a failed operand: shows r->err and forgets it but for the status, so
   that the next can be tried; false when it would fare no better (no memory,
   no room for output, a signal): then r->err stays. */
bool
cli_run_go_on(struct cli_run *r);

/* Shows findings and the error on standard error, frees, and gives the exit
   status; a caught SIGINT or SIGTERM ends the process by that signal. */
int
cli_run_end(struct cli_run *r);

/* Prints the findings on standard error, those of a file together; the second
   call prints nothing, so that a summary can stand behind them. */
void
cli_findings_show(struct cli_run *r);

/* For a command whose result they are: prints them on standard output, ends the
   run and gives the status, EXIT_FINDINGS when there is more than notes. */
int
cli_result_end(struct cli_run *r);

/* "note", "warning" or "error". */
const char *
cli_level(enum gp_level level);

/* The content folder: the only operand, or "content". */
const char *
cli_folder(const struct cli_options *o);

/* ---- reporting ---- */

/* The outcome as one JSON object on standard output. */
void
cli_report_json(const struct cli_run *r, const struct gp_published *done);

/* The same of a release, with what it did. */
void
cli_report_release(const struct cli_run *r, const struct gp_series_done *done);

/* The same of a preview or an approval, with what the library said of it, the
   text of a JSON value or NULL, under `key`. */
void
cli_report_morning(const struct cli_run *r, const char *key, const char *said,
                   size_t size);

/* Writes everything to standard output; false with r->err. */
bool
cli_print(struct cli_run *r, const struct gp_bytes *b);

/* Reads standard input to its end, at most `limit` bytes. */
bool
cli_read_input(size_t limit, struct gp_bytes *out, struct gp_err *e);

/* A pack in its series, which looks as it will when it is released. */
struct cli_pack {
	char folder[4096], name[4096]; /* of the series, the pack */
	char file[4096], pack[4096];   /* paths */
};

/* False when the folder is no pack of a series. */
bool
cli_pack_find(const char *folder, struct cli_pack *p);

/* Runs a program for the library; settings.run. */
bool
cli_program_run(void *unused, const struct gp_program *p,
                struct gp_program_end *end, struct gp_err *e);

/* Signals: the flag that settings.cancelled polls. */
void
cli_signals_catch(void);
bool
cli_signalled(void *unused);
/* Dies by the caught signal, if there was one. */
void
cli_signals_die(void);

/* Progress on a terminal: settings.progress. */
void
cli_progress(void *run, const char *stage, size_t done, size_t total);
void
cli_progress_clear(const struct cli_run *r);

#endif
