/* govpub: the program.  Options in, one command run, an exit status out.  It
   knows no command by name and nothing of the library. */
#include "cli/cli.h"

#include <stdio.h>
#include <stdlib.h>

static int
run_command(struct cli_options *o, int argc, char **argv)
{
	if (!cli_options_read(argc, argv, o))
		return EXIT_USAGE;
	if (o->version) {
		printf("govpub %s\n", gp_version());
		return 0;
	}
	if (o->help && o->command.name) {
		cli_command_help(&o->command, stdout);
		return 0;
	}
	if (o->help) {
		cli_help(stdout);
		return 0;
	}
	return o->command.run(o);
}

int
main(int argc, char **argv)
{
	struct cli_options o = { 0 };
	int status;

	o.operands = calloc((size_t)argc + 1, sizeof *o.operands);
	if (!o.operands)
		return gp_exit_status(GP_NOMEM);
	status = run_command(&o, argc, argv);
	free(o.operands);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		fputs("govpub: cannot write to standard output\n", stderr);
		return gp_exit_status(GP_OUTPUT);
	}
	return status;
}
