/* Pictures with more dots than are shown: how small they become, that what is
   seen stays the same, and that those that fit keep every byte. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "import/picture/image.h"
#include "import/picture/image_decode.h"
#include "import/picture/image_dots.h"
#include "import/picture/image_fit.h"

static void
bounds(void **state)
{
	static const struct {
		unsigned width, height, wide, high;
		bool smaller;
	} rows[] = {
		{ 8064, 6048, 1600, 1200, true },
		{ 6048, 8064, 1200, 1600, true },
		{ 1600, 1600, 1600, 1600, false },
		{ 20500, 400, 1600, 31, true },
		{ 60000, 1, 1600, 1, true },
		{ 800, 6400, 800, 6400, false },
		{ 800, 12800, 400, 6400, true },
		{ 1, 1, 1, 1, false },
	};
	unsigned wide, high;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		assert_int_equal(gp_image_bound(rows[i].width, rows[i].height,
		                                GP_SCREEN_WIDTH,
		                                GP_SCREEN_HEIGHT, &wide, &high),
		                 rows[i].smaller);
		assert_int_equal(wide, rows[i].wide);
		assert_int_equal(high, rows[i].high);
	}
}

/* Left half red, right half clear; one row blue. */
static void
paint_halves(struct gp_dots *d)
{
	unsigned x, y;

	for (y = 0; y < d->height; y++)
		for (x = 0; x < d->width; x++) {
			unsigned char *dot = d->rgba + ((size_t)y * d->width +
			                                x) * GP_DOT_BYTES;

			dot[y ? 0 : 2] = 0xFF;
			dot[3] = x < d->width / 2 ? 0xFF : 0;
		}
	d->clear = true;
}

/* What is clear gives no colour; an area's mean is that of its dots. */
static void
means(void **state)
{
	struct gp_dots d;
	struct gp_err e = { 0 };
	const unsigned char *dot;

	(void)state;
	assert_true(gp_dots_make(&d, 6, 4, &e));
	paint_halves(&d);
	assert_true(gp_dots_shrink(&d, 4, 1, &e));
	assert_int_equal(d.width, 4);
	assert_int_equal(d.height, 1);
	dot = d.rgba;
	assert_int_equal(dot[0], 191);
	assert_int_equal(dot[2], 64);
	assert_int_equal(dot[3], 255);
	/* Two new ones are three old ones wide. */
	assert_int_equal(dot[GP_DOT_BYTES + 3], 255);
	assert_int_equal(dot[2 * GP_DOT_BYTES + 3], 0);
	gp_dots_free(&d);
}

static void
put_file(struct gp_dots *d, bool photo, struct gp_buf *out)
{
	struct gp_err e = { 0 };

	paint_halves(d);
	d->clear = !photo;
	assert_true(photo ? gp_dots_jpeg(d, GP_QUALITY_SAME, out, &e)
	                  : gp_dots_png(d, out, &e));
}

/* Takes one of that size. */
static void
take(struct gp_arena *a, unsigned width, unsigned height, bool photo,
     struct gp_image *image, struct gp_buf *file)
{
	struct gp_dots d;
	struct gp_err e = { 0 };

	assert_true(gp_dots_make(&d, width, height, &e));
	put_file(&d, photo, file);
	if (!gp_image_take(a, gp_buf_view(file), image, &e))
		fail_msg("%s", e.msg);
	gp_dots_free(&d);
}

static void
photographs(void **state)
{
	static const struct {
		unsigned width, height, wide, high;
		bool photo;
	} rows[] = {
		{ 8064, 6048, 2480, 1860, true },
		{ 7000, 7000, 2480, 2480, true },
		{ 20500, 40, 2480, 4, false },
		{ 3000, 1500, 2480, 1240, false },
		{ 30, 9000, 30, 9000, false },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_arena *a = gp_arena_new(GP_MAX_PICTURES_ARENA);
		struct gp_buf file = { .max = 0 };
		struct gp_image image;

		take(a, rows[i].width, rows[i].height, rows[i].photo, &image,
		     &file);
		assert_int_equal(image.width, rows[i].wide);
		assert_int_equal(image.height, rows[i].high);
		assert_int_equal(image.from_width, rows[i].width);
		assert_int_equal(image.from_height, rows[i].height);
		assert_int_equal(image.type,
		                 rows[i].photo ? GP_IMAGE_JPEG : GP_IMAGE_PNG);
		gp_buf_free(&file);
		gp_arena_free(a);
	}
}

/* In the middle of the left half: red, and nothing to see through. */
static void
is_red(const struct gp_image *image)
{
	struct gp_dots d;
	struct gp_err e = { 0 };
	const unsigned char *dot;

	assert_true(gp_jpeg_dots(image, false, image->width, &d, &e));
	dot = d.rgba +
	      ((size_t)d.height / 2 * d.width + d.width / 4) * GP_DOT_BYTES;
	assert_true(dot[0] > 230 && dot[1] < 30 && dot[2] < 30);
	gp_dots_free(&d);
}

static void
screens(void **state)
{
	struct gp_arena *a = gp_arena_new(GP_MAX_PICTURES_ARENA);
	struct gp_buf file = { .max = 0 };
	struct gp_image image, fit, again;
	struct gp_err e = { 0 };

	(void)state;
	take(a, 2000, 1000, true, &image, &file);
	assert_int_equal(image.data.n, file.len);
	assert_memory_equal(image.data.p, file.data, file.len);
	assert_true(gp_image_fit(a, &image, GP_SCREEN_WIDTH, GP_SCREEN_HEIGHT,
	                         &fit, &e));
	assert_int_equal(fit.width, 1600);
	assert_int_equal(fit.height, 800);
	assert_true(fit.data.n < image.data.n);
	is_red(&fit);
	assert_true(gp_image_fit(a, &fit, GP_SCREEN_WIDTH, GP_SCREEN_HEIGHT,
	                         &again, &e));
	assert_ptr_equal(again.data.p, fit.data.p);
	gp_buf_free(&file);
	gp_arena_free(a);
}

/* A colour profile goes with the dots that it is of. */
static void
profile(void **state)
{
	static const char segment[] = "\xFF\xE2\0\x14ICC_PROFILE\0\1\1abcd";
	struct gp_arena *a = gp_arena_new(GP_MAX_PICTURES_ARENA);
	struct gp_buf file = { .max = 0 }, with = { .max = 0 };
	struct gp_image image;
	struct gp_dots d;
	struct gp_err e = { 0 };
	struct gp_str wanted = { segment, sizeof segment - 1 };

	(void)state;
	assert_true(gp_dots_make(&d, 3000, 200, &e));
	put_file(&d, true, &file);
	gp_dots_free(&d);
	gp_buf_str(&with, gp_str_sub(gp_buf_view(&file), 0, 2));
	gp_buf_str(&with, wanted);
	gp_buf_str(&with, gp_str_sub(gp_buf_view(&file), 2, file.len));
	assert_true(gp_image_take(a, gp_buf_view(&with), &image, &e));
	assert_int_equal(image.width, 2480);
	assert_true(gp_str_find(image.data, wanted, 0) < image.data.n);
	gp_buf_free(&file);
	gp_buf_free(&with);
	gp_arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bounds),      cmocka_unit_test(means),
		cmocka_unit_test(photographs), cmocka_unit_test(screens),
		cmocka_unit_test(profile),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
