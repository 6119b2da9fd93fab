/* Dots out of files by libpng and libjpeg-turbo, which draws a JPEG in eighths
   of its size without drawing all of it first.  No file is written. */
#include "import/picture/image_decode.h"

#include <png.h>
#include <turbojpeg.h>

bool
gp_png_dots(const struct gp_image *image, struct gp_dots *d, struct gp_err *e)
{
	png_image png = { .version = PNG_IMAGE_VERSION };
	bool ok;

	*d = (struct gp_dots){ .rgba = NULL };
	if (!png_image_begin_read_from_memory(&png, image->data.p,
	                                      image->data.n))
		return gp_fail(e, GP_INPUT, "is a damaged PNG file: %s",
		               png.message);
	ok = gp_dots_make(d, png.width, png.height, e);
	d->clear = (png.format & PNG_FORMAT_FLAG_ALPHA) != 0;
	png.format = PNG_FORMAT_RGBA;
	if (ok && (!png_image_finish_read(&png, NULL, d->rgba, 0, NULL) ||
	           PNG_IMAGE_FAILED(png)))
		ok = gp_fail(e, GP_INPUT, "is a damaged PNG file: %s",
		             png.message);
	png_image_free(&png);
	return ok;
}

/* What a printer's inks show on paper that is white: each takes its colour
   away.  Adobe's files, which nearly all are, hold what is left of it. */
static void
mix_inks(struct gp_dots *d)
{
	size_t n = (size_t)d->width * d->height;
	unsigned char *dot = d->rgba;

	for (; n-- > 0; dot += GP_DOT_BYTES) {
		unsigned black = dot[3];

		dot[0] = (unsigned char)(dot[0] * black / 0xFF);
		dot[1] = (unsigned char)(dot[1] * black / 0xFF);
		dot[2] = (unsigned char)(dot[2] * black / 0xFF);
		dot[3] = 0xFF;
	}
}

/* The fewest eighths that are as wide as is wanted. */
static tjscalingfactor
eighths(unsigned width, unsigned least)
{
	tjscalingfactor f = { 1, 8 };

	while (f.num < 8 && TJSCALED((int)width, f) < (int)least)
		f.num++;
	return f;
}

bool
gp_jpeg_dots(const struct gp_image *image, bool in_inks, unsigned least,
             struct gp_dots *d, struct gp_err *e)
{
	tjscalingfactor f = eighths(image->width, least);
	tjhandle tj = tjInitDecompress();
	bool ok = tj || gp_fail(e, GP_NOMEM, "out of memory");

	*d = (struct gp_dots){ .rgba = NULL };
	ok = ok && gp_dots_make(d, (unsigned)TJSCALED((int)image->width, f),
	                        (unsigned)TJSCALED((int)image->height, f), e);
	if (ok && tjDecompress2(tj, (const unsigned char *)image->data.p,
	                        image->data.n, d->rgba, (int)d->width, 0,
	                        (int)d->height, in_inks ? TJPF_CMYK : TJPF_RGBA,
	                        TJFLAG_ACCURATEDCT) != 0)
		ok = gp_fail(e, GP_INPUT, "is a damaged JPEG file: %s",
		             tjGetErrorStr2(tj));
	if (ok && in_inks)
		mix_inks(d);
	if (tj)
		(void)tjDestroy(tj);
	return ok;
}
