/*
 * Any bytes as an SVG file.  What is kept comes out of a second cleaning as it
 * is; what is drawn is finite, in its own rows, and paints without a fault.
 */
#include "import/picture/image.h"

#include "base/limits.h"
#include "import/picture/svg/svg_drawing.h"
#include "write/paint/svg_paint.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
fault(const char *what)
{
	fprintf(stderr, "fuzz_svg: %s\n", what);
	abort();
}

static void
check_lines(const struct gp_svg_drawing *d)
{
	size_t i, k;

	for (i = 0; i < d->n_lines; i++)
		for (k = 0; k < 6; k++)
			if (!isfinite(d->lines[i].to[k]))
				fault("a line leads nowhere");
}

static void
check_items(const struct gp_svg_drawing *d)
{
	size_t i, open = 0;

	for (i = 0; i < d->n_items; i++) {
		const struct gp_svg_item *item = &d->items[i];

		open += item->kind == GP_SVG_GROUP;
		if (item->kind == GP_SVG_END && open-- == 0)
			fault("a group ends that has not begun");
		if (item->first + item->n > d->n_lines)
			fault("an item has lines that are none");
		if (item->fill.kind == GP_SVG_GRADIENT &&
		    item->fill.gradient >= d->n_gradients)
			fault("a gradient is missing");
	}
	if (open)
		fault("a group has no end");
}

static double
ten_wide(void *user, const struct gp_svg_item *string)
{
	(void)user;
	return string->size;
}

static void
show_nothing(void *user, const struct gp_svg_item *string, double x, double y)
{
	(void)user, (void)string;
	if (!isfinite(x) || !isfinite(y))
		fault("a string stands nowhere");
}

static cairo_status_t
swallow(void *user, const unsigned char *data, unsigned n)
{
	(void)user, (void)data, (void)n;
	return CAIRO_STATUS_SUCCESS;
}

/* That cairo cannot turn a matrix round is its own matter. */
static void
paint(const struct gp_svg_drawing *d)
{
	const struct gp_svg_writer w = { ten_wide, show_nothing, NULL };
	cairo_surface_t *s = cairo_pdf_surface_create_for_stream(
		swallow, NULL, d->width, d->height);
	cairo_t *cr = cairo_create(s);

	gp_paint_svg(cr, d, &w);
	cairo_destroy(cr);
	cairo_surface_destroy(s);
}

static void
check(struct gp_arena *a, const struct gp_image *image)
{
	struct gp_err e = { 0 };
	struct gp_image again;

	if (!gp_image_take(a, image->data, &again, &e))
		fault(e.msg);
	if (!gp_str_eq(again.data, image->data))
		fault("a clean picture is cleaned again");
	if (!image->drawing)
		return;
	check_lines(image->drawing);
	check_items(image->drawing);
	paint(image->drawing);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_PICTURES_ARENA);
	struct gp_err e = { 0 };
	struct gp_image image;

	if (!a)
		return 0;
	if (!gp_image_take(a, (struct gp_str){ (const char *)data, size },
	                   &image, &e)) {
		if (e.code != GP_INPUT && e.code != GP_LIMIT)
			fault(e.msg);
	} else if (image.type == GP_IMAGE_SVG) {
		check(a, &image);
	}
	gp_arena_free(a);
	return 0;
}
