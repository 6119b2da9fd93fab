/* A file of the data folder read under a limit, and a row for it in the list
   of what shaped an output, each file and each library once.  It does not
   look into what it reads, and reaches no folder but that one. */
#include "pack/job.h"

#include "base/vec.h"

#include <string.h>

void
gp_used_library(struct gp_ingredients *u, const char *name, const char *version)
{
	struct gp_str(*row)[2];
	size_t i;

	if (!u)
		return;
	for (i = 0; i < u->n_libraries; i++)
		if (gp_str_eq(u->libraries[i][0], gp_str(name)))
			return;
	row = GP_VEC_ADD(u->arena, u->libraries, u->n_libraries,
	                 u->cap_libraries);
	if (!row)
		return;
	(*row)[0] = gp_arena_cstr(u->arena, name);
	(*row)[1] = gp_arena_cstr(u->arena, version);
}

static void
used_file(struct gp_ingredients *u, const char *path, const struct gp_bytes *b)
{
	struct gp_ingredient *row;
	size_t i;

	if (!u)
		return;
	for (i = 0; i < u->n_files; i++)
		if (gp_str_eq(u->files[i].path, gp_str(path)))
			return;
	row = GP_VEC_ADD(u->arena, u->files, u->n_files, u->cap_files);
	if (!row)
		return;
	row->path = gp_arena_cstr(u->arena, path);
	row->bytes = b->size;
	gp_sha256_hex(b->data, b->size, row->sha256);
}

bool
gp_data_read(const struct gp_write_job *job, const char *path, size_t limit,
             struct gp_bytes *out, struct gp_err *e)
{
	struct gp_str folder = gp_str(job->host->data);
	struct gp_buf full = { .max = 0 };
	bool ok;

	if (!job->host->data)
		return gp_fail(e, GP_USAGE, "no data folder was given");
	gp_buf_str(&full, folder);
	if (folder.n && !gp_str_ends(folder, GP_STR("/")))
		gp_buf_putc(&full, '/');
	gp_buf_puts(&full, path);
	ok = gp_buf_ok(&full, e) && gp_read(full.data, limit, out, e);
	gp_buf_free(&full);
	if (ok)
		used_file(job->used, path, out);
	return ok;
}
