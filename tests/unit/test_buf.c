/* Byte builder: the limit to the byte, sticky failure, every length of
   UTF-8. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <limits.h>
#include <string.h>
#include <wchar.h>

#include "base/buf.h"
#include "base/utf8.h"

static void
starts_empty(void **state)
{
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };

	(void)state;
	assert_true(gp_buf_ok(&b, &e));
	assert_int_equal(gp_buf_view(&b).n, 0);
	assert_string_equal(gp_buf_view(&b).p, "");
	gp_buf_clear(&b);
	gp_buf_put(&b, NULL, 0);
	assert_string_equal(gp_buf_view(&b).p, "");
	gp_buf_free(&b);
	gp_buf_free(&b);
}

static void
appends_of_every_kind(void **state)
{
	struct gp_buf b = { 0 };

	(void)state;
	gp_buf_puts(&b, "a");
	gp_buf_putc(&b, 'b');
	gp_buf_putc(&b, '\0');
	gp_buf_str(&b, GP_STR("c"));
	gp_buf_str(&b, (struct gp_str){ NULL, 0 });
	gp_buf_printf(&b, "%03d", 7);
	gp_buf_put(&b, "xyz", 2);
	assert_int_equal(b.len, 9);
	assert_memory_equal(b.data, "ab\0c007xy", 10);
	gp_buf_free(&b);
}

/* Across every growth of the first megabyte the text stays whole and ends in
   NUL. */
static void
grows_without_loss(void **state)
{
	struct gp_buf b = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < 1 << 20; i++) {
		gp_buf_putc(&b, (char)('a' + i % 26));
		if ((i & (i + 1)) == 0)
			assert_int_equal(b.data[i + 1], '\0');
	}
	assert_int_equal(b.len, 1 << 20);
	for (i = 0; i < b.len; i++)
		assert_int_equal(b.data[i], 'a' + (int)(i % 26));
	gp_buf_free(&b);
}

static void
limit_to_the_byte(void **state)
{
	struct gp_buf b = { .max = 300 };
	struct gp_err e = { 0 };

	(void)state;
	gp_buf_printf(&b, "%300d", 1);
	assert_true(gp_buf_ok(&b, &e));
	assert_int_equal(b.len, 300);
	gp_buf_put(&b, "", 0);
	assert_true(gp_buf_ok(&b, &e));
	gp_buf_putc(&b, 'x');
	assert_int_equal(b.len, 300);
	assert_false(gp_buf_ok(&b, &e));
	assert_int_equal(e.code, GP_LIMIT);
	assert_non_null(strstr(e.msg, "300"));
	gp_buf_free(&b);
}

static void
failure_is_sticky(void **state)
{
	struct gp_buf b = { .max = 4 };
	struct gp_err e = { 0 };

	(void)state;
	gp_buf_puts(&b, "abc");
	gp_buf_puts(&b, "de");
	gp_buf_puts(&b, "f");
	gp_buf_printf(&b, "g");
	gp_buf_utf8(&b, 'h');
	assert_string_equal(gp_buf_view(&b).p, "abc");
	gp_buf_clear(&b);
	assert_int_equal(b.len, 0);
	gp_buf_putc(&b, 'i');
	assert_int_equal(b.len, 0);
	assert_false(gp_buf_ok(&b, &e));
	/* Freed, it may be used again, under the same limit. */
	gp_buf_free(&b);
	gp_buf_puts(&b, "abcd");
	e = (struct gp_err){ 0 };
	assert_true(gp_buf_ok(&b, &e));
	gp_buf_putc(&b, 'e');
	assert_false(gp_buf_ok(&b, &e));
	gp_buf_free(&b);
}

