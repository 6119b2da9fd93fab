/*
 * How fast pages become trees, and how much memory those take: the files
 * named, or the pages of tests/golden/html many times over.  The best of a
 * few rounds.
 */
#include "base/file.h"
#include "base/limits.h"
#include "import/html/parse/flat.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

enum { ROUNDS = 20, MOST_FILES = 4096 };

struct tally {
	size_t bytes, memory, nodes, failed;
};

static double
seconds(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
run(const struct gp_bytes *page, struct tally *t)
{
	struct gp_arena *arena = gp_arena_new(GP_MAX_DOC_ARENA);
	struct gp_flat *d = NULL;
	struct gp_err e = { 0 };

	if (!arena)
		return;
	t->bytes += page->size;
	if (gp_flat_parse((struct gp_str){ (char *)page->data, page->size },
	                  NULL, arena, &d, &e))
		t->nodes += d->n_nodes;
	else
		t->failed++;
	t->memory += gp_arena_used(arena);
	gp_arena_free(arena);
}

static void
measure(const struct gp_bytes *pages, size_t n)
{
	double best = 1e9, start, took;
	struct tally t = { 0 };
	size_t round, i;

	for (round = 0; round < ROUNDS; round++) {
		t = (struct tally){ 0 };
		start = seconds();
		for (i = 0; i < n; i++)
			run(&pages[i], &t);
		took = seconds() - start;
		best = took < best ? took : best;
	}
	printf("%zu pages (%zu failed), %.1f MB, %zu nodes: %.4f s, %.0f MB/s, "
	       "memory %.2f times the source\n",
	       n, t.failed, (double)t.bytes / 1e6, t.nodes, best,
	       (double)t.bytes / 1e6 / best,
	       (double)t.memory / (double)t.bytes);
}

static size_t
read_pages(char **paths, size_t n, struct gp_bytes *pages)
{
	struct gp_err e = { 0 };
	size_t i, count = 0;

	for (i = 0; i < n && count < MOST_FILES; i++)
		count += gp_read(paths[i], GP_MAX_SOURCE_BYTES, &pages[count],
		                 &e);
	return count;
}

int
main(int argc, char **argv)
{
	static struct gp_bytes pages[MOST_FILES];
	glob_t found = { .gl_pathc = 0 };
	size_t n;

	if (argc > 1) {
		n = read_pages(argv + 1, (size_t)argc - 1, pages);
	} else {
		if (glob("tests/golden/html/*.html", 0, NULL, &found) != 0)
			return 1;
		n = read_pages(found.gl_pathv, found.gl_pathc, pages);
		globfree(&found);
	}
	measure(pages, n);
	while (n--)
		gp_bytes_free(&pages[n]);
	return 0;
}
