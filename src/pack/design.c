/* The two files of a design read and laid one on the other, then set on the
   sheet that the pack asks for.  What can be wrong with a style is told by
   config/; here is only known where its files are. */
#include "pack/design.h"

#include "base/limits.h"

#include <stdio.h>

struct file {
	char path[GP_STYLE_NAME + 16];
	struct gp_bytes bytes;
};

static bool
read_file(const struct gp_write_job *job, struct gp_str name, struct file *f,
          struct gp_style_source *source, struct gp_err *e)
{
	(void)snprintf(f->path, sizeof f->path, "styles/%.*s.yaml",
	               GP_ARG(gp_str_sub(name, 0, GP_STYLE_NAME - 1)));
	if (!gp_data_read(job, f->path, GP_MAX_STYLE_BYTES, &f->bytes, e))
		return false;
	source->path = f->path;
	source->yaml =
		(struct gp_str){ (const char *)f->bytes.data, f->bytes.size };
	return true;
}

static bool
read_stack(const struct gp_write_job *job, struct file files[2],
           struct gp_style *out, struct gp_err *e)
{
	struct gp_str name = job->pack->info.design;
	struct gp_style_source sources[2];
	char base[GP_STYLE_NAME];

	if (!read_file(job, name, &files[1], &sources[1], e) ||
	    !gp_style_base(&sources[1], base, e))
		return false;
	if (base[0] == '\0')
		return gp_style_stack(&sources[1], 1, out, e);
	return read_file(job, gp_str(base), &files[0], &sources[0], e) &&
	       gp_style_stack(sources, 2, out, e);
}

bool
gp_design_read(const struct gp_write_job *job, struct gp_style *out,
               struct gp_err *e)
{
	struct gp_str paper = job->pack->info.paper;
	struct file files[2] = { { .path = "" }, { .path = "" } };
	bool ok = read_stack(job, files, out, e);

	gp_bytes_free(&files[0].bytes);
	gp_bytes_free(&files[1].bytes);
	if (ok && paper.n && !gp_style_paper(out, paper))
		return gp_fail(e, GP_USAGE, "there is no paper `%.*s`",
		               GP_ARG(paper));
	return ok;
}
