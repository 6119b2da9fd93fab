/* Pictures drawn anew from fewer dots.  What is in them, and where they are
   shown, it does not ask. */
#include "import/picture/image_fit.h"

#include "base/limits.h"
#include "import/picture/image_decode.h"
#include "import/picture/image_strip.h"

bool
gp_image_bound(unsigned width, unsigned height, unsigned most_wide,
               unsigned most_high, unsigned *wide, unsigned *high)
{
	uint64_t w = width, h = height;

	if (h > 3 * w)
		most_high *= GP_STRIP;
	if (w > most_wide) {
		h = h * most_wide / w;
		w = most_wide;
	}
	if (h > most_high) {
		w = w * most_high / h;
		h = most_high;
	}
	*wide = w ? (unsigned)w : 1;
	*high = h ? (unsigned)h : 1;
	return *wide < width || *high < height;
}

/* The colour profile of the one before stands in the new file, too, behind its
   first two bytes: its numbers mean what they meant. */
static void
with_profile(struct gp_str old, struct gp_str drawn, struct gp_buf *out)
{
	gp_buf_str(out, gp_str_sub(drawn, 0, 2));
	gp_jpeg_profile(old, out);
	gp_buf_str(out, gp_str_sub(drawn, 2, drawn.n));
}

static bool
write_dots(const struct gp_image *image, const struct gp_dots *d,
           struct gp_buf *out, struct gp_err *e)
{
	struct gp_buf file = { .max = out->max };
	bool ok;

	if (image->type == GP_IMAGE_PNG)
		return gp_dots_png(d, out, e);
	ok = gp_dots_jpeg(d, GP_QUALITY_SMALLER, &file, e);
	if (ok)
		with_profile(image->data, gp_buf_view(&file), out);
	gp_buf_free(&file);
	return ok && gp_buf_ok(out, e);
}

bool
gp_image_fit(struct gp_arena *a, const struct gp_image *image,
             unsigned most_wide, unsigned most_high, struct gp_image *out,
             struct gp_err *e)
{
	struct gp_buf file = { .max = 2 * GP_MAX_IMAGE_BYTES };
	struct gp_dots d = { .rgba = NULL };
	unsigned wide, high;
	bool ok;

	*out = *image;
	if (image->type == GP_IMAGE_SVG ||
	    !gp_image_bound(image->width, image->height, most_wide, most_high,
	                    &wide, &high))
		return true;
	ok = (image->type == GP_IMAGE_PNG
	              ? gp_png_dots(image, &d, e)
	              : gp_jpeg_dots(image, false, wide, &d, e)) &&
	     gp_dots_shrink(&d, wide, high, e) &&
	     write_dots(image, &d, &file, e);
	if (ok) {
		out->width = d.width;
		out->height = d.height;
		out->data = gp_arena_str(a, gp_buf_view(&file));
	}
	gp_dots_free(&d);
	gp_buf_free(&file);
	return ok && gp_arena_ok(a, e);
}
