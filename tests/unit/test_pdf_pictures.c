/* Pictures in the PDF: which element they are, where they stand, what of them
   is in the file, and what becomes of those that are none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <qpdf/qpdf-c.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "laidout.h"
#include "pictures.h"

static size_t
count_in(struct gp_str text, const char *what)
{
	size_t at = 0, count = 0, n = strlen(what);

	while ((at = gp_str_find(text, gp_str(what), at)) < text.n) {
		count++;
		at += n;
	}
	return count;
}

/* Each picture is one figure with words, kept in the measure and whole; the
   caption is its child. */
static void
pictures_are_figures(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct laid_out l;
	const struct gp_tree *t;
	size_t i, figures = 0, captions = 0;

	(void)state;
	pictures_add(pack);
	lay_out(&l, pack);
	t = &l.parts->flow.tree;
	for (i = 0; i < t->n_elements; i++) {
		const struct gp_element *e = &t->elements[i];

		if (e->attached && e->tag == GP_TAG_FIGURE) {
			figures++;
			assert_true(e->alt.n > 0);
		}
		captions += e->attached && e->tag == GP_TAG_CAPTION &&
		            t->elements[e->parent].tag == GP_TAG_FIGURE;
	}
	/* The timeline on the cover is the third. */
	assert_int_equal(figures, 3);
	assert_int_equal(captions, 1);
	assert_int_equal(l.parts->layout.n_pictures, 2);
	for (i = 0; i < 2; i++) {
		const struct gp_picture_at *at = &l.parts->layout.pictures[i];
		const struct gp_style *s = &l.parts->style;

		assert_true(at->x >= s->left);
		assert_true(at->x + at->width <= s->width - s->right);
		assert_true(at->y + at->height <= s->height - s->bottom);
		/* The proportions stay, to a point. */
		assert_true(llabs((int64_t)at->width * at->image->height /
		                          at->image->width -
		                  at->height) < GP_PT);
	}
	let_go(&l);
}

static void
pictures_are_in_the_file(void **state)
{
	struct gp_pack *pack = fixture_pack();
	struct gp_diag *d = gp_diag_new();
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };
	qpdf_data q = qpdf_init();
	struct gp_str plain;

	(void)state;
	pictures_add(pack);
	assert_true(write_pdf(pack, ".", d, &out, &e));
	/* Who reads the pack has said it already. */
	assert_false(has_finding(d, "no-alt", ""));
	assert_false(has_finding(d, "bad-picture", ""));
	/* The JPEG stands there byte for byte. */
	assert_true(gp_str_find(gp_buf_view(&out), pack->images[1].data, 0) <
	            out.len);
	assert_int_equal(qpdf_read_memory(q, "x", out.data, out.len, NULL),
	                 QPDF_SUCCESS);
	qpdf_init_write_memory(q);
	qpdf_set_qdf_mode(q, QPDF_TRUE);
	assert_int_equal(qpdf_write(q), QPDF_SUCCESS);
	plain = (struct gp_str){ (const char *)qpdf_get_buffer(q),
		                 qpdf_get_buffer_length(q) };
	assert_int_equal(count_in(plain, "/Figure << /MCID"), 3);
	assert_int_equal(count_in(plain, "/Subtype /Image"), 2);
	assert_int_equal(count_in(plain, "/BBox ["), 3);
	assert_int_equal(count_in(plain, "/Interpolate true"), 0);
	assert_int_equal(count_in(plain, "/DCTDecode"), 1);
	qpdf_cleanup(&q);
	gp_buf_free(&out);
	gp_pack_free(pack);
	gp_diag_free(d);
}

static void
pictures_that_are_wrong(void **state)
{
	static const struct {
		struct gp_str data;
		enum gp_image_type type;
	} rows[] = {
		{ { "", 0 }, GP_IMAGE_PNG },
		{ { "\x89PNG\r\n\x1a\n\0\0", 10 }, GP_IMAGE_PNG },
		{ { "no picture", 10 }, GP_IMAGE_JPEG },
		/* Larger than was said, and cut short. */
		{ { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x7D\0\0\0\x7D\0\x08\2",
		    26 },
		  GP_IMAGE_PNG },
		{ { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x0A\0\0\0\x0A\x08\2",
		    26 },
		  GP_IMAGE_PNG },
	};
	size_t i;

	(void)state;
	for (i = 0; i < sizeof rows / sizeof *rows; i++) {
		struct gp_image image = { .name = GP_STR("team.jpg"),
			                  .width = 10,
			                  .height = 10 };
		struct gp_pack *pack = fixture_pack();
		struct gp_diag *d = gp_diag_new();
		struct gp_buf out = { .max = 0 };
		struct gp_err e = { 0 };

		image.data = rows[i].data;
		image.type = rows[i].type;
		pack->images = &image;
		pack->n_images = 1;
		assert_true(write_pdf(pack, ".", d, &out, &e));
		assert_true(has_finding(d, "bad-picture", "team.jpg"));
		gp_buf_free(&out);
		gp_pack_free(pack);
		gp_diag_free(d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pictures_are_figures),
		cmocka_unit_test(pictures_are_in_the_file),
		cmocka_unit_test(pictures_that_are_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
