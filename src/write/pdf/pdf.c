/* The PDF writer: layout, type and painting, and the pass that makes of them a
   tagged, archivable file.  Knows the order, no details. */
#include "typeset/parts.h"
#include "write/pdf/tags/post.h"
#include "write/write.h"

#include <libdeflate.h>

static void
note_libraries(struct gp_ingredients *used)
{
	gp_paint_note(used);
	gp_used_library(used, "libdeflate", LIBDEFLATE_VERSION_STRING);
}

/* How many of the three steps are done. */
static bool
tell_progress(const struct gp_write_job *job, size_t done, struct gp_err *e)
{
	return gp_host_progress(job->host, "pdf", done, 3, e);
}

static bool
make_pdf(struct gp_parts *p, const struct gp_write_job *job, struct gp_buf *out,
         struct gp_err *e)
{
	struct gp_buf plain = { .max = 0 };
	struct gp_case type;
	bool ok;

	ok = tell_progress(job, 0, e) && gp_parts_lay_out(p, e) &&
	     tell_progress(job, 1, e) &&
	     gp_case_paint(&type, &p->layout, &job->date, &plain, e) &&
	     tell_progress(job, 2, e);
	if (job->pages)
		*job->pages = p->layout.n_pages;
	ok = ok &&
	     gp_post(&p->layout, job, gp_buf_view(&plain), &type, out, e) &&
	     tell_progress(job, 3, e);
	gp_buf_free(&plain);
	return ok;
}

static bool
write_pdf(const struct gp_write_job *job, struct gp_buf *out, struct gp_err *e)
{
	struct gp_err own = { 0 };
	struct gp_parts *p = gp_parts_open(job, &own);
	bool ok = p && make_pdf(p, job, out, &own);

	gp_parts_close(p);
	if (!ok && e->code == GP_OK)
		*e = own;
	return ok;
}

const struct gp_writer gp_write_pdf = {
	.format = {
		.name = "pdf",
		.summary = "the PDF digest alone",
		.about = "Writes the pack as a PDF digest.",
		.type = "application/pdf",
		.suffix = ".pdf",
		.has_design = true,
	},
	.write = write_pdf,
	.libraries = note_libraries,
};
