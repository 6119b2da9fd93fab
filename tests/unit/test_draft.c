/* Drafts: blocks in order, failure of the arena. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "model/draft.h"

static void
blocks_in_order(void **state)
{
	struct gp_draft *d = gp_draft_new(1 << 20);
	struct gp_draft_block *b[3], *at;
	size_t i;

	(void)state;
	assert_non_null(d);
	assert_null(d->first);
	assert_int_equal(d->n_blocks, 0);
	for (i = 0; i < 3; i++) {
		b[i] = gp_draft_add(d);
		assert_non_null(b[i]);
		assert_false(b[i]->has_hint);
		assert_null(b[i]->tree);
		assert_int_equal(d->n_blocks, i + 1);
	}
	for (at = d->first, i = 0; at; at = at->next)
		assert_ptr_equal(at, b[i++]);
	assert_int_equal(i, 3);
	assert_ptr_equal(d->last, b[2]);
	gp_draft_free(d);
}

static void
a_full_arena(void **state)
{
	struct gp_draft *d;
	struct gp_err e = { 0 };
	size_t n = 0;

	(void)state;
	assert_null(gp_draft_new(8));
	d = gp_draft_new(4096);
	while (gp_draft_add(d))
		n++;
	assert_int_equal(d->n_blocks, n);
	assert_null(d->last->next);
	assert_false(gp_arena_ok(d->arena, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_draft_free(d);
	gp_draft_free(NULL);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_in_order),
		cmocka_unit_test(a_full_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
