/* Pictures for tests: see pictures.h. */
#include "pictures.h"

#include <cairo.h>
#include <stdlib.h>

static cairo_status_t
append(void *to, const unsigned char *data, unsigned size)
{
	gp_buf_put(to, data, size);
	return CAIRO_STATUS_SUCCESS;
}

static struct gp_str
a_png(struct gp_arena *a)
{
	cairo_surface_t *s =
		cairo_image_surface_create(CAIRO_FORMAT_ARGB32, 640, 320);
	cairo_t *cr = cairo_create(s);
	struct gp_buf out = { .max = 0 };

	cairo_set_source_rgb(cr, 0.2, 0.4, 0.6);
	cairo_rectangle(cr, 0, 0, 640, 160);
	cairo_fill(cr);
	cairo_destroy(cr);
	(void)cairo_surface_write_to_png_stream(s, append, &out);
	cairo_surface_destroy(s);
	return gp_arena_buf(a, &out);
}

static struct gp_str
a_jpeg(struct gp_arena *a)
{
	struct gp_bytes bytes;
	struct gp_err e = { 0 };
	struct gp_str kept;

	if (!gp_read("tests/images/small.jpg", 1 << 20, &bytes, &e))
		exit(99);
	kept = gp_arena_str(
		a, (struct gp_str){ (const char *)bytes.data, bytes.size });
	gp_bytes_free(&bytes);
	return kept;
}

void
pictures_add(struct gp_pack *pack)
{
	struct gp_image *rows = gp_arena_array(pack->arena, 2, sizeof *rows);

	if (!rows)
		exit(99);
	rows[0] = (struct gp_image){
		.name = GP_STR("https://www.example.org/costs.png"),
		.data = a_png(pack->arena),
		.width = 640,
		.height = 320,
		.type = GP_IMAGE_PNG,
	};
	rows[1] = (struct gp_image){
		.name = GP_STR("team.jpg"),
		.data = a_jpeg(pack->arena),
		.width = 100,
		.height = 141,
		.type = GP_IMAGE_JPEG,
	};
	pack->images = rows;
	pack->n_images = 2;
}
