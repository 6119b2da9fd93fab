/* The terminal: progress while a run lasts, signals that end it.  A signal
   is only noted; the run asks and ends in order, and then dies of it.
   Nothing is printed where nobody watches. */
#include "cli/cli.h"

#include <signal.h>
#include <stdio.h>

static volatile sig_atomic_t caught;

static void
on_signal(int number)
{
	caught = number;
}

/* Whoever started this may have wanted a signal ignored (nohup). */
static void catch (int number)
{
	struct sigaction action = { .sa_handler = on_signal }, before;

	sigemptyset(&action.sa_mask);
	if (sigaction(number, NULL, &before) == 0 &&
	    before.sa_handler == SIG_IGN)
		return;
	(void)sigaction(number, &action, NULL);
}

void
cli_signals_catch(void)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	catch (SIGINT);
	catch (SIGTERM);
	catch (SIGHUP);
	/* A pager that was closed is an output error, not a crash. */
	sigemptyset(&ignore.sa_mask);
	(void)sigaction(SIGPIPE, &ignore, NULL);
}

bool
cli_signalled(void *unused)
{
	(void)unused;
	return caught != 0;
}

void
cli_signals_die(void)
{
	struct sigaction action = { .sa_handler = SIG_DFL };
	int number = caught;

	if (!number)
		return;
	sigemptyset(&action.sa_mask);
	(void)sigaction(number, &action, NULL);
	(void)raise(number);
}

static const char clear_line[] = "\r\033[K";

void
cli_progress(void *run, const char *stage, size_t done, size_t total)
{
	const struct cli_run *r = run;

	if (!r->progress)
		return;
	fprintf(stderr, "%s%s %zu/%zu", clear_line, stage, done, total);
	fflush(stderr);
}

void
cli_progress_clear(const struct cli_run *r)
{
	if (r->progress)
		fputs(clear_line, stderr);
}
