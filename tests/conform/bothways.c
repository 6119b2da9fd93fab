/*
 * Writes the PDF of a pack twice: FOLDER/typed.pdf as it is made, FOLDER/
 * painted.pdf with every page painted by cairo, and says how many pages of the
 * first are set from the type case.  Whether the two look alike is for others
 * to see.
 * Usage: conform_bothways FOLDER torture | conform_bothways FOLDER CONTENT
 */
#include "fixture.h"
#include "torture.h"
#include "typeset/parts.h"
#include "write/pdf/tags/post.h"

#include <stdio.h>
#include <string.h>

enum { PATH_SIZE = 4096 };

static size_t
count_typed(const struct gp_case *c, const struct gp_layout *l)
{
	size_t n = 0, i;

	for (i = 0; c->learned && i < l->n_pages; i++)
		n += !c->painted[i];
	return n;
}

static bool
make(const struct gp_write_job *job, bool painted, struct gp_buf *out,
     struct gp_err *e)
{
	struct gp_buf plain = { .max = 0 };
	struct gp_parts *p = gp_parts_open(job, e);
	struct gp_case type;
	bool ok = p && gp_parts_lay_out(p, e);

	if (ok && painted)
		ok = gp_paint(&p->layout, &job->date, NULL, &plain, e);
	else if (ok)
		ok = gp_case_paint(&type, &p->layout, &job->date, &plain, e);
	if (ok && !painted)
		printf("%zu of %zu\n", count_typed(&type, &p->layout),
		       p->layout.n_pages);
	ok = ok && gp_post(&p->layout, job, gp_buf_view(&plain),
	                   painted ? NULL : &type, out, e);
	gp_parts_close(p);
	gp_buf_free(&plain);
	return ok;
}

static bool
save(const struct gp_write_job *job, const char *folder, bool painted)
{
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };
	char path[PATH_SIZE];

	(void)snprintf(path, sizeof path, "%s/%s.pdf", folder,
	               painted ? "painted" : "typed");
	if (make(job, painted, &out, &e)) {
		struct gp_bytes bytes = gp_buf_take(&out);

		(void)gp_save(path, &bytes, &e);
		gp_bytes_free(&bytes);
	}
	gp_buf_free(&out);
	if (e.code != GP_OK)
		(void)fprintf(stderr, "%s: %s %s\n", path, e.file, e.msg);
	return e.code == GP_OK;
}

int
main(int argc, char **argv)
{
	struct gp_settings settings = {
		.folder = argc == 3 ? argv[2] : NULL,
		.data = ".",
		.date = "2015-11-10",
	};
	struct gp_err e = { 0 };
	struct gp_write_job job;
	struct gp_pack *pack;
	bool ok;

	if (argc != 3)
		return 2;
	pack = strcmp(argv[2], "torture") == 0
	               ? torture_pack()
	               : gp_pack_open(&settings, NULL, &e);
	if (!pack) {
		(void)fprintf(stderr, "%s: %s\n", e.file, e.msg);
		return 1;
	}
	job = fixture_job(pack);
	ok = save(&job, argv[1], false) && save(&job, argv[1], true);
	gp_pack_free(pack);
	return ok ? 0 : 1;
}
