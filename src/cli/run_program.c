/* Another program run for the library, without a shell: its input and its
   outputs are files in memory, so neither side waits for the other and no
   output is too long; of what is open here it gets nothing else.  The
   environment is handed on as it is, for agents and hardware keys.  What the
   program is for, and what its outputs mean, is not known here. */
#define _GNU_SOURCE 1 /* memfd_create, closing all descriptors */

#include "cli/cli.h"

#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

enum {
	SECONDS = 120, /* for a passphrase or a touch to be given */
	MOST_READ = 64 * 1024,
	MOST_ARGUMENTS = 32,
	FIRST_NAP = 500 * 1000, /* nanoseconds between two looks, at first... */
	LAST_NAP = 20 * 1000 * 1000, /* ...and when it takes long */
};

struct running {
	const struct gp_program *program;
	int files[3]; /* input, output, standard error */
	char *arguments[MOST_ARGUMENTS + 2];
	size_t n; /* of them, without the name of the program */
	pid_t child;
	int wait; /* as waitpid() tells */
};

/* ---- what it gets ---- */

static bool
put_input(int file, const struct gp_program *p)
{
	const char *at = p->input;
	size_t left = p->input_size;
	ssize_t n;

	while (left > 0) {
		n = write(file, at, left);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return false;
		at += n;
		left -= (size_t)n;
	}
	return lseek(file, 0, SEEK_SET) == 0;
}

static bool
open_files(struct running *r)
{
	size_t i;

	for (i = 0; i < 3; i++)
		r->files[i] = -1;
	for (i = 0; i < 3; i++) {
		r->files[i] = memfd_create("govpub", MFD_CLOEXEC);
		if (r->files[i] < 0)
			return false;
	}
	return put_input(r->files[0], r->program);
}

/* The name of a file, or what lies in the home under it. */
static char *
in_home(const char *argument)
{
	const char *home = getenv("HOME");
	size_t size = strlen(argument) + (home ? strlen(home) : 0) + 1;
	char *path;

	if (strncmp(argument, "~/", 2) != 0 || !home)
		return strdup(argument);
	path = malloc(size);
	if (path)
		(void)snprintf(path, size, "%s%s", home, argument + 1);
	return path;
}

/* Of ssh-keygen: a key, a list of signers, of revoked keys, a signature. */
static bool
names_file(const char *before)
{
	return strcmp(before, "-f") == 0 || strcmp(before, "-r") == 0 ||
	       strcmp(before, "-s") == 0;
}

static bool
list_arguments(struct running *r)
{
	const char *const *from = r->program->arguments;

	r->arguments[0] = strdup(r->program->name);
	while (r->arguments[r->n] && *from && r->n < MOST_ARGUMENTS) {
		const char *argument = *from++;
		bool is_file = names_file(r->arguments[r->n]);

		r->arguments[++r->n] =
			is_file ? in_home(argument) : strdup(argument);
	}
	return r->arguments[r->n] && !*from;
}

static void
end_running(struct running *r)
{
	size_t i;

	for (i = 0; i <= r->n; i++)
		free(r->arguments[i]);
	for (i = 0; i < 3; i++)
		if (r->files[i] >= 0)
			(void)close(r->files[i]);
}

/* ---- from its beginning to its end ---- */

/* What this program ignores or waits for, that one does not. */
static bool
set_signals(posix_spawnattr_t *how)
{
	sigset_t none, defaults;

	sigemptyset(&none);
	sigemptyset(&defaults);
	sigaddset(&defaults, SIGINT);
	sigaddset(&defaults, SIGTERM);
	sigaddset(&defaults, SIGHUP);
	sigaddset(&defaults, SIGPIPE);
	return posix_spawnattr_setsigmask(how, &none) == 0 &&
	       posix_spawnattr_setsigdefault(how, &defaults) == 0 &&
	       posix_spawnattr_setflags(how, POSIX_SPAWN_SETSIGMASK |
	                                             POSIX_SPAWN_SETSIGDEF) ==
	               0;
}

static bool
set_files(posix_spawn_file_actions_t *files, const struct running *r)
{
	int i;

	for (i = 0; i < 3; i++)
		if (posix_spawn_file_actions_adddup2(files, r->files[i], i) !=
		    0)
			return false;
	return posix_spawn_file_actions_addclosefrom_np(files, 3) == 0;
}

/* An errno value. */
static int
begin(struct running *r)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	int failed = ENOMEM;

	if (posix_spawn_file_actions_init(&files) != 0)
		return failed;
	if (posix_spawnattr_init(&how) == 0) {
		if (set_files(&files, r) && set_signals(&how))
			failed = posix_spawnp(&r->child, r->program->name,
			                      &files, &how, r->arguments,
			                      environ);
		(void)posix_spawnattr_destroy(&how);
	}
	(void)posix_spawn_file_actions_destroy(&files);
	return failed;
}

static bool
is_over(const struct timespec *since)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec - since->tv_sec >= SECONDS;
}

/* False when its time was over, or somebody wants to stop: it is ended then. */
static bool
wait_for(struct running *r)
{
	struct timespec since, nap = { .tv_nsec = FIRST_NAP };
	pid_t done;

	(void)clock_gettime(CLOCK_MONOTONIC, &since);
	for (;;) {
		done = waitpid(r->child, &r->wait, WNOHANG);
		if (done == r->child || (done < 0 && errno != EINTR))
			return done == r->child;
		if (is_over(&since) || cli_signalled(NULL))
			break;
		(void)nanosleep(&nap, NULL);
		if (nap.tv_nsec < LAST_NAP)
			nap.tv_nsec *= 2;
	}
	(void)kill(r->child, SIGKILL);
	while (waitpid(r->child, &r->wait, 0) < 0 && errno == EINTR)
		;
	return false;
}

/* ---- what it left ---- */

static bool
take_bytes(int file, struct gp_bytes *out)
{
	ssize_t n;

	out->data = malloc(MOST_READ);
	if (!out->data)
		return false;
	while (out->size < MOST_READ) {
		n = pread(file, out->data + out->size, MOST_READ - out->size,
		          (off_t)out->size);
		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return n == 0;
		out->size += (size_t)n;
	}
	return true;
}

static bool
take_end(struct running *r, struct gp_program_end *end)
{
	end->ended = wait_for(r);
	if (end->ended && WIFEXITED(r->wait))
		end->status = WEXITSTATUS(r->wait);
	return take_bytes(r->files[1], &end->out) &&
	       take_bytes(r->files[2], &end->said);
}

static bool
fail_run(struct gp_err *e, enum gp_code code, const char *what)
{
	e->code = code;
	(void)snprintf(e->msg, sizeof e->msg, "%s", what);
	return false;
}

bool
cli_program_run(void *unused, const struct gp_program *p,
                struct gp_program_end *end, struct gp_err *e)
{
	struct running r = { .program = p };
	bool ok;

	(void)unused;
	*end = (struct gp_program_end){ .status = -1 };
	ok = open_files(&r) && list_arguments(&r);
	end->found = ok && begin(&r) == 0;
	ok = ok && (!end->found || take_end(&r, end));
	end_running(&r);
	if (ok && !cli_signalled(NULL))
		return true;
	gp_bytes_free(&end->out);
	gp_bytes_free(&end->said);
	return cli_signalled(NULL)
	               ? fail_run(e, GP_CANCELLED, "stopped")
	               : fail_run(e, GP_NOMEM, "no memory to run a program");
}
