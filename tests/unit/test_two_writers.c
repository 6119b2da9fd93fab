/* Two threads that write one sealed pack at the same time, each with its own
   host and findings: the bytes are those of one thread alone, and what the
   pack says is the same before and after. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>

#include "base/buf.h"
#include "base/diag.h"
#include "govpub.h"
#include "model/pack.h"

enum { WRITERS = 2, ROUNDS = 3 };

static const struct gp_settings settings = {
	.folder = "content",
	.data = ".",
	.date = "2015-11-10",
};

/* One thread's work: every format, from the `first` on. */
struct job {
	const struct gp_pack *pack;
	size_t first;
	struct gp_bytes out[8]; /* of each format */
	struct gp_diag *diag;
	struct gp_err e;
	_Atomic unsigned told; /* how often its host was */
};

static size_t
n_formats(void)
{
	size_t n = 0;

	while (gp_format_at(n))
		n++;
	return n;
}

static void
count(void *user, const char *stage, size_t done, size_t total)
{
	struct job *j = user;

	(void)stage;
	(void)done;
	(void)total;
	j->told++;
}

static void *
write_all(void *user)
{
	struct job *j = user;
	struct gp_settings own = settings;
	size_t n = n_formats(), i, at;

	own.user = j;
	own.progress = count;
	own.threads = 2;
	for (i = 0; i < n; i++) {
		at = (j->first + i) % n;
		if (!gp_write(&own, j->pack, gp_format_at(at)->name, NULL,
		              &j->out[at], j->diag, &j->e))
			break;
	}
	return NULL;
}

static void
begin(struct job *j, const struct gp_pack *pack, size_t first)
{
	*j = (struct job){ .pack = pack, .first = first };
	j->diag = gp_diag_new();
	assert_non_null(j->diag);
	assert_true(n_formats() <= sizeof j->out / sizeof *j->out);
}

static void
end(struct job *j)
{
	size_t i;

	for (i = 0; i < n_formats(); i++)
		gp_bytes_free(&j->out[i]);
	gp_diag_free(j->diag);
}

static void
is_same(const struct job *a, const struct job *b)
{
	size_t i;

	assert_string_equal(b->e.msg, "");
	assert_int_equal(gp_diag_count(a->diag, GP_NOTE),
	                 gp_diag_count(b->diag, GP_NOTE));
	assert_int_equal(a->told, b->told);
	for (i = 0; i < n_formats(); i++) {
		assert_int_equal(a->out[i].size, b->out[i].size);
		assert_memory_equal(a->out[i].data, b->out[i].data,
		                    a->out[i].size);
	}
}

/* All that the documents of the pack say. */
static struct gp_buf
said(const struct gp_pack *pack)
{
	struct gp_buf all = { .max = 0 };
	size_t i;

	for (i = 0; i < gp_pack_count(pack); i++) {
		struct gp_bytes out = { NULL, 0 };
		struct gp_err e = { 0 };

		assert_true(gp_doc_print(gp_pack_article(pack, i), "json",
		                         false, &out, &e));
		gp_buf_put(&all, out.data, out.size);
		gp_bytes_free(&out);
	}
	return all;
}

static void
write_at_once(const struct gp_pack *pack, const struct job *alone)
{
	pthread_t threads[WRITERS];
	struct job jobs[WRITERS];
	size_t i;

	for (i = 0; i < WRITERS; i++) {
		begin(&jobs[i], pack, i);
		assert_int_equal(
			pthread_create(&threads[i], NULL, write_all, &jobs[i]),
			0);
	}
	for (i = 0; i < WRITERS; i++) {
		assert_int_equal(pthread_join(threads[i], NULL), 0);
		is_same(alone, &jobs[i]);
		end(&jobs[i]);
	}
}

static void
the_same_bytes(void **state)
{
	struct gp_err e = { 0 };
	struct gp_pack *pack = gp_pack_open(&settings, NULL, &e);
	struct gp_buf before, after;
	struct job alone;
	int i;

	(void)state;
	assert_string_equal(e.msg, "");
	before = said(pack);
	begin(&alone, pack, 0);
	(void)write_all(&alone);
	assert_string_equal(alone.e.msg, "");
	assert_true(alone.told > 0);
	for (i = 0; i < ROUNDS; i++)
		write_at_once(pack, &alone);
	after = said(pack);
	assert_string_equal(before.data, after.data);
	gp_buf_free(&before);
	gp_buf_free(&after);
	end(&alone);
	gp_pack_free(pack);
}

/* Whoever would keep something in a sealed pack is found out. */
static void
nothing_is_kept_in_it(void **state)
{
	struct gp_err e = { 0 };
	struct gp_pack *pack = gp_pack_open(&settings, NULL, &e);
	const struct gp_doc *doc = gp_pack_article(pack, 0);

	(void)state;
	assert_true(gp_arena_ok(doc->arena, &e));
	assert_null(gp_arena_alloc(doc->arena, 1));
	assert_false(gp_arena_ok(doc->arena, &e));
	assert_int_equal(e.code, GP_INTERNAL);
	assert_null(gp_arena_alloc(pack->arena, 1));
	assert_null(gp_arena_alloc(pack->settings_arena, 1));
	assert_null(gp_arena_alloc(pack->picture_arena, 1));
	gp_pack_free(pack);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_bytes),
		cmocka_unit_test(nothing_is_kept_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
