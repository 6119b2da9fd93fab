/*
 * Writes the pack of torture.h in each format that has a file name of its own,
 * for programs that judge the files.
 * Usage: conform_torture FOLDER [DESIGN], from the folder that holds styles/
 * and fonts/.  It knows nothing of what a good file is.
 */
#include "fixture.h"
#include "torture.h"
#include "write/write.h"

#include <stdio.h>

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

int
main(int argc, char **argv)
{
	struct gp_pack *pack = torture_pack();
	const struct gp_writer *const *w;
	bool ok = argc > 1;

	pack->info.design = gp_str(argc > 2 ? argv[2] : "reading");
	for (w = gp_writers; ok && *w; w++)
		ok = write_one(pack, *w, argv[1]);
	gp_pack_free(pack);
	return ok ? 0 : 1;
}
