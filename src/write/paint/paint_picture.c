/* A picture's bytes as a cairo surface: a PNG decoded and laid on white, a
   JPEG wrapped as it is.  One that is not what the pack says of it becomes a
   grey field and a finding; nothing larger than was said is decoded, and what
   has more dots than its box can show is made smaller.  It does not choose:
   box and picture are given. */
#include "write/paint/paint_picture.h"

#include "base/diag.h"
#include "base/limits.h"
#include "import/picture/image_fit.h"

#include <stdlib.h>
#include <string.h>

/* What a good printer shows; more is weight alone. */
enum { DOTS_AN_INCH = 300 };

static cairo_status_t
read_png(void *user, unsigned char *to, unsigned size)
{
	struct gp_str *rest = user;

	if (size > rest->n)
		return CAIRO_STATUS_READ_ERROR;
	memcpy(to, rest->p, size);
	*rest = gp_str_sub(*rest, size, rest->n);
	return CAIRO_STATUS_SUCCESS;
}

/* On white: a page has no use for holes, and needs no blending then. */
static cairo_surface_t *
flatten(cairo_surface_t *png)
{
	cairo_surface_t *flat = cairo_image_surface_create(
		CAIRO_FORMAT_RGB24, cairo_image_surface_get_width(png),
		cairo_image_surface_get_height(png));
	cairo_t *cr = cairo_create(flat);

	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_set_source_surface(cr, png, 0, 0);
	cairo_paint(cr);
	if (cairo_status(cr) != CAIRO_STATUS_SUCCESS) {
		cairo_surface_destroy(flat);
		flat = NULL;
	}
	cairo_destroy(cr);
	return flat;
}

static unsigned
big_endian(const char *p)
{
	const unsigned char *b = (const unsigned char *)p;

	return (unsigned)b[0] << 24 | (unsigned)b[1] << 16 |
	       (unsigned)b[2] << 8 | b[3];
}

/* True when the file is as large as was said: nothing larger is decoded. */
static bool
has_size(const struct gp_image *image)
{
	struct gp_str s = image->data;

	return s.n > 24 && big_endian(s.p + 16) == image->width &&
	       big_endian(s.p + 20) == image->height;
}

static cairo_surface_t *
decode_png(const struct gp_image *image)
{
	struct gp_str rest = image->data;
	cairo_surface_t *png =
		cairo_image_surface_create_from_png_stream(read_png, &rest);
	cairo_surface_t *flat = NULL;

	/* cairo loses memory when it is given a surface that is none. */
	if (cairo_surface_status(png) == CAIRO_STATUS_SUCCESS)
		flat = flatten(png);
	cairo_surface_destroy(png);
	return flat;
}

/* The bytes go into the file as they are; cairo wants a surface round them. */
static cairo_surface_t *
wrap_jpeg(const struct gp_image *image)
{
	cairo_surface_t *s = cairo_image_surface_create(
		CAIRO_FORMAT_RGB24, (int)image->width, (int)image->height);
	unsigned char *bytes = malloc(image->data.n ? image->data.n : 1);

	if (bytes) {
		memcpy(bytes, image->data.p, image->data.n);
		if (cairo_surface_set_mime_data(s, CAIRO_MIME_TYPE_JPEG, bytes,
		                                image->data.n, free,
		                                bytes) == CAIRO_STATUS_SUCCESS)
			return s;
		free(bytes);
	}
	cairo_surface_destroy(s);
	return NULL;
}

static cairo_surface_t *
grey_dot(void)
{
	cairo_surface_t *s =
		cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1);
	cairo_t *cr = cairo_create(s);

	cairo_set_source_rgb(cr, 0.8, 0.8, 0.8);
	cairo_paint(cr);
	cairo_destroy(cr);
	return s;
}

static bool
looks_like_jpeg(struct gp_str data)
{
	return gp_str_starts(data, GP_STR("\xFF\xD8\xFF")) &&
	       gp_str_ends(data, GP_STR("\xFF\xD9"));
}

static cairo_surface_t *
open_picture(const struct gp_image *image, struct gp_diag *d)
{
	cairo_surface_t *s = NULL;

	if (image->type == GP_IMAGE_PNG && has_size(image))
		s = decode_png(image);
	else if (image->type == GP_IMAGE_JPEG && looks_like_jpeg(image->data))
		s = wrap_jpeg(image);
	if (s)
		return s;
	gp_diag_add(d, GP_WARNING, "bad-picture", "", 0,
	            "the picture %.*s cannot be read; a grey box is drawn in "
	            "its place",
	            GP_ARG(gp_str_sub(image->name, 0, 80)));
	return grey_dot();
}

/* With no more dots than the place can show.  One that cannot be made smaller
   is drawn as it is. */
static struct gp_image
fit_place(const struct gp_picture_at *at, struct gp_arena *a)
{
	struct gp_image fit = *at->image;
	struct gp_err e = { .code = GP_OK };
	unsigned most = (unsigned)(at->width * (int64_t)DOTS_AN_INCH /
	                                   (72 * (int64_t)GP_PT) +
	                           1);

	if (!a ||
	    !gp_image_fit(a, at->image, most, GP_MAX_IMAGE_SIDE, &fit, &e))
		return *at->image;
	return fit;
}

void
gp_paint_picture(cairo_t *cr, const struct gp_picture_at *at, struct gp_diag *d)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_PICTURES_ARENA);
	struct gp_image image = fit_place(at, a);
	cairo_surface_t *s = open_picture(&image, d);
	double width = (double)at->width / GP_PT;
	double height = (double)at->height / GP_PT;

	cairo_save(cr);
	cairo_translate(cr, (double)at->x / GP_PT, (double)at->y / GP_PT);
	cairo_scale(cr, width / cairo_image_surface_get_width(s),
	            height / cairo_image_surface_get_height(s));
	cairo_set_source_surface(cr, s, 0, 0);
	/* Else cairo asks viewers to smooth, which PDF/A forbids. */
	cairo_pattern_set_filter(cairo_get_source(cr), CAIRO_FILTER_NEAREST);
	cairo_rectangle(cr, 0, 0, cairo_image_surface_get_width(s),
	                cairo_image_surface_get_height(s));
	cairo_fill(cr);
	cairo_restore(cr);
	cairo_surface_destroy(s);
	gp_arena_free(a);
}
