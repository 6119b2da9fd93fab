/*
 * What the web edition costs: processor seconds of reading its articles, once;
 * of its writer alone, and of that with the digests of its files, the fastest
 * of several runs.  What is written to the disk is not in it.
 * Usage: bench_web_stages [FOLDER]; content/ if not given.
 */
#include "base/hash.h"
#include "govpub.h"
#include "pack/design.h"
#include "write/write.h"

#include <stdio.h>
#include <time.h>

enum { RUNS = 5 };

struct weighed {
	size_t files, bytes;
	bool digest;
};

static double
seconds(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static bool
weigh(void *user, struct gp_str name, const char *type, struct gp_buf *bytes,
      struct gp_err *e)
{
	struct weighed *w = user;
	char hex[GP_SHA256_HEX];

	(void)name;
	(void)type;
	w->files++;
	w->bytes += bytes->len;
	if (w->digest)
		gp_sha256_hex(bytes->data, bytes->len, hex);
	return gp_buf_ok(bytes, e);
}

/* The fastest of several runs; less than 0 after a failure. */
static double
fastest(const struct gp_write_job *job, bool digest, struct weighed *w,
        struct gp_err *e)
{
	const struct gp_file_sink sink = { weigh, w };
	double best = -1, start, took;
	int i;

	for (i = 0; i < RUNS; i++) {
		*w = (struct weighed){ .digest = digest };
		start = seconds();
		if (!gp_write_web.write_files(job, &sink, e))
			return -1;
		took = seconds() - start;
		if (best < 0 || took < best)
			best = took;
	}
	return best;
}

int
main(int argc, char **argv)
{
	struct gp_settings settings = { .folder =
		                                argc > 1 ? argv[1] : "content",
		                        .data = "." };
	struct gp_diag *d = gp_diag_new();
	struct gp_err e = { .code = GP_OK };
	double start = seconds();
	struct gp_pack *pack = gp_pack_open(&settings, d, &e);
	double reading = seconds() - start;
	struct gp_host host = gp_host_of(&settings);
	struct gp_write_job job = { .host = &host, .pack = pack, .diag = d };
	struct gp_style design;
	struct weighed w;
	double plain = -1, all = -1;

	if (pack && gp_pack_date(pack, &job.date, &e) &&
	    gp_design_read(&job, &design, &e)) {
		job.design = &design;
		plain = fastest(&job, false, &w, &e);
		all = fastest(&job, true, &w, &e);
	}
	if (plain < 0 || all < 0)
		fprintf(stderr, "%s %s\n", e.file, e.msg);
	else
		printf("reading %.1f ms; %zu files, %zu KB: writing %.1f ms, "
		       "with digests %.1f ms\n",
		       reading * 1e3, w.files, w.bytes / 1000, plain * 1e3,
		       all * 1e3);
	gp_pack_free(pack);
	gp_diag_free(d);
	return plain < 0 || all < 0;
}
