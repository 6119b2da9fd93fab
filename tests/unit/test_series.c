/* What a series remembers: entries of the ledger to text and back, likeness of
   texts, what differs in a few words, which entries are in which archive. */
#define _XOPEN_SOURCE 700 /* mkdtemp */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "base/limits.h"
#include "govpub.h"
#include "series/known/sketch.h"
#include "series/known/text_difference.h"
#include "series/ledger/ledger.h"
#include "series/ledger/release_json.h"
#include "series/ledger/safe_file.h"
#include "series/site/feed_items.h"

static struct gp_arena *arena;

static int
set_up(void **state)
{
	(void)state;
	arena = gp_arena_new(64 * GP_MIB);
	return arena ? 0 : -1;
}

static int
tear_down(void **state)
{
	(void)state;
	gp_arena_free(arena);
	return 0;
}

/* ---- entries ---- */

static struct gp_release_entry
an_entry(unsigned number)
{
	static struct gp_released_file files[] = {
		{ { "a.epub", 6 },
		  { "application/epub+zip", 20 },
		  { "ab", 2 },
		  12 },
	};
	static struct gp_released_article articles[] = {
		{ .id = { "urn:uuid:1", 10 },
		  .file = { "01.txt", 6 },
		  .title = { "A \"title\"\n", 10 },
		  .words = 7,
		  .state = GP_ARTICLE_CORRECTED,
		  .corrections = 2 },
	};

	return (struct gp_release_entry){
		.number = number,
		.time = GP_STR("2015-11-09T07:00:00Z"),
		.series = GP_STR("urn:uuid:0"),
		.pack = GP_STR("2015-11-09"),
		.edition = 1,
		.files = files,
		.n_files = 1,
		.articles = articles,
		.n_articles = 1,
	};
}

static void
an_entry_comes_back(void **state)
{
	struct gp_release_entry r = an_entry(12), back;
	struct gp_buf text = { .max = 0 };
	struct gp_err e = { 0 };
	struct gp_entry_flaw flaw;

	(void)state;
	assert_true(gp_release_entry_json(&r, &text, &e));
	assert_true(
		gp_release_entry_read(arena, gp_buf_view(&text), &back, &flaw));
	assert_int_equal(back.number, 12);
	assert_true(gp_str_eq(back.pack, r.pack));
	assert_int_equal(back.files[0].bytes, 12);
	assert_int_equal(back.articles[0].state, GP_ARTICLE_CORRECTED);
	assert_int_equal(back.articles[0].corrections, 2);
	assert_true(gp_str_eq(back.articles[0].title, r.articles[0].title));
	gp_buf_free(&text);
}

static void
what_is_no_entry_is_told(void **state)
{
	static const char *const bad[] = {
		"",
		"[]",
		"{",
		"{\"release\": 1}",
		"{\"release\": 1, \"time\": \"t\", \"series\": \"s\", "
		"\"pack\": \"../x\"}",
		"{\"release\": -1, \"time\": \"t\", \"series\": \"s\", "
		"\"pack\": \"x\"}",
		"{\"release\": 1, \"time\": 7, \"series\": \"s\", "
		"\"pack\": \"x\"}",
		"{\"release\": 1, \"time\": \"t\", \"series\": \"s\", \"pack\": "
		"\"x\", \"files\": [{\"file\": \"/etc/passwd\"}]}",
		"{\"release\": 1, \"time\": \"t\", \"series\": \"s\", \"pack\": "
		"\"x\", \"articles\": [{\"id\": \"\", \"state\": \"new\"}]}",
		"{\"release\": 1, \"time\": \"t\", \"series\": \"s\", \"pack\": "
		"\"x\", \"articles\": [{\"id\": \"u\", \"state\": \"odd\"}]}",
	};
	struct gp_release_entry r;
	struct gp_entry_flaw flaw;
	size_t i;

	(void)state;
	for (i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_false(gp_release_entry_read(arena, gp_str(bad[i]), &r,
		                                   &flaw));
		assert_true(flaw.why[0] != 0);
	}
}

static void
names_that_lead_nowhere_else(void **state)
{
	static const char *const good[] = { "2015-11-09", "a", "A_b.c-d" };
	static const char *const bad[] = { "",         ".",   "..",
		                           ".a",       "a/b", "a b",
		                           "\xc3\xa4", "a\n", "~" };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof good / sizeof *good; i++)
		assert_true(gp_is_plain_name(gp_str(good[i])));
	for (i = 0; i < sizeof bad / sizeof *bad; i++)
		assert_false(gp_is_plain_name(gp_str(bad[i])));
}

