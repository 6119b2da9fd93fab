/* The ledger on the disk: its cache says what its files say, or nothing, and
   what is wrong with an entry is told with its place. */
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "govpub.h"
#include "series/ledger/ledger.h"
#include "series/ledger/ledger_index.h"
#include "series/ledger/release_json.h"

enum { RELEASES = 5, PATH_SIZE = 256 };

static struct gp_arena *arena;
static char series[] = "/tmp/ledger-XXXXXX";

static int
set_up(void **state)
{
	(void)state;
	arena = gp_arena_new(64 * GP_MIB);
	return arena && mkdtemp(series) ? 0 : -1;
}

static int
tear_down(void **state)
{
	(void)state;
	gp_arena_free(arena);
	return rmdir(series);
}

static struct gp_release_entry
an_entry(unsigned number)
{
	static struct gp_released_file files[] = {
		{ { "a.epub", 6 }, { "x/y", 3 }, { "ab", 2 }, 12 },
	};
	static struct gp_released_article articles[] = {
		{ .id = { "urn:uuid:1", 10 },
		  .title = { "A\ttab, a\nline, a \\ and a \\t", 27 },
		  .state = GP_ARTICLE_CORRECTED,
		  .words = 7 },
		{ .id = { "urn:uuid:2", 10 }, .notice = { "\\", 1 } },
	};

	return (struct gp_release_entry){
		.number = number,
		.time = GP_STR("2015-11-09T07:00:00Z"),
		.series = GP_STR("urn:uuid:0"),
		.pack = GP_STR("2015-11-09"),
		.edition = number,
		.files = files,
		.n_files = 1,
		.articles = articles,
		.n_articles = 2,
	};
}

static void
assert_same(const struct gp_release_entry *a, const struct gp_release_entry *b)
{
	struct gp_buf one = { .max = 0 }, other = { .max = 0 };
	struct gp_err e = { 0 };

	assert_true(gp_release_entry_json(a, &one, &e));
	assert_true(gp_release_entry_json(b, &other, &e));
	assert_true(gp_str_eq(gp_buf_view(&one), gp_buf_view(&other)));
	gp_buf_free(&one);
	gp_buf_free(&other);
}

/* ---- lines of fields ---- */

static struct gp_buf
an_index(void)
{
	struct gp_buf text = { .max = 0 };
	struct gp_release_entry r;
	unsigned i;

	gp_index_put_head(&text);
	for (i = 1; i <= RELEASES; i++) {
		r = an_entry(i);
		gp_index_put(&r, &text);
	}
	return text;
}

static void
fields_come_back(void **state)
{
	struct gp_buf text = an_index();
	struct gp_index_text t = { text.data, text.data + text.len };
	struct gp_release_entry r, wanted;
	unsigned i;

	(void)state;
	assert_true(gp_index_take_head(&t));
	for (i = 1; i <= RELEASES; i++) {
		wanted = an_entry(i);
		assert_true(gp_index_take(&t, arena, &r));
		assert_same(&r, &wanted);
		assert_int_equal(strlen(r.time.p), r.time.n);
		assert_int_equal(strlen(r.articles[0].title.p), 27);
	}
	assert_ptr_equal(t.at, t.end);
	gp_buf_free(&text);
}

/* Whole entries that a text has which ends after `n` bytes. */
static unsigned
count_entries(struct gp_str whole, size_t n)
{
	char *copy = malloc(n + 1);
	struct gp_index_text t = { copy, copy + n };
	struct gp_release_entry r;
	unsigned count = 0;

	assert_non_null(copy);
	memcpy(copy, whole.p, n);
	if (gp_index_take_head(&t))
		while (gp_index_take(&t, arena, &r))
			count++;
	free(copy);
	return count;
}

static void
a_text_that_was_cut_has_whole_entries_only(void **state)
{
	struct gp_buf text = an_index();
	size_t n;

	(void)state;
	for (n = 0; n < text.len; n++)
		assert_true(count_entries(gp_buf_view(&text), n) < RELEASES);
	assert_int_equal(count_entries(gp_buf_view(&text), n), RELEASES);
	gp_buf_free(&text);
}

static void
other_fields_are_another_index(void **state)
{
	struct gp_buf text = an_index();
	struct gp_index_text t = { text.data, text.data + text.len };

	(void)state;
	*strchr(text.data, '|') = '!';
	assert_false(gp_index_take_head(&t));
	gp_buf_free(&text);
}

/* ---- on the disk ---- */

