/* Packs: dates, progress and cancelling, reading times, freeing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <string.h>

#include "base/host.h"
#include "normalise/doc_making.h"
#include "model/pack.h"

static void
a_date_or_what_to_do(void **state)
{
	struct gp_pack pack = { 0 };
	struct gp_err e = { 0 };
	struct gp_date d = { .precision = GP_YEAR, .year = 7 };

	(void)state;
	assert_false(gp_pack_date(&pack, &d, &e));
	assert_int_equal(e.code, GP_USAGE);
	assert_non_null(strstr(e.msg, "--date"));
	assert_non_null(strstr(e.msg, "pack.yaml"));
	assert_int_equal(d.year, 7);
	e = (struct gp_err){ 0 };
	assert_true(gp_date_parse(GP_STR("2015-09"), &pack.info.date));
	assert_true(gp_pack_date(&pack, &d, &e));
	assert_int_equal(e.code, GP_OK);
	assert_int_equal(d.month, 9);
	assert_int_equal(d.precision, GP_MONTH);
}

struct seen {
	bool stop;
	size_t polls, calls, done, total;
	const char *stage;
};

static bool
cancelled(void *user)
{
	struct seen *s = user;

	s->polls++;
	return s->stop;
}

static void
progress(void *user, const char *stage, size_t done, size_t total)
{
	struct seen *s = user;

	s->calls++;
	s->stage = stage;
	s->done = done;
	s->total = total;
}

static void
progress_and_cancelling(void **state)
{
	struct seen seen = { 0 };
	const struct gp_host host = { .user = &seen,
		                      .cancelled = cancelled,
		                      .progress = progress };
	const struct gp_host silent = { 0 };
	struct gp_err e = { 0 };

	(void)state;
	assert_true(gp_host_progress(&silent, "read", 0, 1, &e));
	assert_true(gp_host_progress(&host, "read", 3, 7, &e));
	assert_int_equal(seen.polls, 1);
	assert_int_equal(seen.calls, 1);
	assert_string_equal(seen.stage, "read");
	assert_int_equal(seen.done, 3);
	assert_int_equal(seen.total, 7);
	seen.stop = true;
	assert_false(gp_host_progress(&host, "read", 4, 7, &e));
	assert_int_equal(e.code, GP_CANCELLED);
	/* One who wants to stop hears no more. */
	assert_int_equal(seen.calls, 1);
}

static void
reading_minutes(void **state)
{
	(void)state;
	assert_int_equal(gp_reading_minutes(0), 0);
	assert_int_equal(gp_reading_minutes(1), 1);
	assert_int_equal(gp_reading_minutes(240), 1);
	assert_int_equal(gp_reading_minutes(241), 2);
	assert_int_equal(gp_reading_minutes(2400), 10);
}

/* A pack that was only half loaded has entries without a document. */
static void
freeing(void **state)
{
	struct gp_arena *a = gp_arena_new(1 << 20);
	struct gp_pack *pack = gp_arena_alloc(a, sizeof *pack);

	(void)state;
	pack->arena = a;
	pack->entries = gp_arena_array(a, 3, sizeof *pack->entries);
	pack->n_entries = 3;
	pack->entries[0].doc = gp_doc_new(1 << 20);
	pack->entries[2].doc = gp_doc_new(1 << 20);
	assert_int_equal(gp_pack_count(pack), 3);
	gp_pack_free(pack);
	gp_pack_free(NULL);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_or_what_to_do),
		cmocka_unit_test(progress_and_cancelling),
		cmocka_unit_test(reading_minutes),
		cmocka_unit_test(freeing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