/* ---- likeness ---- */

static const char text_a[] =
	"The ferry office opened its new counter on Monday, and the first "
	"people in the queue were served within five minutes of the doors being "
	"unlocked. Staff spent most of the spring moving the paper files of two "
	"islands into one register, which the auditor had asked for.";
static const char text_b[] =
	"The ferry office opened its new counter on Monday, and the first "
	"people in the queue were served within six minutes of the doors being "
	"unlocked. Staff spent most of the spring moving the paper files of two "
	"islands into one register, which the auditor had asked for.";
static const char text_c[] =
	"A committee of the council has looked into the price of winter timber "
	"and found that half of what was bought in the last year went to one "
	"quarry, whose owner would not say what it had been used for there.";

static unsigned
likeness(const char *x, const char *y)
{
	struct gp_sketch a, b, again;
	char text[GP_SKETCH_TEXT];

	gp_sketch_make(gp_str(x), &a);
	gp_sketch_make(gp_str(y), &b);
	gp_sketch_write(&b, text);
	assert_true(gp_sketch_read(gp_str(text), &again));
	assert_int_equal(gp_sketch_likeness(&a, &b),
	                 gp_sketch_likeness(&again, &a));
	return gp_sketch_likeness(&a, &again);
}

static void
texts_are_alike_or_not(void **state)
{
	struct gp_sketch s;

	(void)state;
	assert_int_equal(likeness(text_a, text_a), 100);
	assert_in_range(likeness(text_a, text_b), 60, 99);
	assert_int_equal(likeness(text_a, text_c), 0);
	assert_int_equal(likeness("", text_a), 0);
	assert_int_equal(likeness("Short.", "short"), 100);
	assert_false(gp_sketch_read(GP_STR("0123456"), &s));
	assert_false(gp_sketch_read(GP_STR("0123456x"), &s));
}

/* A sketch is kept for years: how it is made must not change. */
static void
a_sketch_stays(void **state)
{
	struct gp_sketch s;
	char text[GP_SKETCH_TEXT];

	(void)state;
	gp_sketch_make(GP_STR("one two three four five"), &s);
	gp_sketch_write(&s, text);
	assert_string_equal(text, "40861b7b6b227e86");
}

static void
difference_in_a_few_words(void **state)
{
	char out[GP_DIFFERENCE_TEXT];

	(void)state;
	gp_text_difference(gp_str(text_a), gp_str(text_b), out);
	assert_string_equal(out,
	                    "“within six minutes” was “within five minutes”");
	gp_text_difference(GP_STR("a b c"), GP_STR("a b c d"), out);
	assert_string_equal(out, "“b c d” was “b c”");
	gp_text_difference(GP_STR("same"), GP_STR("same"), out);
	assert_string_equal(out, "");
	gp_text_difference(GP_STR(""), gp_str(text_c), out);
	assert_true(strlen(out) < sizeof out);
}

/* Ten characters of three bytes, many times, and one put right far behind. */
static void
difference_without_spaces(void **state)
{
	static const char ten[] = "\u6e2f\u306e\u53f0\u5e33\u3092\u51ac"
				  "\u306b\u66f8\u3044\u305f";
	struct gp_buf before = { .max = 0 }, now = { .max = 0 };
	char out[GP_DIFFERENCE_TEXT];
	int i;

	(void)state;
	for (i = 0; i < 20; i++) {
		gp_buf_puts(&before, ten);
		gp_buf_puts(&now, ten);
		gp_buf_puts(&before, i == 12 ? "\u4e94" : "");
		gp_buf_puts(&now, i == 12 ? "\u516d" : "");
	}
	gp_text_difference(gp_buf_view(&before), gp_buf_view(&now), out);
	assert_non_null(strstr(out, "\u4e94"));
	assert_non_null(strstr(out, "\u516d"));
	assert_null(strchr(out, '?'));
	gp_buf_free(&before);
	gp_buf_free(&now);
}

/* ---- archives ---- */

static struct gp_ledger
a_ledger(size_t packs, size_t articles)
{
	struct gp_ledger l = { .arena = arena, .n = packs };
	size_t i, k;

	l.rows = gp_arena_array(arena, packs, sizeof *l.rows);
	for (i = 0; i < packs; i++) {
		l.rows[i] = an_entry((unsigned)i + 1);
		l.rows[i].pack = gp_arena_printf(arena, "pack-%zu", i);
		l.rows[i].n_articles = articles;
		l.rows[i].articles = gp_arena_array(arena, articles,
		                                    sizeof *l.rows[i].articles);
		for (k = 0; k < articles; k++)
			l.rows[i].articles[k].id =
				gp_arena_printf(arena, "urn:%zu.%zu", i, k);
	}
	return l;
}