static void
path_in(char out[PATH_SIZE], const char *name)
{
	(void)snprintf(out, PATH_SIZE, "%s/ledger/%s", series, name);
}

static void
write_ledger(void)
{
	struct gp_ledger l = { .n = 0 };
	struct gp_err e = { 0 };
	struct gp_release_entry r;
	unsigned i;

	assert_true(gp_ledger_open(&l, series, false, &e));
	for (i = 1; i <= RELEASES; i++) {
		r = an_entry(i);
		assert_true(gp_ledger_append(&l, &r, &e));
	}
	gp_ledger_free(&l);
}

static void
remove_ledger(void)
{
	char path[PATH_SIZE], name[16];
	int i;

	for (i = 1; i <= RELEASES; i++) {
		(void)snprintf(name, sizeof name, "%06d.json", i);
		path_in(path, name);
		(void)unlink(path);
	}
	path_in(path, "index");
	(void)unlink(path);
	path_in(path, "");
	assert_int_equal(rmdir(path), 0);
}

static void
put_file(const char *name, const char *text)
{
	char path[PATH_SIZE];
	FILE *f;

	path_in(path, name);
	f = fopen(path, "w");
	assert_non_null(f);
	(void)fputs(text, f);
	assert_int_equal(fclose(f), 0);
}

/* Opened by its cache it has the edition in row 0 and that in the last. */
static void
assert_ledger(unsigned first, unsigned last, size_t indexed)
{
	struct gp_ledger l = { .n = 0 };
	struct gp_err e = { 0 };

	assert_true(gp_ledger_open(&l, series, false, &e));
	assert_int_equal(l.n, RELEASES);
	assert_int_equal(l.rows[0].edition, first);
	assert_int_equal(l.rows[RELEASES - 1].edition, last);
	assert_int_equal(l.indexed, indexed);
	gp_ledger_cache(&l);
	gp_ledger_free(&l);
}

static void
replace_text(const char *name, const char *old, const char *new)
{
	char path[PATH_SIZE];
	struct gp_bytes text;
	struct gp_buf out = { .max = 0 };
	struct gp_err e = { 0 };
	struct gp_str all;
	size_t at;

	path_in(path, name);
	assert_true(gp_read(path, GP_MIB, &text, &e));
	all = (struct gp_str){ (char *)text.data, text.size };
	at = gp_str_find(all, gp_str(old), 0);
	assert_true(at < all.n);
	gp_buf_str(&out, gp_str_sub(all, 0, at));
	gp_buf_puts(&out, new);
	gp_buf_str(&out, gp_str_sub(all, at + strlen(old), all.n));
	put_file(name, out.data);
	gp_buf_free(&out);
	gp_bytes_free(&text);
}

static void
the_cache_is_used_and_never_needed(void **state)
{
	(void)state;
	write_ledger();
	assert_ledger(1, RELEASES, RELEASES);
	replace_text("index", "\t2015-11-09\t1\t", "\t2015-11-09\t7\t");
	assert_ledger(7, RELEASES, RELEASES);
	put_file("index", "nonsense\n");
	assert_ledger(1, RELEASES, 0);
	assert_ledger(1, RELEASES, RELEASES);
	replace_text("000005.json", "\"edition\": 5", "\"edition\": 9");
	assert_ledger(1, 9, 0);
	assert_ledger(1, 9, RELEASES);
	remove_ledger();
}

static void
assert_refused(const char *file, unsigned line)
{
	struct gp_ledger l = { .n = 0 };
	struct gp_err e = { 0 };

	assert_false(gp_ledger_open(&l, series, true, &e));
	assert_int_equal(e.code, GP_INPUT);
	assert_non_null(strstr(e.file, file));
	assert_int_equal(e.line, line);
	assert_non_null(strstr(e.msg, "govpub series rebuild"));
	gp_ledger_free(&l);
}

static void
a_damaged_entry_is_told_with_file_and_line(void **state)
{
	(void)state;
	write_ledger();
	replace_text("000002.json", "\"edition\": 2", "\"edition\": two");
	assert_refused("000002.json", 6);
	put_file("000002.json", "");
	assert_refused("000002.json", 1);
	put_file("000002.json", "[1]\n");
	assert_refused("000002.json", 0);
	remove_ledger();
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_come_back),
		cmocka_unit_test(a_text_that_was_cut_has_whole_entries_only),
		cmocka_unit_test(other_fields_are_another_index),
		cmocka_unit_test(the_cache_is_used_and_never_needed),
		cmocka_unit_test(a_damaged_entry_is_told_with_file_and_line),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
