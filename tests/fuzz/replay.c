/*
 * Runs a fuzz target on every file of its seeds and prints TAP: what libFuzzer
 * found once stays mended, on machines that have no libFuzzer too.
 * Usage: fuzz_NAME [FILE-OR-FOLDER...]; without any, tests/fuzz/seeds/NAME.
 * It knows nothing of what the target does; a fault ends the process.
 */
#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { PATH_SIZE = 4096 };

static size_t count;
static bool failed;

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

static void
replay_file(const char *path, size_t size)
{
	FILE *f = fopen(path, "rb");
	uint8_t *data = f ? read_all(f, size) : NULL;

	if (f)
		fclose(f);
	if (!data) {
		result(false, path, "cannot be read");
		return;
	}
	fprintf(stderr, "# %s\n", path);
	LLVMFuzzerTestOneInput(data, size);
	free(data);
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

int
main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++)
		replay(argv[i]);
	if (argc == 1)
		replay_seeds(argv[0]);
	printf("1..%zu\n", count);
	return failed ? 1 : 0;
}
