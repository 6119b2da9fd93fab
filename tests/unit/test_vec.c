/* Growing arrays: base/vec.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdlib.h>

#include "base/vec.h"

enum { MANY = 100000 };

struct list {
	unsigned *rows;
	size_t n, cap;
};

static void
fill(struct gp_arena *a, struct list *l)
{
	unsigned *row, i;

	for (i = 0; i < MANY; i++) {
		row = GP_VEC_ADD(a, l->rows, l->n, l->cap);
		if (!row)
			fail_msg("no room for row %u", i);
		else
			*row = i;
	}
}

static void
check(const struct list *l)
{
	unsigned i;

	assert_int_equal(l->n, MANY);
	assert_true(l->cap >= l->n);
	for (i = 0; i < MANY; i++)
		assert_int_equal(l->rows[i], i);
}

static void
in_an_arena(void **state)
{
	struct gp_arena *a = gp_arena_new(64 * 1024 * 1024);
	struct list l = { .rows = NULL };

	(void)state;
	fill(a, &l);
	check(&l);
	gp_arena_free(a);
}

static void
in_memory_of_its_own(void **state)
{
	struct list l = { .rows = NULL };

	(void)state;
	fill(NULL, &l);
	check(&l);
	free(l.rows);
}

static void
many_at_once(void **state)
{
	struct list l = { .rows = NULL };
	unsigned *before;

	(void)state;
	assert_true(GP_VEC_FIT(NULL, l.rows, 1000, l.cap));
	assert_true(l.cap >= 1000);
	l.rows[999] = 1;
	before = l.rows;
	assert_true(GP_VEC_FIT(NULL, l.rows, 1000, l.cap));
	assert_ptr_equal(l.rows, before);
	free(l.rows);
}

/* What there is stays when there can be no more. */
static void
over_the_limit(void **state)
{
	struct gp_arena *a = gp_arena_new(4096);
	struct list l = { .rows = NULL };
	struct gp_err e = { 0 };
	unsigned *row;

	(void)state;
	while ((row = GP_VEC_ADD(a, l.rows, l.n, l.cap)) != NULL)
		*row = (unsigned)l.n;
	assert_int_equal(l.n, l.cap);
	assert_int_equal(l.rows[l.n - 1], l.n);
	assert_false(gp_arena_ok(a, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_arena_free(a);
}

static void
more_than_memory_has(void **state)
{
	struct gp_arena *a = gp_arena_new(4096);
	struct list l = { .rows = NULL };
	struct list own = { .rows = NULL };

	(void)state;
	assert_false(GP_VEC_FIT(a, l.rows, SIZE_MAX, l.cap));
	assert_false(GP_VEC_FIT(NULL, own.rows, SIZE_MAX / 2, own.cap));
	assert_int_equal(l.cap + own.cap, 0);
	gp_arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(in_an_arena),
		cmocka_unit_test(in_memory_of_its_own),
		cmocka_unit_test(many_at_once),
		cmocka_unit_test(over_the_limit),
		cmocka_unit_test(more_than_memory_has),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
