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

/* ---- files ---- */

static bool
is_grey(const struct gp_dots *d)
{
	const unsigned char *dot = d->rgba;
	size_t n = (size_t)d->width * d->height;

	for (; n > 0; n--, dot += GP_DOT_BYTES)
		if (dot[0] != dot[1] || dot[1] != dot[2])
			return false;
	return true;
}

static bool
is_solid(const struct gp_dots *d)
{
	const unsigned char *dot = d->rgba;
	size_t n = (size_t)d->width * d->height;

	for (; n > 0; n--, dot += GP_DOT_BYTES)
		if (dot[3] != 0xFF)
			return false;
	return true;
}

/* A copy without the fourth byte of each dot; NULL: out of memory, and then
   all four are written. */
static unsigned char *
three_a_dot(const struct gp_dots *d)
{
	size_t n = (size_t)d->width * d->height, i;
	unsigned char *rgb = malloc(n * 3);

	for (i = 0; rgb && i < n; i++)
		memcpy(rgb + i * 3, d->rgba + i * GP_DOT_BYTES, 3);
	return rgb;
}

bool
gp_dots_png(const struct gp_dots *d, struct gp_buf *out, struct gp_err *e)
{
	unsigned char *rgb = is_solid(d) ? three_a_dot(d) : NULL;
	png_image png = { .version = PNG_IMAGE_VERSION,
		          .width = d->width,
		          .height = d->height,
		          .format = rgb ? PNG_FORMAT_RGB : PNG_FORMAT_RGBA };
	png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(png);
	char *file = malloc(size);
	bool ok =
		file && png_image_write_to_memory(&png, file, &size, 0,
	                                          rgb ? rgb : d->rgba, 0, NULL);

	if (ok)
		gp_buf_str(out, (struct gp_str){ file, size });
	free(file);
	free(rgb);
	png_image_free(&png);
	return ok ? gp_buf_ok(out, e) : gp_fail(e, GP_NOMEM, "out of memory");
}

bool
gp_dots_jpeg(const struct gp_dots *d, enum gp_quality quality,
             struct gp_buf *out, struct gp_err *e)
{
	unsigned char *file = NULL;
	unsigned long size = 0;
	int colours = is_grey(d) ? TJSAMP_GRAY : TJSAMP_444;
	tjhandle tj = tjInitCompress();
	bool ok =
		tj && tjCompress2(tj, d->rgba, (int)d->width, 0, (int)d->height,
	                          TJPF_RGBX, &file, &size, colours,
	                          (int)quality, TJFLAG_ACCURATEDCT) == 0;

	if (ok)
		gp_buf_str(out, (struct gp_str){ (const char *)file, size });
	tjFree(file);
	if (tj)
		(void)tjDestroy(tj);
	return ok ? gp_buf_ok(out, e) : gp_fail(e, GP_NOMEM, "out of memory");
}