static size_t
archives_of(size_t packs, size_t articles)
{
	struct gp_ledger l = a_ledger(packs, articles);
	struct gp_feed_lists lists;
	struct gp_err e = { 0 };
	size_t first, end;

	assert_true(gp_feed_lists(arena, &l, l.n, &lists, &e));
	assert_int_equal(lists.articles.n, packs * articles);
	gp_feed_page(&lists.articles, 0, &first, &end);
	assert_int_equal(end, packs * articles);
	assert_int_equal(first, 50 * lists.articles.n_archives);
	return lists.articles.n_archives;
}

static void
archives_close_behind_fifty(void **state)
{
	(void)state;
	assert_int_equal(archives_of(1, 1), 0);
	assert_int_equal(archives_of(1, 99), 0);
	assert_int_equal(archives_of(1, 100), 1);
	assert_int_equal(archives_of(149, 1), 1);
	assert_int_equal(archives_of(150, 1), 2);
	assert_int_equal(archives_of(1, 1000), 19);
}

/* What an archive holds is the same after any later release. */
static void
archives_do_not_change(void **state)
{
	struct gp_ledger l = a_ledger(60, 7);
	struct gp_feed_lists now, later;
	struct gp_err e = { 0 };
	size_t n, page;

	(void)state;
	for (n = 1; n < l.n; n++) {
		assert_true(gp_feed_lists(arena, &l, n, &now, &e));
		assert_true(gp_feed_lists(arena, &l, n + 1, &later, &e));
		for (page = 1; page <= now.articles.n_archives; page++)
			assert_true(gp_feed_page_same(&now.articles,
			                              &later.articles, page));
	}
}

static void
taken_back_is_not_listed(void **state)
{
	struct gp_ledger l = a_ledger(3, 40);
	struct gp_feed_lists lists;
	struct gp_err e = { 0 };

	(void)state;
	l.rows[2].undoes = 2;
	assert_true(gp_feed_lists(arena, &l, 2, &lists, &e));
	assert_int_equal(lists.articles.n, 80);
	assert_true(gp_feed_lists(arena, &l, 3, &lists, &e));
	assert_int_equal(lists.articles.n, 40);
	assert_int_equal(lists.packs.n, 1);
}

/* What could not be read again is not written, so that nothing is stuck. */
static void
an_entry_that_is_none_is_not_written(void **state)
{
	char folder[] = "/tmp/test_series.XXXXXX";
	struct gp_ledger l = { .n = 0 };
	struct gp_release_entry r = an_entry(1);
	struct gp_released_file odd = { .file = GP_STR("a b.epub") };
	struct gp_err e = { 0 };

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_true(gp_ledger_open(&l, folder, true, &e));
	r.files = &odd;
	assert_false(gp_ledger_append(&l, &r, &e));
	assert_int_equal(e.code, GP_INTERNAL);
	e = (struct gp_err){ 0 };
	r = an_entry(2);
	assert_false(gp_ledger_append(&l, &r, &e));
	assert_false(gp_file_exists(gp_ledger_path(l.arena, l.folder, 1).p));
	gp_ledger_free(&l);
	assert_int_equal(rmdir(folder), 0);
}

static void
a_path_has_room_or_is_none(void **state)
{
	char folder[16], pack[16];
	struct gp_err e = { 0 };

	(void)state;
	assert_false(gp_series_find("", folder, pack, sizeof folder, &e));
	assert_string_equal(e.msg, "the path is empty");
	e = (struct gp_err){ 0 };
	assert_false(
		gp_series_find("./no/series", folder, pack, sizeof folder, &e));
	assert_int_equal(e.code, GP_USAGE);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_entry_comes_back),
		cmocka_unit_test(what_is_no_entry_is_told),
		cmocka_unit_test(names_that_lead_nowhere_else),
		cmocka_unit_test(texts_are_alike_or_not),
		cmocka_unit_test(a_sketch_stays),
		cmocka_unit_test(difference_in_a_few_words),
		cmocka_unit_test(difference_without_spaces),
		cmocka_unit_test(archives_close_behind_fifty),
		cmocka_unit_test(archives_do_not_change),
		cmocka_unit_test(taken_back_is_not_listed),
		cmocka_unit_test(an_entry_that_is_none_is_not_written),
		cmocka_unit_test(a_path_has_room_or_is_none),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
