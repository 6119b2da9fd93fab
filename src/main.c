/* govpub: the program.  Options in, one command run, an exit status out; the
   clock is looked at here and nowhere else, and its time handed on.  It knows
   no command by name and nothing of the library. */
#include "cli/cli.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum {
	KEPT_MEMORY = 16 << 20, /* bytes at the heap's end */
	APART = 4 << 20,        /* bytes of a block that is none of the heap */
};

/* What one page took the next one takes too: given back to the system and
   fetched anew each time, it is cleared each time. */
static void
keep_memory(void)
{
#ifdef __GLIBC__
	(void)mallopt(M_TRIM_THRESHOLD, KEPT_MEMORY);
	(void)mallopt(M_MMAP_THRESHOLD, APART);
#endif
}

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

	keep_memory();
	/* A file that may not grow is an error like a disk that is full. */
	(void)signal(SIGXFSZ, SIG_IGN);
	o.now = (long long)time(NULL);
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
