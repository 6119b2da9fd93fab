/* Arenas: alignment, the limit to the byte, sticky failure, overflow. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>
#include <wchar.h>

#include "base/arena.h"

static const size_t roomy = 64 * 1024 * 1024;

static void
aligned_zeroed_apart(void **state)
{
	struct gp_arena *a = gp_arena_new(roomy);
	unsigned char *last = NULL, *p;
	size_t i, k;

	(void)state;
	for (i = 1; i < 600; i++) {
		p = gp_arena_alloc(a, i);
		assert_non_null(p);
		assert_int_equal((uintptr_t)p % _Alignof(max_align_t), 0);
		for (k = 0; k < i; k++)
			assert_int_equal(p[k], 0);
		memset(p, 0xAA, i);
		if (last)
			assert_int_equal(last[0], 0xAA);
		last = p;
	}
	gp_arena_free(a);
}

static void
one_block_larger_than_a_chunk(void **state)
{
	struct gp_arena *a = gp_arena_new(roomy);
	unsigned char *small = gp_arena_alloc(a, 10);
	unsigned char *large = gp_arena_alloc(a, 5 * 1024 * 1024);
	unsigned char *after = gp_arena_alloc(a, 10);

	(void)state;
	assert_non_null(small);
	assert_non_null(large);
	assert_non_null(after);
	memset(large, 1, 5 * 1024 * 1024);
	assert_int_equal(small[9], 0);
	assert_int_equal(after[0], 0);
	gp_arena_free(a);
}

/* A small block is copied, a large one grows in its place in the budget, and
   shrinks to nothing. */
static void
blocks_change_size(void **state)
{
	const size_t mib = 1024 * 1024;
	struct gp_arena *a = gp_arena_new(8 * mib);
	unsigned char *p = gp_arena_resize(a, NULL, 0, 100), *after;
	size_t size = 100, i;

	(void)state;
	assert_non_null(p);
	memset(p, 0x5A, size);
	for (; size < 5 * mib; size *= 2) {
		p = gp_arena_resize(a, p, size, size * 2);
		assert_non_null(p);
		after = gp_arena_alloc(a, 10);
		assert_non_null(after);
		assert_int_equal(after[9], 0);
		for (i = 0; i < 100; i++)
			assert_int_equal(p[i], 0x5A);
		memset(p, 0x5A, size * 2);
	}
	assert_true(gp_arena_used(a) < size + 2 * mib + mib / 2);
	p = gp_arena_resize(a, p, size, 2 * mib);
	assert_non_null(p);
	assert_int_equal(p[2 * mib - 1], 0x5A);
	assert_non_null(gp_arena_resize(a, p, 2 * mib, 0));
	assert_true(gp_arena_used(a) < 3 * mib);
	assert_null(gp_arena_resize(a, NULL, 0, 9 * mib));
	gp_arena_free(a);
}

