/*
 * Writes the pack of torture.h in each format, as one file or as a folder of
 * files, for programs that judge them.
 * Usage: conform_torture FOLDER [DESIGN], from the folder that holds styles/
 * and fonts/.  It knows nothing of what a good file is.
 */
#include "fixture.h"
#include "torture.h"
#include "write/write.h"

#include <stdio.h>
#include <sys/stat.h>

enum { PATH_SIZE = 4096 };

static bool
write_one(const struct gp_pack *pack, const struct gp_writer *w,
          const char *folder)
{
	struct gp_write_job job = fixture_job(pack);
	struct gp_buf out = { .max = 0 };
	struct gp_bytes bytes = { NULL, 0 };
	struct gp_err e = { 0 };
	char path[PATH_SIZE];

	(void)snprintf(path, sizeof path, "%s/torture.%s", folder,
	               w->format.name);
	if (w->write(&job, &out, &e)) {
		bytes = gp_buf_take(&out);
		(void)gp_save(path, &bytes, &e);
	}
	if (e.code != GP_OK)
		(void)fprintf(stderr, "%s: %s %s\n", path, e.file, e.msg);
	gp_bytes_free(&bytes);
	gp_buf_free(&out);
	return e.code == GP_OK;
}

/* ---- several files ---- */

static bool
take(void *user, struct gp_str name, const char *type, struct gp_buf *bytes,
     struct gp_err *e)
{
	struct gp_bytes all = gp_buf_take(bytes);
	char path[PATH_SIZE];
	bool ok;

	(void)type;
	(void)snprintf(path, sizeof path, "%s%.*s", (const char *)user,
	               GP_ARG(name));
	ok = gp_save(path, &all, e);
	gp_bytes_free(&all);
	return ok;
}

static bool
write_folder(const struct gp_pack *pack, const struct gp_writer *w,
             const char *folder)
{
	struct gp_write_job job = fixture_job(pack);
	char path[PATH_SIZE];
	const struct gp_file_sink sink = { take, path };
	struct gp_err e = { 0 };

	(void)snprintf(path, sizeof path, "%s/%s", folder, w->folder);
	(void)mkdir(path, 0777);
	if (!w->write_files(&job, &sink, &e))
		(void)fprintf(stderr, "%s: %s %s\n", path, e.file, e.msg);
	return e.code == GP_OK;
}

int
main(int argc, char **argv)
{
	struct gp_pack *pack = torture_pack();
	const struct gp_writer *const *w;
	bool ok = argc > 1;

	pack->info.design = gp_str(argc > 2 ? argv[2] : "reading");
	for (w = gp_writers; ok && *w; w++)
		ok = (*w)->write ? write_one(pack, *w, argv[1])
		                 : write_folder(pack, *w, argv[1]);
	gp_pack_free(pack);
	return ok ? 0 : 1;
}
