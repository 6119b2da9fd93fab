/*
 * Any bytes as a picture.  What comes out is no larger than what may go in,
 * has the size it says, and comes out of a second cleaning as it is.
 */
#include "import/picture/image.h"

#include "base/limits.h"

#include <stdio.h>
#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
fault(const char *what)
{
	fprintf(stderr, "fuzz_image: %s\n", what);
	abort();
}

/* A turned JPEG is a new file, which may need a comment less. */
static void
check(struct gp_arena *a, const struct gp_image *image)
{
	struct gp_err e = { 0 };
	struct gp_image again;

	if (image->width == 0 || image->height == 0 || image->data.n == 0)
		fault("a picture without dots");
	if ((uint64_t)image->width * image->height > GP_MAX_IMAGE_DOTS)
		fault("a picture over the limit");
	if (!gp_image_take(a, image->data, &again, &e))
		fault(e.msg);
	if (!gp_str_eq(again.data, image->data))
		fault("a clean picture is cleaned again");
	if (again.width != image->width || again.height != image->height)
		fault("a picture has two sizes");
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_arena *a = gp_arena_new(4 * GP_MAX_IMAGE_BYTES);
	struct gp_err e = { 0 };
	struct gp_image image;

	if (!a)
		return 0;
	if (gp_image_take(a, (struct gp_str){ (const char *)data, size },
	                  &image, &e))
		check(a, &image);
	else if (e.code != GP_INPUT && e.code != GP_LIMIT)
		fault(e.msg);
	gp_arena_free(a);
	return 0;
}
