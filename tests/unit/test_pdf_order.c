/* The order in which fonts are loaded, and what was written before in the same
   process, are nowhere in the bytes of the PDF. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "fixture.h"
#include "write/paint/paint.h"
#include "typeset/parts.h"
#include "write/pdf/tags/post.h"

/* Loads faces before any text asks for them. */
typedef void
loader(struct gp_faces *f);

static void
load_none(struct gp_faces *f)
{
	(void)f;
}

static void
load_forward(struct gp_faces *f)
{
	unsigned i;

	for (i = 0; i < GP_FACE_COUNT; i++)
		(void)gp_faces_find(f, i);
}

/* The fallbacks come first. */
static void
load_backward(struct gp_faces *f)
{
	unsigned i;

	for (i = GP_FACE_COUNT; i > 0; i--)
		(void)gp_faces_find(f, i - 1);
}

/* Bold italic of the second family, then the rest as it is asked for. */
static void
load_odd(struct gp_faces *f)
{
	(void)gp_faces_find(f, gp_face_number(1, true, true));
	(void)gp_faces_find(f, GP_FACE_OWN + 1);
}

static size_t
loaded(const struct gp_faces *f)
{
	size_t n = 0, i;

	for (i = 0; i < GP_FACE_COUNT; i++)
		n += f->rows[i].font != NULL;
	return n;
}

/* The PDF, and how many faces were there before the layout began. */
static struct gp_buf
made(struct gp_pack *pack, loader *load, size_t *before)
{
	struct gp_write_job job = fixture_job(pack);
	struct gp_buf plain = { .max = 0 }, out = { .max = 0 };
	struct gp_err e = { 0 };
	struct gp_parts *p;
	struct gp_case type;

	p = gp_parts_open(&job, &e);
	assert_non_null(p);
	load(&p->faces);
	*before = loaded(&p->faces);
	if (!gp_parts_lay_out(p, &e) ||
	    !gp_case_paint(&type, &p->layout, &job.date, &plain, &e) ||
	    !gp_post(&p->layout, &job, gp_buf_view(&plain), &type, &out, &e))
		fail_msg("%s: %s", e.file, e.msg);
	gp_parts_close(p);
	gp_buf_free(&plain);
	gp_pack_free(pack);
	return out;
}

static void
loading_order(void **state)
{
	static loader *const loaders[] = { load_forward, load_backward,
		                           load_odd };
	size_t before, few, i;
	struct gp_buf a = made(fixture_pack(), load_none, &few);

	(void)state;
	for (i = 0; i < sizeof loaders / sizeof *loaders; i++) {
		struct gp_buf b = made(fixture_pack(), loaders[i], &before);

		assert_true(before > few);
		assert_int_equal(a.len, b.len);
		assert_memory_equal(a.data, b.data, a.len);
		gp_buf_free(&b);
	}
	gp_buf_free(&a);
}

/* cairo keeps fonts and scaled glyphs from one surface to the next. */
static void
what_came_before(void **state)
{
	size_t ignored;
	struct gp_buf a = made(fixture_many(2), load_none, &ignored);
	struct gp_buf other = made(fixture_pack(), load_backward, &ignored);
	struct gp_buf b = made(fixture_many(2), load_none, &ignored);

	(void)state;
	assert_int_equal(a.len, b.len);
	assert_memory_equal(a.data, b.data, a.len);
	/* And two packs are not the same. */
	assert_true(other.len != a.len);
	gp_buf_free(&a);
	gp_buf_free(&b);
	gp_buf_free(&other);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(loading_order),
		cmocka_unit_test(what_came_before),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
