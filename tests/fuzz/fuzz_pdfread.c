/*
 * Any bytes in the place of what cairo drew: the pass after painting reads
 * them for a layout of one page.  A fault is a crash, an error of another kind
 * than one about the file, or a file that our own reader cannot read again.
 */
#include "onepage.h"

#include "base/arena.h"
#include "write/pdf/file/reader.h"
#include "base/pdf/tokens.h"

#include <stdio.h>
#include <stdlib.h>

enum { ARENA = 256 << 20 };

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
fault(const char *what, const char *more)
{
	fprintf(stderr, "fuzz_pdfread: %s: %s\n", what, more);
	abort();
}

/* Every object of the file; its catalogue has one page. */
static void
check(struct gp_str pdf)
{
	struct gp_arena *arena = gp_arena_new(ARENA);
	struct gp_err e = { 0 };
	struct gp_reader r;
	struct gp_str dict, bytes;
	size_t i;

	if (!arena)
		fault("check", "no memory");
	gp_reader_open(&r, arena, pdf);
	for (i = 1; i < r.n_rows; i++) {
		bytes = gp_reader_stream(&r, i, &dict);
		if (bytes.p && gp_str_eq(gp_tokens_key(dict, "/Filter"),
		                         GP_STR("/FlateDecode")))
			(void)gp_reader_decode(&r, dict, bytes);
	}
	dict = gp_reader_key(&r, r.trailer, "/Root");
	dict = gp_reader_key(&r, dict, "/Pages");
	if (!gp_str_eq(gp_tokens_key(dict, "/Count"), GP_STR("1")))
		fault("the file", "it has not one page");
	if (!gp_reader_ok(&r, &e))
		fault("the file", e.msg);
	gp_reader_close(&r);
	gp_arena_free(arena);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };

	if (onepage_post((struct gp_str){ (const char *)data, size }, &out, &e))
		check(gp_buf_view(&out));
	else if (e.code != GP_INTERNAL && e.code != GP_LIMIT)
		fault("the pass", e.msg);
	gp_buf_free(&out);
	return 0;
}
