/*
 * How fast pages are read: import and normalisation of the files named, one
 * after the other in one process, and the peak of its memory.  Without names:
 * the pages of tests/golden/html, many times over.
 */
#include "base/limits.h"
#include "import/import.h"
#include "normalise/normalise.h"
#include "normalise/rules/rules.h"

#include <glob.h>
#include <stdio.h>
#include <sys/resource.h>
#include <time.h>

enum { ROUNDS = 200 };

struct tally {
	double import, normalise; /* seconds */
	size_t bytes, files, failed;
};

static double
seconds(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
run(const char *path, const struct gp_rules *rules, struct tally *t)
{
	struct gp_normaliser how = { .rules = rules };
	struct gp_err e = { 0 };
	struct gp_bytes bytes = { NULL, 0 };
	struct gp_source_bytes source = { .name = path };
	struct gp_draft *draft;
	const struct gp_doc *doc = NULL;
	double start, middle;

	if (!gp_read(path, GP_MAX_SOURCE_BYTES, &bytes, &e))
		return;
	source.data = (struct gp_str){ (char *)bytes.data, bytes.size };
	start = seconds();
	draft = gp_import(&source, NULL, &e);
	middle = seconds();
	if (draft)
		doc = gp_normalise(draft, &how, &e);
	gp_draft_free(draft);
	t->import += middle - start;
	t->normalise += seconds() - middle;
	t->bytes += bytes.size;
	t->files++;
	t->failed += !doc;
	gp_doc_free(doc);
	gp_bytes_free(&bytes);
}

static struct gp_rules *
read_rules(void)
{
	static const char path[] = "styles/boilerplate.tsv";
	struct gp_err e = { 0 };
	struct gp_bytes file = { NULL, 0 };
	struct gp_rules *rules = NULL;

	if (gp_read(path, GP_MAX_STYLE_BYTES, &file, &e))
		rules = gp_rules_new(
			path, (struct gp_str){ (char *)file.data, file.size },
			NULL, &e);
	gp_bytes_free(&file);
	return rules;
}

static void
run_samples(const struct gp_rules *rules, struct tally *t)
{
	glob_t found;
	size_t i, k;

	if (glob("tests/golden/html/*.html", 0, NULL, &found) != 0)
		return;
	for (k = 0; k < ROUNDS; k++)
		for (i = 0; i < found.gl_pathc; i++)
			run(found.gl_pathv[i], rules, t);
	globfree(&found);
}

int
main(int argc, char **argv)
{
	struct gp_rules *rules = read_rules();
	struct tally t = { 0 };
	struct rusage usage = { 0 };
	double mb;
	int i;

	if (!rules)
		return 1;
	for (i = 1; i < argc; i++)
		run(argv[i], rules, &t);
	if (argc == 1)
		run_samples(rules, &t);
	gp_rules_free(rules);
	(void)getrusage(RUSAGE_SELF, &usage);
	mb = (double)t.bytes / 1e6;
	printf("%zu pages (%zu failed), %.1f MB: import %.1f MB/s, with "
	       "normalisation %.1f MB/s, peak %.1f MB\n",
	       t.files, t.failed, mb, mb / t.import,
	       mb / (t.import + t.normalise), (double)usage.ru_maxrss / 1000);
	return 0;
}
