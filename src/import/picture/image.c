/*
 * Pictures: see image.h.  libpng and libjpeg-turbo decode each once, into
 * grey and thrown away, only to see that others can.  What cannot be kept as
 * it is is written anew from its dots; how is image_dots.c's matter.
 */
#include "import/picture/image.h"

#include "base/limits.h"
#include "import/picture/image_decode.h"
#include "import/picture/image_fit.h"
#include "import/picture/image_foreign.h"
#include "import/picture/image_strip.h"
#include "import/picture/svg/svg_take.h"

#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <turbojpeg.h>

/* More dots than paper can show. */
static bool
is_large(const struct gp_image *image)
{
	unsigned wide, high;

	return gp_image_bound(image->width, image->height, GP_PAPER_WIDTH,
	                      GP_PAPER_HEIGHT, &wide, &high);
}

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

/* One that is large is seen to be sound when it is made smaller. */
static bool
take_png(struct gp_str data, struct gp_buf *out, struct gp_image *image,
         struct gp_err *e)
{
	image->type = GP_IMAGE_PNG;
	return gp_png_strip(data, out, image, e) &&
	       (is_large(image) || check_png(gp_buf_view(out), image, e));
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

/* The file again, as libjpeg-turbo has written it. */
static bool
take_written(struct gp_str file, struct gp_buf *jpeg, struct gp_image *image,
             struct gp_err *e)
{
	struct gp_jpeg_says ignored;

	gp_buf_clear(jpeg);
	return gp_jpeg_strip(file, jpeg, image, &ignored, e);
}

/* The dots in colours of light, upright, and no more than paper can show. */
static bool
upright_dots(struct gp_image *image, const struct gp_jpeg_says *says,
             struct gp_dots *d, struct gp_err *e)
{
	bool on_its_side = says->orientation >= 5;
	unsigned wide, high;

	image->from_width = on_its_side ? image->height : image->width;
	image->from_height = on_its_side ? image->width : image->height;
	(void)gp_image_bound(image->from_width, image->from_height,
	                     GP_PAPER_WIDTH, GP_PAPER_HEIGHT, &wide, &high);
	return gp_jpeg_dots(image, says->in_inks, on_its_side ? high : wide, d,
	                    e) &&
	       (says->orientation <= 1 ||
	        gp_dots_turn(d, says->orientation, e)) &&
	       gp_dots_shrink(d, wide, high, e);
}

/* From its dots. */
static bool
draw_anew(struct gp_buf *jpeg, struct gp_image *image,
          const struct gp_jpeg_says *says, bool smaller, struct gp_err *e)
{
	struct gp_dots dots = { .rgba = NULL };
	struct gp_buf file = { .max = jpeg->max }, whole = { .max = jpeg->max };
	bool ok;

	image->data = gp_buf_view(jpeg);
	ok = upright_dots(image, says, &dots, e) &&
	     gp_dots_jpeg(&dots, smaller ? GP_QUALITY_SMALLER : GP_QUALITY_SAME,
	                  &file, e);
	if (ok) {
		gp_buf_puts(&whole, "\xFF\xD8");
		if (!says->in_inks)
			gp_jpeg_profile(image->data, &whole);
		gp_buf_str(&whole, gp_str_sub(gp_buf_view(&file), 2, file.len));
		ok = gp_buf_ok(&whole, e) &&
		     take_written(gp_buf_view(&whole), jpeg, image, e);
	}
	gp_buf_free(&file);
	gp_buf_free(&whole);
	gp_dots_free(&dots);
	return ok;
}

/* EXIF's way of saying how a camera was held (CIPA DC-008, tag 0x0112).
   Blocks are turned without being drawn anew, but for a picture whose last
   ones are not whole: it would lose them. */
static bool
turn_upright(struct gp_buf *jpeg, struct gp_image *image,
             const struct gp_jpeg_says *says, struct gp_err *e)
{
	static const int ops[9] = {
		[1] = TJXOP_NONE,       [2] = TJXOP_HFLIP,
		[3] = TJXOP_ROT180,     [4] = TJXOP_VFLIP,
		[5] = TJXOP_TRANSPOSE,  [6] = TJXOP_ROT90,
		[7] = TJXOP_TRANSVERSE, [8] = TJXOP_ROT270,
	};
	tjtransform how = { .op = ops[says->orientation],
		            .options = TJXOPT_PERFECT };
	unsigned char *turned = NULL;
	unsigned long size = 0;
	tjhandle tj = tjInitTransform();
	bool whole, ok;

	if (!tj)
		return gp_fail(e, GP_NOMEM, "out of memory");
	whole = tjTransform(tj, (const unsigned char *)jpeg->data, jpeg->len, 1,
	                    &turned, &size, &how, 0) == 0;
	ok = whole ? take_written((struct gp_str){ (const char *)turned, size },
	                          jpeg, image, e)
	           : draw_anew(jpeg, image, says, false, e);
	tjFree(turned);
	(void)tjDestroy(tj);
	return ok;
}

static bool
take_jpeg(struct gp_str data, struct gp_buf *out, struct gp_image *image,
          struct gp_err *e)
{
	struct gp_jpeg_says says;

