/*
 * How long the English patterns take to load: by libhyphen, and by the reader
 * of typeset/lines (docs/decisions/0002).  It divides no word.
 */
#include "base/file.h"
#include "base/limits.h"
#include "typeset/lines/patterns.h"

#include <hyphen.h>
#include <stdio.h>
#include <time.h>

enum { ROUNDS = 50 };

static const char path[] = "styles/hyphen/hyph_en_GB.dic";

static double
milliseconds(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

static void
load_theirs(void)
{
	HyphenDict *dict = hnj_hyphen_load(path);

	if (dict)
		hnj_hyphen_free(dict);
}

static void
load_ours(void)
{
	struct gp_err e = { 0 };
	struct gp_bytes file = { NULL, 0 };

	if (gp_read(path, GP_MAX_STYLE_BYTES, &file, &e))
		gp_patterns_free(gp_patterns_new(
			path,
			(struct gp_str){ (const char *)file.data, file.size },
			&e));
	gp_bytes_free(&file);
}

static double
mean(void (*load)(void))
{
	double start = milliseconds();
	int i;

	for (i = 0; i < ROUNDS; i++)
		load();
	return (milliseconds() - start) / ROUNDS;
}

int
main(void)
{
	double theirs = mean(load_theirs), ours = mean(load_ours);

	printf("patterns of English loaded: libhyphen %.2f ms, govpub %.2f "
	       "ms\n",
	       theirs, ours);
	printf("figure | patterns of English loaded | ms | govpub %.3f | "
	       "libhyphen %.3f\n",
	       ours, theirs);
	return 0;
}