static void
sizes_that_overflow(void **state)
{
	static const size_t limits[] = { 0, 16, SIZE_MAX - 1, SIZE_MAX };
	static const size_t sizes[] = { SIZE_MAX, SIZE_MAX - 1, SIZE_MAX - 3,
		                        SIZE_MAX / 2 + 1 };
	size_t i, k;

	(void)state;
	for (i = 0; i < sizeof limits / sizeof *limits; i++)
		for (k = 0; k < sizeof sizes / sizeof *sizes; k++) {
			struct gp_buf b = { .max = limits[i] };
			struct gp_err e = { 0 };

			gp_buf_puts(&b, "abc");
			/* Never read: the size alone must be refused. */
			gp_buf_put(&b, "x", sizes[k]);
			assert_false(gp_buf_ok(&b, &e));
			assert_string_equal(b.data, "abc");
			gp_buf_free(&b);
		}
}

static void
format_that_fails_is_a_failure(void **state)
{
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };

	(void)state;
	gp_buf_puts(&b, "a");
	gp_buf_printf(&b, "%lc", (wint_t)0xD800);
	assert_false(gp_buf_ok(&b, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_buf_free(&b);
}

static void
take_hands_over(void **state)
{
	struct gp_buf b = { .max = 10 };
	struct gp_bytes bytes;

	(void)state;
	gp_buf_puts(&b, "whole");
	bytes = gp_buf_take(&b);
	assert_int_equal(bytes.size, 5);
	assert_memory_equal(bytes.data, "whole", 6);
	assert_null(b.data);
	assert_int_equal(b.len, 0);
	gp_buf_puts(&b, "next");
	assert_string_equal(b.data, "next");
	assert_memory_equal(bytes.data, "whole", 6);
	gp_bytes_free(&bytes);
	assert_null(bytes.data);
	gp_bytes_free(&bytes);
	gp_buf_free(&b);

	bytes = gp_buf_take(&b);
	assert_int_equal(bytes.size, 0);
	gp_bytes_free(&bytes);
}

static void
failure_is_inherited(void **state)
{
	struct gp_buf good = { 0 }, bad = { .max = 1 }, b = { 0 };
	struct gp_err e = { 0 };

	(void)state;
	gp_buf_puts(&bad, "ab");
	gp_buf_inherit(&b, &good);
	assert_true(gp_buf_ok(&b, &e));
	gp_buf_puts(&b, "text");
	gp_buf_inherit(&b, &bad);
	assert_false(gp_buf_ok(&b, &e));
	assert_int_equal(e.code, GP_LIMIT);
	/* The first failure stays. */
	gp_buf_inherit(&b, &good);
	assert_false(gp_buf_ok(&b, &e));
	gp_buf_free(&b);
	gp_buf_free(&bad);
}

static void
every_scalar_value_comes_back(void **state)
{
	struct gp_buf b = { 0 };
	unsigned long c;
	size_t i;

	(void)state;
	for (c = 0; c <= 0x10FFFF; c++) {
		if (c >= 0xD800 && c <= 0xDFFF)
			continue;
		gp_buf_clear(&b);
		gp_buf_utf8(&b, c);
		i = 0;
		if (gp_utf8_next(gp_buf_view(&b), &i) != c || i != b.len)
			fail_msg("U+%04lX does not come back", c);
	}
	gp_buf_free(&b);
}

/* What has no UTF-8 form must not make the buffer malformed. */
static void
no_scalar_value_becomes_the_replacement(void **state)
{
	static const unsigned long bad[] = { 0xD800,   0xDBFF,     0xDC00,
		                             0xDFFF,   0x110000,   0x1FFFFF,
		                             0x200000, 0xFFFFFFFF, ULONG_MAX };
	struct gp_buf b = { 0 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		gp_buf_clear(&b);
		gp_buf_utf8(&b, bad[i]);
		assert_string_equal(b.data, "\xEF\xBF\xBD");
	}
	gp_buf_free(&b);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(starts_empty),
		cmocka_unit_test(appends_of_every_kind),
		cmocka_unit_test(grows_without_loss),
		cmocka_unit_test(limit_to_the_byte),
		cmocka_unit_test(failure_is_sticky),
		cmocka_unit_test(sizes_that_overflow),
		cmocka_unit_test(format_that_fails_is_a_failure),
		cmocka_unit_test(take_hands_over),
		cmocka_unit_test(failure_is_inherited),
		cmocka_unit_test(every_scalar_value_comes_back),
		cmocka_unit_test(no_scalar_value_becomes_the_replacement),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
