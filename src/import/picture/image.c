/*
 * Pictures: see image.h.  libpng and libjpeg-turbo decode each once, into
 * grey and thrown away, only to see that others can.
 */
#include "import/picture/image.h"

#include "base/limits.h"
#include "import/picture/image_strip.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

/* ---- PNG ---- */

static bool
check_png(struct gp_str data, const struct gp_image *image, struct gp_err *e)
{
	png_image png = { .version = PNG_IMAGE_VERSION };
	unsigned char *dots;
	bool ok;

	if (!png_image_begin_read_from_memory(&png, data.p, data.n))
		return gp_fail(e, GP_INPUT, "is a damaged PNG file: %s",
		               png.message);
	png.format = PNG_FORMAT_GRAY;
	dots = malloc((size_t)image->width * image->height);
	ok = dots && png_image_finish_read(&png, NULL, dots, 0, NULL) &&
	     !PNG_IMAGE_FAILED(png);
	if (!dots)
		gp_fail(e, GP_NOMEM, "out of memory");
	else if (!ok)
		gp_fail(e, GP_INPUT, "is a damaged PNG file: %s", png.message);
	png_image_free(&png);
	free(dots);
	return ok;
}

static bool
take_png(struct gp_str data, struct gp_buf *out, struct gp_image *image,
         struct gp_err *e)
{
	image->type = GP_IMAGE_PNG;
	return gp_png_strip(data, out, image, e) &&
	       check_png(gp_buf_view(out), image, e);
}

/* ---- JPEG ---- */

static bool
fail_jpeg(tjhandle tj, struct gp_err *e)
{
	return gp_fail(e, GP_INPUT, "is a damaged JPEG file: %s",
	               tjGetErrorStr2(tj));
}

/* At an eighth of its size: all of it is read, little is drawn. */
static bool
check_jpeg(struct gp_str data, const struct gp_image *image, struct gp_err *e)
{
	static const tjscalingfactor eighth = { 1, 8 };
	int width = TJSCALED((int)image->width, eighth);
	int height = TJSCALED((int)image->height, eighth);
	tjhandle tj = tjInitDecompress();
	unsigned char *dots = malloc((size_t)width * (size_t)height);
	bool ok = tj && dots;

	if (!ok)
		gp_fail(e, GP_NOMEM, "out of memory");
	else if (tjDecompress2(tj, (const unsigned char *)data.p, data.n, dots,
	                       width, 0, height, TJPF_GRAY, 0) != 0)
		ok = fail_jpeg(tj, e);
	free(dots);
	if (tj)
		(void)tjDestroy(tj);
	return ok;
}

/* EXIF's way of saying how a camera was held (CIPA DC-008, tag 0x0112). */
static bool
turn_upright(struct gp_buf *jpeg, struct gp_image *image, unsigned orientation,
             struct gp_err *e)
{
	static const int ops[9] = {
		[1] = TJXOP_NONE,       [2] = TJXOP_HFLIP,
		[3] = TJXOP_ROT180,     [4] = TJXOP_VFLIP,
		[5] = TJXOP_TRANSPOSE,  [6] = TJXOP_ROT90,
		[7] = TJXOP_TRANSVERSE, [8] = TJXOP_ROT270,
	};
	tjtransform how = { .op = ops[orientation], .options = TJXOPT_TRIM };
	unsigned char *turned = NULL;
	unsigned long size = 0;
	tjhandle tj = tjInitTransform();
	bool ok = tj != NULL;

	if (!ok)
		return gp_fail(e, GP_NOMEM, "out of memory");
	if (tjTransform(tj, (const unsigned char *)jpeg->data, jpeg->len, 1,
	                &turned, &size, &how, 0) != 0)
		ok = fail_jpeg(tj, e);
	if (ok) {
		unsigned ignored;
		struct gp_str all = { (const char *)turned, size };

		gp_buf_clear(jpeg);
		ok = gp_jpeg_strip(all, jpeg, image, &ignored, e);
	}
	tjFree(turned);
	(void)tjDestroy(tj);
	return ok;
}

static bool
take_jpeg(struct gp_str data, struct gp_buf *out, struct gp_image *image,
          struct gp_err *e)
{
	unsigned orientation = 1;

	image->type = GP_IMAGE_JPEG;
	return gp_jpeg_strip(data, out, image, &orientation, e) &&
	       check_jpeg(gp_buf_view(out), image, e) &&
	       (orientation <= 1 || (turn_upright(out, image, orientation, e) &&
	                             check_jpeg(gp_buf_view(out), image, e)));
}

/* ---- which kind ---- */

static bool
refuse(struct gp_str data, struct gp_err *e)
{
	const char *kind = NULL;

	if (gp_str_starts(data, GP_STR("GIF8")))
		kind = "GIF";
	else if (gp_str_eq(gp_str_sub(data, 8, 12), GP_STR("WEBP")))
		kind = "WebP";
	else if (gp_str_eq(gp_str_sub(data, 4, 12), GP_STR("ftypavif")))
		kind = "AVIF";
	else if (gp_str_find(gp_str_sub(data, 0, 1024), GP_STR("<svg"), 0) <
	                 1024 &&
	         data.n >= 4)
		kind = "SVG";
	if (kind)
		return gp_fail(e, GP_INPUT,
		               "is %s, which govpub does not take; save it as "
		               "PNG or JPEG",
		               kind);
	return gp_fail(e, GP_INPUT,
	               "is no picture that govpub knows; save it "
	               "as PNG or JPEG");
}

bool
gp_image_take(struct gp_arena *a, struct gp_str data, struct gp_image *out,
              struct gp_err *e)
{
	struct gp_buf clean = { .max = 2 * GP_MAX_IMAGE_BYTES };
	bool ok;

	*out = (struct gp_image){ .width = 0 };
	if (data.n > GP_MAX_IMAGE_BYTES)
		return gp_fail(e, GP_LIMIT, "is larger than %zu MiB",
		               GP_MAX_IMAGE_BYTES / GP_MIB);
	if (gp_str_starts(data, GP_STR("\x89PNG\r\n\x1A\n")))
		ok = take_png(data, &clean, out, e);
	else if (gp_str_starts(data, GP_STR("\xFF\xD8\xFF")))
		ok = take_jpeg(data, &clean, out, e);
	else
		ok = refuse(data, e);
	if (ok && gp_buf_ok(&clean, e))
		out->data = gp_arena_str(a, gp_buf_view(&clean));
	gp_buf_free(&clean);
	return ok && e->code == GP_OK && gp_arena_ok(a, e);
}

bool
gp_image_named(struct gp_str name)
{
	static const char *const suffixes[] = { ".png",  ".jpg",  ".jpeg",
		                                ".gif",  ".webp", ".svg",
		                                ".avif", NULL };
	size_t i, n;

	for (i = 0; suffixes[i]; i++) {
		n = strlen(suffixes[i]);
		if (name.n > n &&
		    gp_str_eq_nocase(gp_str_sub(name, name.n - n, name.n),
		                     gp_str(suffixes[i])))
			return true;
	}
	return false;
}
