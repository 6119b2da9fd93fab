/* Pictures that come in as other kinds than they go out: each of these files
   shows four quarters, red, green, blue and white or nothing, and so does
   what is made of it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <png.h>
#include <stdlib.h>
#include <turbojpeg.h>

#include "base/file.h"
#include "base/limits.h"
#include "import/picture/image.h"

enum { CHANNELS = 4, NEAR = 24 };

static struct gp_bytes
image_file(const char *name)
{
	char path[128];
	struct gp_bytes b = { NULL, 0 };
	struct gp_err e = { 0 };

	gp_format(path, sizeof path, "tests/images/%s", name);
	if (!gp_read(path, GP_MAX_IMAGE_BYTES, &b, &e))
		fail_msg("%s: %s", path, e.msg);
	return b;
}

/* The dots of what was taken, read by the libraries themselves. */
static unsigned char *
dots_of(const struct gp_image *image)
{
	unsigned char *dots =
		malloc((size_t)image->width * image->height * CHANNELS);
	png_image png = { .version = PNG_IMAGE_VERSION };
	tjhandle tj;

	assert_non_null(dots);
	if (image->type == GP_IMAGE_PNG) {
		assert_int_equal(png_image_begin_read_from_memory(
					 &png, image->data.p, image->data.n),
		                 1);
		png.format = PNG_FORMAT_RGBA;
		assert_int_equal(
			png_image_finish_read(&png, NULL, dots, 0, NULL), 1);
		return dots;
	}
	tj = tjInitDecompress();
	assert_int_equal(tjDecompress2(tj, (const unsigned char *)image->data.p,
	                               image->data.n, dots, (int)image->width,
	                               0, (int)image->height, TJPF_RGBA, 0),
	                 0);
	(void)tjDestroy(tj);
	return dots;
}

static void
is_near(const unsigned char *dot, const int want[CHANNELS], const char *name)
{
	int i;

	for (i = 0; i < (want[3] ? CHANNELS : 0); i++)
		if (abs(dot[i] - want[i]) > NEAR)
			fail_msg("%s: %d is not near %d", name, dot[i],
			         want[i]);
	assert_int_equal(dot[3], want[3]);
}

/* One dot of each quarter, from the top left as one reads. */
static void
shows(const struct gp_image *image, const int want[4][CHANNELS],
      const char *name)
{
	unsigned char *dots = dots_of(image);
	unsigned i;

	for (i = 0; i < 4; i++) {
		size_t x = i % 2 ? image->width - 4 : 3;
		size_t y = i / 2 ? image->height - 4 : 3;

		is_near(dots + (y * image->width + x) * CHANNELS, want[i],
		        name);
	}
	free(dots);
}

static void
quarters(void **state)
{
	static const int upright[4][CHANNELS] = { { 200, 30, 30, 255 },
		                                  { 30, 160, 40, 255 },
		                                  { 30, 40, 200, 255 },
		                                  { 240, 240, 230, 255 } };
	static const int clear[4][CHANNELS] = { { 200, 30, 30, 255 },
		                                { 30, 160, 40, 255 },
		                                { 30, 40, 200, 255 },
		                                { 0, 0, 0, 0 } };
	static const int turned[4][CHANNELS] = { { 30, 40, 200, 255 },
		                                 { 200, 30, 30, 255 },
		                                 { 240, 240, 230, 255 },
		                                 { 30, 160, 40, 255 } };
	static const struct {
		const char *name;
		enum gp_image_type type;
		unsigned width, height;
		const int (*want)[CHANNELS];
	} rows[] = {
		{ "quarters.gif", GP_IMAGE_PNG, 24, 18, clear },
		{ "quarters-clear.webp", GP_IMAGE_PNG, 24, 18, clear },
		{ "quarters-film.webp", GP_IMAGE_PNG, 24, 18, upright },
		{ "quarters-photo.webp", GP_IMAGE_JPEG, 24, 18, upright },
		{ "quarters-inks.jpg", GP_IMAGE_JPEG, 24, 18, upright },
		{ "quarters-turned.jpg", GP_IMAGE_JPEG, 18, 24, turned },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_bytes b = image_file(rows[i].name);
		struct gp_arena *a = gp_arena_new(GP_MAX_PICTURES_ARENA);
		struct gp_image image;
		struct gp_err e = { 0 };

		if (!gp_image_take(a, (struct gp_str){ (char *)b.data, b.size },
		                   &image, &e))
			fail_msg("%s %s", rows[i].name, e.msg);
		assert_int_equal(image.type, rows[i].type);
		assert_int_equal(image.width, rows[i].width);
		assert_int_equal(image.height, rows[i].height);
		shows(&image, rows[i].want, rows[i].name);
		gp_arena_free(a);
		gp_bytes_free(&b);
	}
}

/* Cut anywhere, each is a damaged file or a picture, and nothing else. */
static void
cut(void **state)
{
	static const char *const names[] = {
		"quarters.gif",        "quarters-clear.webp",
		"quarters-film.webp",  "quarters-inks.jpg",
		"quarters-turned.jpg",
	};
	size_t i, n;

	(void)state;
	for (i = 0; i < sizeof names / sizeof *names; i++) {
		struct gp_bytes b = image_file(names[i]);

		for (n = 0; n < b.size; n++) {
			struct gp_arena *a =
				gp_arena_new(GP_MAX_PICTURES_ARENA);
			struct gp_image image;
			struct gp_err e = { 0 };

			if (!gp_image_take(a,
			                   (struct gp_str){ (char *)b.data, n },
			                   &image, &e))
				assert_int_equal(e.code, GP_INPUT);
			gp_arena_free(a);
		}
		gp_bytes_free(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(quarters),
		cmocka_unit_test(cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
