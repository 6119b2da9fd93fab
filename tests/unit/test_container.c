/* The container alone: dates of entries, what is stored, what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "write/epub/container.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

static unsigned
number(const struct gp_buf *b, size_t at, size_t size)
{
	unsigned n = 0;

	assert_true(at + size <= b->len);
	while (size--)
		n = n << 8 | (unsigned char)b->data[at + size];
	return n;
}

/* The day and time of the only entry of a container with this date. */
static unsigned
dos_date(const char *iso)
{
	struct gp_date d = { 0 };
	struct gp_container *c;
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	unsigned result;

	assert_true(gp_date_parse(gp_str(iso), &d));
	c = gp_container_new(&d, 1);
	gp_container_store(c, "a", GP_STR(""));
	assert_true(gp_container_write(c, &b, &e));
	result = number(&b, 12, 2) << 16 | number(&b, 10, 2);
	gp_container_free(c);
	gp_buf_free(&b);
	return result;
}

static void
dates_are_utc_and_in_range(void **state)
{
	(void)state;
	assert_int_equal(dos_date("1970"), (1 << 5 | 1) << 16);
	assert_int_equal(dos_date("1980-01-01"), (1 << 5 | 1) << 16);
	assert_int_equal(dos_date("2015-03-01T01:02:03+02:00"),
	                 (35u << 9 | 2 << 5 | 28) << 16 | 23 << 11 | 2 << 5 |
	                         1);
	assert_int_equal(dos_date("2107-12-31"), (127u << 9 | 12 << 5 | 31)
	                                                 << 16);
	assert_int_equal(dos_date("9999"), (127u << 9 | 12 << 5 | 31) << 16 |
	                                           23 << 11 | 59 << 5 | 29);
}

static void
what_does_not_shrink_is_stored(void **state)
{
	static const struct gp_date date = { GP_YEAR, .year = 2015 };
	struct gp_container *c = gp_container_new(&date, 1);
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };

	(void)state;
	gp_container_deflate(c, "short", GP_STR("x"));
	gp_container_deflate(c, "empty", GP_STR(""));
	assert_true(gp_container_write(c, &b, &e));
	assert_int_equal(number(&b, 8, 2), 0);
	assert_memory_equal(b.data + 30, "shortxPK", 8);
	gp_container_free(c);
	gp_buf_free(&b);
}

static void
one_name_twice_is_a_failure(void **state)
{
	static const struct gp_date date = { GP_YEAR, .year = 2015 };
	struct gp_container *c = gp_container_new(&date, 1);
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };

	(void)state;
	gp_container_store(c, "a", GP_STR("1"));
	gp_container_store(c, "a", GP_STR("2"));
	assert_false(gp_container_write(c, &b, &e));
	assert_int_not_equal(e.code, GP_OK);
	gp_container_free(c);
	gp_buf_free(&b);
}

/* Every hundredth entry of an archive of this many, read by libzip. */
static void
check_entries(const struct gp_buf *b, size_t n)
{
	zip_source_t *source =
		zip_source_buffer_create(b->data, b->len, 0, NULL);
	zip_t *zip = zip_open_from_source(source, ZIP_RDONLY, NULL);
	char name[32], bytes[32];
	zip_file_t *file;
	size_t i;

	assert_non_null(zip);
	assert_int_equal(zip_get_num_entries(zip, 0), n);
	for (i = 0; i < n; i += 100) {
		(void)snprintf(name, sizeof name, "e%zu", i);
		assert_string_equal(zip_get_name(zip, i, 0), name);
		file = zip_fopen_index(zip, i, 0);
		assert_non_null(file);
		assert_int_equal(zip_fread(file, bytes, sizeof bytes),
		                 strlen(name));
		assert_memory_equal(bytes, name, strlen(name));
		assert_int_equal(zip_fclose(file), 0);
	}
	zip_discard(zip);
}

