/* Map: growth, replacing, absent keys, keys that collide, a full arena. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/hash.h"
#include "base/map.h"

enum { MANY = 5000 };

static int values[MANY];

static void
empty(void **state)
{
	struct gp_map m = { 0 };

	(void)state;
	assert_null(gp_map_find(&m, GP_STR("a")));
	assert_null(gp_map_find(&m, GP_STR("")));
}

static void
many(void **state)
{
	struct gp_arena *a = gp_arena_new(64 << 20);
	struct gp_map m = { .arena = a };
	struct gp_str keys[MANY];
	size_t i, k;

	(void)state;
	for (i = 0; i < MANY; i++) {
		keys[i] = gp_arena_printf(a, "key %zu", i);
		assert_null(gp_map_find(&m, keys[i]));
		gp_map_put(&m, keys[i], &values[i]);
		/* Nothing is lost over a growth. */
		if ((i & (i - 1)) == 0)
			for (k = 0; k <= i; k++)
				assert_ptr_equal(gp_map_find(&m, keys[k]),
				                 &values[k]);
	}
	for (i = 0; i < MANY; i++)
		assert_ptr_equal(gp_map_find(&m, keys[i]), &values[i]);
	assert_int_equal(m.count, MANY);
	assert_null(gp_map_find(&m, GP_STR("key 5000")));
	assert_null(gp_map_find(&m, GP_STR("key")));
	gp_arena_free(a);
}

static void
a_later_value_replaces(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_map m = { .arena = a };
	size_t i;

	(void)state;
	for (i = 0; i < 100; i++)
		gp_map_put(&m, GP_STR("one"), &values[i]);
	assert_ptr_equal(gp_map_find(&m, GP_STR("one")), &values[99]);
	assert_int_equal(m.count, 1);
	gp_map_put(&m, GP_STR("one"), NULL);
	assert_null(gp_map_find(&m, GP_STR("one")));
	gp_arena_free(a);
}

static void
keys_are_bytes(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_map m = { .arena = a };

	(void)state;
	gp_map_put(&m, GP_STR(""), &values[0]);
	gp_map_put(&m, GP_STR("\0"), &values[1]);
	gp_map_put(&m, GP_STR("a"), &values[2]);
	gp_map_put(&m, GP_STR("A"), &values[3]);
	gp_map_put(&m, GP_STR("a\0"), &values[4]);
	assert_ptr_equal(gp_map_find(&m, (struct gp_str){ NULL, 0 }),
	                 &values[0]);
	assert_ptr_equal(gp_map_find(&m, GP_STR("\0")), &values[1]);
	assert_ptr_equal(gp_map_find(&m, GP_STR("a")), &values[2]);
	assert_ptr_equal(gp_map_find(&m, GP_STR("A")), &values[3]);
	assert_ptr_equal(gp_map_find(&m, GP_STR("a\0")), &values[4]);
	gp_arena_free(a);
}

/* Keys that all want the same slot of the first table. */
static void
colliding_keys(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_map m = { .arena = a };
	struct gp_str keys[16], key;
	size_t i, found = 0;

	(void)state;
	for (i = 0; found < 16; i++) {
		key = gp_arena_printf(a, "%zu", i);
		if ((gp_hash_key(key) & 31) == 31)
			keys[found++] = key;
	}
	for (i = 0; i < 16; i++)
		gp_map_put(&m, keys[i], &values[i]);
	for (i = 0; i < 16; i++)
		assert_ptr_equal(gp_map_find(&m, keys[i]), &values[i]);
	assert_null(gp_map_find(&m, GP_STR("x")));
	gp_arena_free(a);
}

static void
a_full_arena(void **state)
{
	struct gp_arena *a = gp_arena_new(4096);
	struct gp_map m = { .arena = a };
	static const char text[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMN"
				   "OPQRSTUVWXYZ0123456789+/";
	struct gp_err e = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 64; i++)
		gp_map_put(&m, (struct gp_str){ text + i, 1 }, &values[i]);
	assert_false(gp_arena_ok(a, &e));
	/* What went in before is still found. */
	for (i = 0; i < m.count; i++)
		assert_ptr_equal(
			gp_map_find(&m, (struct gp_str){ text + i, 1 }),
			&values[i]);
	assert_true(m.count > 0 && m.count < 64);
	gp_arena_free(a);

	a = gp_arena_new(16);
	m = (struct gp_map){ .arena = a };
	gp_map_put(&m, GP_STR("a"), &values[0]);
	assert_null(gp_map_find(&m, GP_STR("a")));
	gp_arena_free(a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty),
		cmocka_unit_test(many),
		cmocka_unit_test(a_later_value_replaces),
		cmocka_unit_test(keys_are_bytes),
		cmocka_unit_test(colliding_keys),
		cmocka_unit_test(a_full_arena),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
