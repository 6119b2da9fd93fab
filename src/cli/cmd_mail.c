/* The command `mail`: numbers of its options read, and where the message lies.
   What is in it, and who gets it, is the library's matter. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>

/* More of either is a slip of the fingers. */
enum { MOST = 10000 };

static bool
fail_usage(struct cli_run *r, const char *what)
{
	r->err.code = GP_USAGE;
	(void)snprintf(r->err.msg, sizeof r->err.msg, "%s", what);
	return false;
}

/* A number from 1; one that is not given is left alone. */
static bool
take_number(struct cli_run *r, const char *text, const char *what,
            unsigned *out)
{
	unsigned long n;
	char *end;

	if (!text)
		return true;
	n = strtoul(text, &end, 10);
	if (text[0] < '0' || text[0] > '9' || *end || n < 1 || n > MOST)
		return fail_usage(r, what);
	*out = (unsigned)n;
	return true;
}

static bool
find_pack(struct cli_run *r, struct cli_pack *p)
{
	const struct cli_options *o = r->options;
	const char *path = o->n_operands ? o->operands[0] : ".";

	if (!gp_series_find(path, p->folder, p->name, sizeof p->name, &r->err))
		return false;
	return p->name[0] ||
	       fail_usage(r, "name the folder of a pack, not that of its "
	                     "series");
}

static bool
take_wanted(struct cli_run *r, struct gp_mail_wanted *wanted)
{
	const struct cli_options *o = r->options;

	wanted->recall = o->recall;
	wanted->split = o->split;
	wanted->attach = o->attach;
	if (o->recall && (o->split || o->attach))
		return fail_usage(r, "--recall goes with neither --split nor "
		                     "--attach");
	return take_number(r, o->attempt,
	                   "--attempt wants a number from 1 to 10000",
	                   &wanted->attempt) &&
	       take_number(r, o->batch,
	                   "--batch wants a number from 1 to 10000",
	                   &wanted->batch);
}

static void
show(const struct cli_run *r, const struct gp_mailed *done)
{
	cli_progress_clear(r);
	if (r->options->quiet)
		return;
	printf("%s: edition %u, %zu message%s", done->path, done->edition,
	       done->messages, done->messages == 1 ? "" : "s");
	if (done->recipients)
		printf("; %zu recipient%s in %zu file%s beside it",
		       done->recipients, done->recipients == 1 ? "" : "s",
		       done->envelopes, done->envelopes == 1 ? "" : "s");
	puts("");
}

int
cli_run_mail(const struct cli_options *o)
{
	struct gp_mail_wanted wanted = { .attempt = 1 };
	struct gp_series_call call = { .folder = NULL };
	struct gp_mailed done;
	struct cli_pack p;
	struct cli_run r;

	if (cli_run_begin(&r, o) && take_wanted(&r, &wanted) &&
	    find_pack(&r, &p)) {
		call.folder = p.folder;
		if (gp_series_mail(&r.settings, &call, p.name, &wanted, &done,
		                   r.diag, &r.err))
			show(&r, &done);
	}
	return cli_run_end(&r);
}
