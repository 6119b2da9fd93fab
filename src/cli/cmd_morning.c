/* What an editor does before a release: the folder of a pack made.  What each
   means is the library's matter. */
#include "cli/cli.h"

#include <stdio.h>

enum { PATH_SIZE = 4096 };

int
cli_run_next(const struct cli_options *o)
{
	const char *folder = o->n_operands ? o->operands[0] : ".";
	char path[PATH_SIZE];
	struct cli_run r;

	if (cli_run_begin(&r, o) && gp_series_next(&r.settings, folder, path,
	                                           sizeof path, r.diag, &r.err))
		puts(path);
	return cli_run_end(&r);
}