	image->type = GP_IMAGE_JPEG;
	if (!gp_jpeg_strip(data, out, image, &says, e))
		return false;
	if (says.in_inks || is_large(image))
		return draw_anew(out, image, &says, is_large(image), e);
	return check_jpeg(gp_buf_view(out), image, e) &&
	       (says.orientation <= 1 ||
	        (turn_upright(out, image, &says, e) &&
	         check_jpeg(gp_buf_view(out), image, e)));
}

/* ---- other kinds ---- */

/* A photograph becomes a JPEG; what was drawn, or is clear, a PNG. */
static bool
take_dots(const struct gp_dots *d, bool photo, struct gp_buf *out,
          struct gp_image *image, struct gp_err *e)
{
	struct gp_buf file = { .max = out->max };
	bool ok = photo ? gp_dots_jpeg(d, GP_QUALITY_SAME, &file, e)
	                : gp_dots_png(d, &file, e);

	image->type = photo ? GP_IMAGE_JPEG : GP_IMAGE_PNG;
	ok = ok && (photo ? take_written(gp_buf_view(&file), out, image, e)
	                  : gp_png_strip(gp_buf_view(&file), out, image, e));
	gp_buf_free(&file);
	return ok;
}

static bool
take_gif(struct gp_str data, struct gp_buf *out, struct gp_image *image,
         struct gp_err *e)
{
	struct gp_dots dots;
	bool ok = gp_gif_dots(data, &dots, e) &&
	          take_dots(&dots, false, out, image, e);

	gp_dots_free(&dots);
	return ok;
}

static bool
take_webp(struct gp_str data, struct gp_buf *out, struct gp_image *image,
          struct gp_err *e)
{
	struct gp_dots dots;
	bool photo = false;
	bool ok = gp_webp_dots(data, &dots, &photo, e) &&
	          take_dots(&dots, photo, out, image, e);

	gp_dots_free(&dots);
	return ok;
}

/* ---- which kind ---- */

static bool
refuse(struct gp_str data, struct gp_err *e)
{
	static const struct {
		const char *start, *kind;
		size_t at;
	} known[] = { { "ftypavif", "AVIF", 4 }, { "ftypheic", "HEIC", 4 },
		      { "II*", "TIFF", 0 },      { "MM", "TIFF", 0 },
		      { "BM", "BMP", 0 },        { "<", "HTML", 0 } };
	size_t i;

	for (i = 0; i < sizeof known / sizeof *known; i++)
		if (gp_str_starts(gp_str_sub(data, known[i].at, data.n),
		                  gp_str(known[i].start)))
			return gp_fail(e, GP_INPUT,
			               "is %s, which govpub does not take; "
			               "save it as PNG or JPEG",
			               known[i].kind);
	return gp_fail(e, GP_INPUT,
	               "is no picture that govpub knows; save it "
	               "as PNG or JPEG");
}

/* As many dots of it as paper can show. */
static void
keep(struct gp_arena *a, const struct gp_buf *clean, struct gp_image *image,
     struct gp_err *e)
{
	struct gp_image whole = *image;

	whole.data = gp_buf_view(clean);
	if (whole.from_width == 0) {
		whole.from_width = whole.width;
		whole.from_height = whole.height;
	}
	if (gp_image_fit(a, &whole, GP_PAPER_WIDTH, GP_PAPER_HEIGHT, image,
	                 e) &&
	    image->data.p == clean->data)
		image->data = gp_arena_str(a, image->data);
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
	else if (gp_str_starts(data, GP_STR("GIF8")))
		ok = take_gif(data, &clean, out, e);
	else if (gp_str_starts(data, GP_STR("RIFF")) &&
	         gp_str_eq(gp_str_sub(data, 8, 12), GP_STR("WEBP")))
		ok = take_webp(data, &clean, out, e);
	else if (gp_svg_is(data))
		ok = gp_svg_take(a, data, &clean, out, e);
	else
		ok = refuse(data, e);
	if (ok && gp_buf_ok(&clean, e))
		keep(a, &clean, out, e);
	gp_buf_free(&clean);
	return ok && e->code == GP_OK && gp_arena_ok(a, e);
}

bool
gp_image_named(struct gp_str name)
{
	static const char *const suffixes[] = { ".png",  ".jpg",  ".jpeg",
		                                ".gif",  ".webp", ".svg",
		                                ".avif", ".tif",  ".tiff",
		                                ".bmp",  NULL };
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
