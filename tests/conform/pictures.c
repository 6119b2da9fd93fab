/* Writes the PDF of the hand-made pack, with its pictures and every kind of
   block, to standard output, in the design that is named; as its second
   argument "epub" asks for the EPUB. */
#include <stdio.h>
#include <string.h>

#include "fixture.h"
#include "pictures.h"
#include "write/write.h"

int
main(int argc, char **argv)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_write_job job = fixture_job(pack);
	const struct gp_writer *writer = &gp_write_pdf;
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };
	bool ok;

	pictures_add(pack);
	if (argc > 1)
		pack->info.design = gp_str(argv[1]);
	if (argc > 2 && strcmp(argv[2], "epub") == 0)
		writer = &gp_write_epub;
	ok = writer->write(&job, &out, &e) &&
	     fwrite(out.data, 1, out.len, stdout) == out.len;
	if (!ok)
		fprintf(stderr, "%s: %s\n", e.file, e.msg);
	gp_buf_free(&out);
	gp_pack_free(pack);
	return ok ? 0 : 1;
}