/* 65,535 is the most that the old end record can say. */
static void
many_entries_make_a_zip64(void **state)
{
	enum { ENTRIES = 66000, NAME = 24 };
	static const struct gp_date date = { GP_YEAR, .year = 2015 };
	struct gp_container *c = gp_container_new(&date, 2);
	char(*names)[NAME] = calloc(ENTRIES, NAME);
	struct gp_buf b = { 0 };
	struct gp_err e = { 0 };
	size_t i;

	(void)state;
	assert_non_null(names);
	for (i = 0; i < ENTRIES; i++) {
		(void)snprintf(names[i], NAME, "e%zu", i);
		gp_container_store(c, names[i], gp_str(names[i]));
	}
	assert_true(gp_container_write(c, &b, &e));
	check_entries(&b, ENTRIES);
	/* No extra field at the first entry. */
	assert_int_equal(number(&b, 28, 2), 0);
	gp_container_free(c);
	gp_buf_free(&b);
	free(names);
}

enum { PARTS = 40, PART = 300 * 1024 };

/* Some 12 MiB: of five entries one does not shrink. */
static void
fill(struct gp_container *c, char names[PARTS][8], char *data)
{
	uint32_t random = 1;
	size_t i, at;

	for (i = 0; i < PARTS; i++) {
		for (at = 0; at < PART; at++) {
			random = random * 1664525 + 1013904223;
			data[at] = (char)(random >> (i % 5 ? 29 : 24));
		}
		(void)snprintf(names[i], 8, "e%zu", i);
		gp_container_deflate(c, names[i],
		                     (struct gp_str){ data, PART });
	}
}

static void
threads_change_no_byte(void **state)
{
	enum { TRIES = 5 };
	static const unsigned threads[TRIES] = { 0, 1, 2, 7, 1000 };
	static const struct gp_date date = { GP_YEAR, .year = 2015 };
	static char names[PARTS][8];
	struct gp_buf b[TRIES] = { { 0 } };
	struct gp_err e = { 0 };
	char *data = malloc(PART);
	size_t i;

	(void)state;
	assert_non_null(data);
	for (i = 0; i < TRIES; i++) {
		struct gp_container *c = gp_container_new(&date, threads[i]);

		fill(c, names, data);
		assert_true(gp_container_write(c, &b[i], &e));
		assert_true(b[i].len > PART);
		assert_int_equal(b[i].len, b[0].len);
		assert_memory_equal(b[i].data, b[0].data, b[0].len);
		gp_container_free(c);
	}
	for (i = 0; i < TRIES; i++)
		gp_buf_free(&b[i]);
	free(data);
}

static void
an_unsafe_name_is_a_fault(void **state)
{
	static const char *const names[] = {
		"",   "/a",  "a/",  "a//b",       "../a", "a/.",    ".a",
		"-a", "a b", "a:b", "na\xc3\xaf", "a\n",  "a/../b", "a\\b",
	};
	static const struct gp_date date = { GP_YEAR, .year = 2015 };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof names / sizeof names[0]; i++) {
		struct gp_container *c = gp_container_new(&date, 1);
		struct gp_buf b = { 0 };
		struct gp_err e = { 0 };

		gp_container_store(c, names[i], GP_STR("1"));
		assert_false(gp_container_write(c, &b, &e));
		assert_int_equal(e.code, GP_INTERNAL);
		gp_container_free(c);
		gp_buf_free(&b);
	}
}

/* What stood in the buffer before stays, and a limit on it is kept. */
static void
the_archive_is_appended(void **state)
{
	static const struct gp_date date = { GP_YEAR, .year = 2015 };
	struct gp_container *c = gp_container_new(&date, 1);
	struct gp_buf b = { 0 }, little = { .max = 100 };
	struct gp_err e = { 0 };

	(void)state;
	gp_container_store(c, "a", GP_STR("1"));
	gp_buf_puts(&b, "before");
	assert_true(gp_container_write(c, &b, &e));
	assert_memory_equal(b.data, "beforePK", 8);
	gp_container_free(c);
	gp_buf_free(&b);

	c = gp_container_new(&date, 1);
	gp_container_store(c, "a", GP_STR("1"));
	assert_false(gp_container_write(c, &little, &e));
	assert_int_equal(e.code, GP_LIMIT);
	gp_container_free(c);
	gp_buf_free(&little);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_utc_and_in_range),
		cmocka_unit_test(what_does_not_shrink_is_stored),
		cmocka_unit_test(one_name_twice_is_a_failure),
		cmocka_unit_test(many_entries_make_a_zip64),
		cmocka_unit_test(threads_change_no_byte),
		cmocka_unit_test(an_unsafe_name_is_a_fault),
		cmocka_unit_test(the_archive_is_appended),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
