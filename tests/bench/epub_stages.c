/*
 * How the time of the EPUB is shared out: reading and normalising, writing;
 * and the floor of the latter, which is to deflate the same bytes alone, at the
 * same level, on one thread.
 * Usage: bench_epub_stages [FOLDER]; content/ if not given.
 */
#include "govpub.h"
#include "write/epub/container.h"

#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <zip.h>

static double
seconds(void)
{
	struct timespec t;

	(void)clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Entry `i` of the archive, plain; to be freed. */
static unsigned char *
plain(zip_t *zip, zip_uint64_t i, size_t *size)
{
	zip_stat_t st;
	zip_file_t *file = zip_fopen_index(zip, i, 0);
	unsigned char *data = NULL;

	if (file && zip_stat_index(zip, i, 0, &st) == 0)
		data = malloc((size_t)st.size + 1);
	*size = data ? (size_t)st.size : 0;
	if (data && zip_fread(file, data, st.size) != (zip_int64_t)st.size) {
		free(data);
		data = NULL;
	}
	if (file)
		(void)zip_fclose(file);
	return data;
}

/* Seconds to deflate every entry. */
static double
floor_of(const struct gp_bytes *epub, size_t *bytes)
{
	struct libdeflate_compressor *c =
		libdeflate_alloc_compressor(GP_CONTAINER_LEVEL);
	zip_source_t *source =
		zip_source_buffer_create(epub->data, epub->size, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	zip_int64_t i, n = zip ? zip_get_num_entries(zip, 0) : 0;
	double sum = 0;

	for (i = 0; c && i < n; i++) {
		size_t size;
		unsigned char *data = plain(zip, (zip_uint64_t)i, &size);
		unsigned char *out = malloc(size + 1);
		double from = seconds();

		if (data && out)
			(void)libdeflate_deflate_compress(c, data, size, out,
			                                  size);
		sum += seconds() - from;
		*bytes += size;
		free(data);
		free(out);
	}
	libdeflate_free_compressor(c);
	if (zip)
		zip_discard(zip);
	return sum;
}

int
main(int argc, char **argv)
{
	struct gp_settings settings = {
		.folder = argc > 1 ? argv[1] : "content",
		.data = ".",
		.date = "2015-11-10",
	};
	struct gp_diag *d = gp_diag_new();
	struct gp_bytes epub = { NULL, 0 };
	struct gp_err e = { 0 };
	double from = seconds(), read, written, least;
	struct gp_pack *pack = gp_pack_open(&settings, d, &e);
	size_t bytes = 0;

	read = seconds();
	if (pack && gp_write(&settings, pack, "epub", NULL, &epub, d, &e)) {
		written = seconds();
		least = floor_of(&epub, &bytes);
		printf("stages of %zu articles: read %.3f s, write %.3f s; "
		       "the floor, deflating the same %.1f MB alone: %.3f s "
		       "(%.0f %% of writing, %.0f %% of all)\n",
		       gp_pack_count(pack), read - from, written - read,
		       (double)bytes / 1e6, least,
		       100 * least / (written - read),
		       100 * least / (written - from));
		printf("figure | EPUB of %zu articles, writing | s | "
		       "govpub %.4f | deflating alone %.4f\n",
		       gp_pack_count(pack), written - read, least);
	} else {
		fprintf(stderr, "%s %s\n", e.file, e.msg);
	}
	gp_bytes_free(&epub);
	gp_pack_free(pack);
	gp_diag_free(d);
	return e.code == GP_OK ? 0 : 1;
}
