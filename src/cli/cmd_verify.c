/* The command that holds what was published against what is known of it, be it
   one folder or the site of a series.  Which of the two a path means is decided
   here, and not what differs: that the library says. */
#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>

enum { PATH_SIZE = 4096 };

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
		(void)gp_series_verify(folder, r->settings.data, r->diag,
		                       &r->err);
		return;
	}
	r->err.code = GP_USAGE;
	(void)snprintf(r->err.msg, sizeof r->err.msg,
	               "--content is for one pack: `govpub verify "
	               "%.100s/site/PACK --content %.100s/PACK`",
	               folder, folder);
}

/* Without a name: the series that one stands in, else what was published. */
static void
find_reference(struct cli_run *r)
{
	const struct cli_options *o = r->options;
	const char *name = o->n_operands ? o->operands[0] : ".";
	char folder[PATH_SIZE];

	if (find_series(name, folder))
		(void)gp_series_reference_find(folder, o->reference, r->diag,
		                               &r->err);
	else
		(void)gp_reference_find(o->n_operands ? folder_of(name, folder)
		                                      : "out",
		                        o->reference, r->diag, &r->err);
}

/* What differs first, then whether what is there is signed. */
static void
verify(struct cli_run *r)
{
	const struct cli_options *o = r->options;
	const char *name = o->n_operands ? o->operands[0] : "out";
	const struct gp_signers_wanted signers = { o->signers, o->revoked };
	char folder[PATH_SIZE];

	if (find_series(name, folder)) {
		verify_series(r, folder);
		if (r->err.code == GP_OK)
			(void)gp_series_signatures_verify(&r->settings,
			                                  &signers, folder,
			                                  r->diag, &r->err);
		return;
	}
	name = folder_of(name, folder);
	if (gp_verify(name, o->content, r->diag, &r->err))
		(void)gp_signatures_verify(&r->settings, &signers, name,
		                           r->diag, &r->err);
}

int
cli_run_verify(const struct cli_options *o)
{
	struct cli_run r;

	if (!cli_run_begin(&r, o))
		return cli_result_end(&r);
	if (o->revoked && !o->signers) {
		r.err.code = GP_USAGE;
		(void)snprintf(r.err.msg, sizeof r.err.msg,
		               "--revoked goes with --signers FILE");
	} else if (o->reference)
		find_reference(&r);
	else
		verify(&r);
	return cli_result_end(&r);
}
