/*
 * Runs a fuzz target on every file of its seeds, then on inputs that are made
 * of those by damage, always the same ones, and prints TAP: what libFuzzer
 * found once stays mended, on machines that have no libFuzzer too.
 *     fuzz_NAME [-m COUNT] [FILE-OR-FOLDER...]
 *     fuzz_NAME -p NUMBER [FILE-OR-FOLDER...]
 * Without a file, tests/fuzz/seeds/NAME; -p prints the damaged input of that
 * number.  It knows nothing of what the target does; a fault ends the process,
 * and the last line on standard error says which input it was.
 */
#include "fuzz/mutate.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum {
	PATH_SIZE = 4096,
	MOST_SEEDS = 1024,
	FEW_MUTANTS = 200,
	FEWER_MUTANTS = 10, /* where each of them is laid out on pages */
	SECONDS = 60,       /* for one input, of a target under sanitisers */
};

static struct mutant_seed seeds[MOST_SEEDS];
static size_t n_seeds;
static size_t count;
static bool failed;
static bool printed; /* a mutant is asked for, and nothing else */

static void
result(bool good, const char *path, const char *why)
{
	count++;
	printf("%sok %zu - %s%s%s\n", good ? "" : "not ", count, path,
	       *why ? ": " : "", why);
	fflush(stdout);
	if (!good)
		failed = true;
}

/* The bytes are in a block of exactly their size, so that a read behind the
   last one is seen. */
static uint8_t *
read_all(FILE *f, size_t size)
{
	uint8_t *data = malloc(size ? size : 1);

	if (data && fread(data, 1, size, f) == size)
		return data;
	free(data);
	return NULL;
}

/* Nothing of the target's runs on and on. */
static void
run(const uint8_t *data, size_t size)
{
	alarm(SECONDS);
	LLVMFuzzerTestOneInput(data, size);
	alarm(0);
}

/* Kept to the end: mutants are made of it. */
static void
add_seed(const char *path, size_t size)
{
	FILE *f = n_seeds < MOST_SEEDS ? fopen(path, "rb") : NULL;
	uint8_t *data = f ? read_all(f, size) : NULL;

	if (f)
		fclose(f);
	if (data)
		seeds[n_seeds++] = (struct mutant_seed){ data, size };
	else
		result(false, path, "cannot be read");
}

static void
replay_file(const char *path, size_t size)
{
	size_t k = n_seeds;

	add_seed(path, size);
	if (printed || k == n_seeds)
		return;
	fprintf(stderr, "# %s\n", path);
	run(seeds[k].bytes, size);
	result(true, path, "");
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int
is_visible(const struct dirent *d)
{
	return d->d_name[0] != '.';
}

static void
replay(const char *path);

static void
replay_folder(const char *path)
{
	struct dirent **names = NULL;
	int n = scandir(path, &names, is_visible, by_name);

	if (n <= 0)
		result(false, path, "has no seeds");
	for (int i = 0; i < n; i++) {
		char inner[PATH_SIZE];

		(void)snprintf(inner, sizeof inner, "%s/%s", path,
		               names[i]->d_name);
		free(names[i]);
		replay(inner);
	}
	free(names);
}

static void
replay(const char *path)
{
	struct stat st;

	if (stat(path, &st) != 0)
		result(false, path, strerror(errno));
	else if (S_ISDIR(st.st_mode))
		replay_folder(path);
	else
		replay_file(path, (size_t)st.st_size);
}

/* build/asan/tests/fuzz_fuzz_text -> tests/fuzz/seeds/fuzz_text */
static void
replay_seeds(const char *program)
{
	const char *name = strstr(program, "/fuzz_");
	char path[PATH_SIZE];

	(void)snprintf(path, sizeof path, "tests/fuzz/seeds/%s",
	               name ? name + strlen("/fuzz_") : program);
	replay(path);
}

static uint64_t
usual_mutants(const char *program)
{
	return strstr(program, "/fuzz_fuzz_layout") ||
	                       strstr(program, "/fuzz_fuzz_writers")
	               ? FEWER_MUTANTS
	               : FEW_MUTANTS;
}

/* Each in a block of its own size, for the same reason as a seed. */
static void
run_mutants(uint64_t number)
{
	static uint8_t room[MUTANT_BYTES];
	char what[64];
	uint64_t k;

	for (k = 0; k < number; k++) {
		size_t size = mutant(seeds, n_seeds, k, room);
		uint8_t *data = malloc(size ? size : 1);

		fprintf(stderr, "# damaged input %llu\n",
		        (unsigned long long)k);
		if (!data)
			abort();
		memcpy(data, room, size);
		run(data, size);
		free(data);
	}
	(void)snprintf(what, sizeof what, "%llu damaged inputs",
	               (unsigned long long)number);
	result(true, what, "");
}

static void
print_mutant(uint64_t number)
{
	static uint8_t room[MUTANT_BYTES];

	fwrite(room, 1, mutant(seeds, n_seeds, number, room), stdout);
}

static void
free_seeds(void)
{
	while (n_seeds)
		free((void *)(uintptr_t)seeds[--n_seeds].bytes);
}

int
main(int argc, char **argv)
{
	uint64_t mutants = usual_mutants(argv[0]);
	int option, i;

	while ((option = getopt(argc, argv, "m:p:")) != -1) {
		if (option == '?')
			return 2;
		printed = option == 'p';
		mutants = strtoull(optarg, NULL, 10);
	}
	for (i = optind; i < argc; i++)
		replay(argv[i]);
	if (optind == argc)
		replay_seeds(argv[0]);
	if (n_seeds && printed)
		print_mutant(mutants);
	else if (n_seeds)
		run_mutants(mutants);
	free_seeds();
	if (!printed)
		printf("1..%zu\n", count);
	return failed ? 1 : 0;
}
