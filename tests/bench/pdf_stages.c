/*
 * How the time of the PDF is shared out: reading and normalising, composing
 * and layout, what cairo paints, the pass that sets pages and tags.
 * Usage: bench_pdf_stages [FOLDER]; content/ if not given.
 */
#include "fixture.h"
#include "typeset/parts.h"
#include "write/pdf/tags/post.h"

#include <stdio.h>
#include <time.h>

static double
seconds(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void
report(const double at[5], const struct gp_layout *l)
{
	static const char *const names[] = { "read", "lay out", "paint",
		                             "set and tag" };
	size_t i;

	printf("stages of %zu pages:", l->n_pages);
	for (i = 0; i < 4; i++)
		printf(" %s %.3f s (%.0f %%)%s", names[i], at[i + 1] - at[i],
		       100 * (at[i + 1] - at[i]) / (at[4] - at[0]),
		       i < 3 ? "," : "\n");
}

static bool
run(const struct gp_pack *pack, double at[5], struct gp_err *e)
{
	struct gp_write_job job = fixture_job(pack);
	struct gp_buf plain = { .max = 0 }, out = { .max = 0 };
	struct gp_parts *p = gp_parts_open(&job, e);
	struct gp_case type;
	bool ok = p && gp_parts_lay_out(p, e);

	at[2] = seconds();
	ok = ok && gp_case_paint(&type, &p->layout, &job.date, &plain, e);
	at[3] = seconds();
	ok = ok &&
	     gp_post(&p->layout, &job, gp_buf_view(&plain), &type, &out, e);
	at[4] = seconds();
	if (ok)
		report(at, &p->layout);
	gp_parts_close(p);
	gp_buf_free(&plain);
	gp_buf_free(&out);
	return ok;
}

int
main(int argc, char **argv)
{
	struct gp_settings settings = {
		.folder = argc > 1 ? argv[1] : "content",
		.data = ".",
		.date = "2015-11-10",
	};
	struct gp_err e = { 0 };
	double at[5] = { seconds() };
	struct gp_pack *pack = gp_pack_open(&settings, NULL, &e);
	bool ok;

	at[1] = seconds();
	ok = pack && run(pack, at, &e);
	if (!ok)
		(void)fprintf(stderr, "%s: %s\n", e.file, e.msg);
	gp_pack_free(pack);
	return ok ? 0 : 1;
}
