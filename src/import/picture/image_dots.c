/* Rows of dots made, turned and written by libpng and libjpeg-turbo, whose
   bytes depend on the dots alone.  It does not decode: the dots are made by
   whoever knows the file. */
#include "import/picture/image_dots.h"

#include "base/limits.h"

#include <png.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

/* Of JPEG's 100: above it files grow and nobody sees a difference. */
enum { QUALITY = 92 };

bool
gp_dots_make(struct gp_dots *d, unsigned width, unsigned height,
             struct gp_err *e)
{
	*d = (struct gp_dots){ .width = width, .height = height };
	if (width == 0 || height == 0)
		return gp_fail(e, GP_INPUT, "has no dots");
	if (width > GP_MAX_IMAGE_SIDE || height > GP_MAX_IMAGE_SIDE ||
	    (uint64_t)width * height > GP_MAX_IMAGE_DOTS)
		return gp_fail(e, GP_LIMIT,
		               "has %u by %u dots, more than a picture may "
		               "have",
		               width, height);
	d->rgba = calloc((size_t)width * height, GP_DOT_BYTES);
	return d->rgba || gp_fail(e, GP_NOMEM, "out of memory");
}

void
gp_dots_free(struct gp_dots *d)
{
	free(d->rgba);
	d->rgba = NULL;
}

bool
gp_dots_turn(struct gp_dots *d, unsigned orientation, struct gp_err *e)
{
	bool on_its_side = orientation >= 5;
	bool from_right = orientation == 2 || orientation == 3 ||
	                  orientation == 7 || orientation == 8;
	bool from_below = orientation == 3 || orientation == 4 ||
	                  orientation == 6 || orientation == 7;
	struct gp_dots to;
	unsigned x, y;

	if (!gp_dots_make(&to, on_its_side ? d->height : d->width,
	                  on_its_side ? d->width : d->height, e))
		return false;
	to.clear = d->clear;
	for (y = 0; y < to.height; y++)
		for (x = 0; x < to.width; x++) {
			size_t u = on_its_side ? y : x, v = on_its_side ? x : y;

			u = from_right ? d->width - 1 - u : u;
			v = from_below ? d->height - 1 - v : v;
			memcpy(to.rgba + ((size_t)y * to.width + x) *
			                         GP_DOT_BYTES,
			       d->rgba + (v * d->width + u) * GP_DOT_BYTES,
			       GP_DOT_BYTES);
		}
	gp_dots_free(d);
	*d = to;
	return true;
}

bool
gp_dots_png(const struct gp_dots *d, struct gp_buf *out, struct gp_err *e)
{
	png_image png = { .version = PNG_IMAGE_VERSION,
		          .width = d->width,
		          .height = d->height,
		          .format = PNG_FORMAT_RGBA };
	png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
	char *file = malloc(size);
	bool ok = file && png_image_write_to_memory(&png, file, &size, 0,
	                                            d->rgba, 0, NULL);

	if (ok)
		gp_buf_str(out, (struct gp_str){ file, size });
	free(file);
	png_image_free(&png);
	return ok ? gp_buf_ok(out, e) : gp_fail(e, GP_NOMEM, "out of memory");
}

bool
gp_dots_jpeg(const struct gp_dots *d, struct gp_buf *out, struct gp_err *e)
{
	unsigned char *file = NULL;
	unsigned long size = 0;
	tjhandle tj = tjInitCompress();
	bool ok =
		tj && tjCompress2(tj, d->rgba, (int)d->width, 0, (int)d->height,
	                          TJPF_RGBX, &file, &size, TJSAMP_444, QUALITY,
	                          TJFLAG_ACCURATEDCT) == 0;

	if (ok)
		gp_buf_str(out, (struct gp_str){ (const char *)file, size });
	tjFree(file);
	if (tj)
		(void)tjDestroy(tj);
	return ok ? gp_buf_ok(out, e) : gp_fail(e, GP_NOMEM, "out of memory");
}