static void
limit_to_the_byte(void **state)
{
	struct gp_arena *a = gp_arena_new(4096);
	struct gp_err e = { 0 };

	(void)state;
	assert_non_null(gp_arena_alloc(a, 4096));
	assert_true(gp_arena_ok(a, &e));
	assert_int_equal(gp_arena_used(a), 4096);
	assert_null(gp_arena_alloc(a, 1));
	assert_false(gp_arena_ok(a, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_arena_free(a);

	a = gp_arena_new(4096);
	assert_null(gp_arena_alloc(a, 4097));
	gp_arena_free(a);
}

/* The limit is about memory: a hostile source of a million one-byte strings
   must not take sixteen times what the limit says. */
static void
small_objects_count_as_the_memory_they_take(void **state)
{
	struct gp_arena *a = gp_arena_new(64 * 1024);
	size_t n = 0;

	(void)state;
	while (gp_arena_alloc(a, 1))
		n++;
	assert_in_range(n, 1, 64 * 1024 / _Alignof(max_align_t));
	gp_arena_free(a);
}

static void
failure_is_sticky(void **state)
{
	struct gp_arena *a = gp_arena_new(100);
	struct gp_err e = { 0 };

	(void)state;
	assert_null(gp_arena_alloc(a, 101));
	assert_null(gp_arena_alloc(a, 1));
	assert_null(gp_arena_array(a, 1, 1));
	assert_int_equal(gp_arena_cstr(a, "word").n, 0);
	assert_string_equal(gp_arena_cstr(a, "word").p, "");
	assert_string_equal(gp_arena_printf(a, "%d", 1).p, "");
	assert_false(gp_arena_ok(a, &e));
	assert_int_equal(e.code, GP_LIMIT);
	assert_non_null(strstr(e.msg, "split"));
	gp_arena_free(a);
}

static void
sizes_that_overflow(void **state)
{
	static const size_t huge[] = { SIZE_MAX, SIZE_MAX - 1, SIZE_MAX - 15,
		                       SIZE_MAX - 16, SIZE_MAX / 2 + 1 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof huge / sizeof *huge; i++) {
		struct gp_arena *a = gp_arena_new(SIZE_MAX);

		assert_non_null(gp_arena_alloc(a, 32));
		assert_null(gp_arena_alloc(a, huge[i]));
		assert_null(gp_arena_alloc(a, 1));
		gp_arena_free(a);
	}
}

static void
array_that_overflows(void **state)
{
	struct gp_arena *a = gp_arena_new(roomy);
	struct gp_err e = { 0 };

	(void)state;
	/* The product wraps to 16. */
	assert_null(gp_arena_array(a, SIZE_MAX / 16 + 2, 16));
	assert_false(gp_arena_ok(a, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_arena_free(a);

	a = gp_arena_new(SIZE_MAX);
	assert_null(gp_arena_array(a, SIZE_MAX / 16 + 2, 16));
	gp_arena_free(a);
}

static void
nothing_is_something(void **state)
{
	struct gp_arena *a = gp_arena_new(roomy);

	(void)state;
	assert_non_null(gp_arena_alloc(a, 0));
	assert_non_null(gp_arena_array(a, 0, 16));
	assert_non_null(gp_arena_array(a, 16, 0));
	gp_arena_free(a);
	gp_arena_free(NULL);
}

static void
strings(void **state)
{
	struct gp_arena *a = gp_arena_new(roomy);
	struct gp_str s = gp_arena_str(a, (struct gp_str){ "abc\0def", 7 });
	struct gp_str none = gp_arena_str(a, (struct gp_str){ NULL, 0 });
	char source[] = "own";
	struct gp_str copy = gp_arena_cstr(a, source);

	(void)state;
	assert_int_equal(s.n, 7);
	assert_memory_equal(s.p, "abc\0def", 8);
	assert_int_equal(none.n, 0);
	assert_string_equal(none.p, "");
	source[0] = 'x';
	assert_string_equal(copy.p, "own");
	assert_string_equal(gp_arena_cstr(a, NULL).p, "");
	gp_arena_free(a);
}

static void
formats(void **state)
{
	struct gp_arena *a = gp_arena_new(roomy);
	struct gp_str s = gp_arena_printf(a, "%s-%05d", "x", 42);
	struct gp_str wide = gp_arena_printf(a, "%20000d", 7);

	(void)state;
	assert_string_equal(s.p, "x-00042");
	assert_int_equal(s.n, 7);
	assert_int_equal(wide.n, 20000);
	assert_int_equal(wide.p[19999], '7');
	assert_int_equal(wide.p[20000], '\0');
	assert_string_equal(gp_arena_printf(a, "%s", "").p, "");
	gp_arena_free(a);
}

/* What printf refuses must not pass for empty text. */
static void
format_that_fails_is_a_failure(void **state)
{
	struct gp_arena *a = gp_arena_new(roomy);
	struct gp_err e = { 0 };

	(void)state;
	assert_int_equal(gp_arena_printf(a, "%lc", (wint_t)0xD800).n, 0);
	assert_false(gp_arena_ok(a, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_arena_free(a);
}

static void
the_end_of_a_buffer(void **state)
{
	struct gp_arena *a = gp_arena_new(roomy);
	struct gp_buf b = { .max = 4 };
	struct gp_err e = { 0 };
	struct gp_str s = gp_arena_buf(a, &b);

	(void)state;
	assert_int_equal(s.n, 0);
	assert_string_equal(s.p, "");
	gp_buf_puts(&b, "a\xC3\xA9");
	s = gp_arena_buf(a, &b);
	assert_null(b.data);
	assert_string_equal(s.p, "a\xC3\xA9");
	assert_true(gp_arena_ok(a, &e));
	/* What the buffer lost is not lost quietly. */
	gp_buf_puts(&b, "abcde");
	s = gp_arena_buf(a, &b);
	assert_null(b.data);
	assert_int_equal(s.n, 0);
	assert_false(gp_arena_ok(a, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_arena_free(a);
}

/* What was handed out stays; who asks for more is told of a fault. */
static void
a_sealed_arena(void **state)
{
	struct gp_arena *a = gp_arena_new(roomy);
	struct gp_str text = gp_arena_cstr(a, "words");
	struct gp_err e = { 0 };
	size_t used = gp_arena_used(a);

	(void)state;
	gp_arena_seal(a);
	assert_true(gp_arena_ok(a, &e));
	assert_null(gp_arena_alloc(a, 1));
	assert_int_equal(gp_arena_str(a, text).n, 0);
	assert_null(gp_arena_resize(a, NULL, 0, 10));
	assert_int_equal(gp_arena_used(a), used);
	assert_string_equal(text.p, "words");
	assert_false(gp_arena_ok(a, &e));
	assert_int_equal(e.code, GP_INTERNAL);
	gp_arena_free(a);
	gp_arena_seal(NULL);
}

/* A large block that would grow in its place asks for more too. */
static void
a_sealed_block_does_not_grow(void **state)
{
	const size_t mib = 1024 * 1024;
	struct gp_arena *a = gp_arena_new(roomy);
	unsigned char *p = gp_arena_resize(a, NULL, 0, 2 * mib);
	struct gp_err e = { 0 };

	(void)state;
	assert_non_null(p);
	gp_arena_seal(a);
	assert_null(gp_arena_resize(a, p, 2 * mib, 3 * mib));
	assert_false(gp_arena_ok(a, &e));
	assert_int_equal(e.code, GP_INTERNAL);
	gp_arena_free(a);
}

/* A failure before the seal is the one that is told. */
static void
a_seal_hides_no_failure(void **state)
{
	struct gp_arena *a = gp_arena_new(64);
	struct gp_err e = { 0 };

	(void)state;
	assert_null(gp_arena_alloc(a, 65));
	gp_arena_seal(a);
	assert_null(gp_arena_alloc(a, 1));
	assert_false(gp_arena_ok(a, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_arena_free(a);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(aligned_zeroed_apart),
		cmocka_unit_test(one_block_larger_than_a_chunk),
		cmocka_unit_test(blocks_change_size),
		cmocka_unit_test(limit_to_the_byte),
		cmocka_unit_test(small_objects_count_as_the_memory_they_take),
		cmocka_unit_test(failure_is_sticky),
		cmocka_unit_test(sizes_that_overflow),
		cmocka_unit_test(array_that_overflows),
		cmocka_unit_test(nothing_is_something),
		cmocka_unit_test(strings),
		cmocka_unit_test(formats),
		cmocka_unit_test(format_that_fails_is_a_failure),
		cmocka_unit_test(the_end_of_a_buffer),
		cmocka_unit_test(a_sealed_arena),
		cmocka_unit_test(a_sealed_block_does_not_grow),
		cmocka_unit_test(a_seal_hides_no_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
