/* Jobs on threads: each number once, whatever the threads; workers in range,
   and no two of one number at a time.  In order: every result is taken once,
   by the caller's thread, and no job is further ahead than there are places
   for results. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "base/tasks.h"
#include "govpub.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

enum { JOBS = 1000 };

struct seen {
	unsigned times[JOBS];
	unsigned threads;
	atomic_uint busy[GP_MAX_THREADS];
	atomic_uint faults;
};

static void
see(void *user, size_t i, unsigned worker)
{
	struct seen *s = user;

	if (worker >= s->threads) {
		atomic_fetch_add(&s->faults, 1);
		return;
	}
	if (atomic_fetch_add(&s->busy[worker], 1) != 0)
		atomic_fetch_add(&s->faults, 1);
	s->times[i]++;
	atomic_fetch_sub(&s->busy[worker], 1);
}

static void
run(size_t n, unsigned wanted, unsigned threads)
{
	struct seen s = { .threads = threads };
	size_t i;

	gp_tasks_run(n, wanted, see, &s);
	assert_int_equal(atomic_load(&s.faults), 0);
	for (i = 0; i < JOBS; i++)
		assert_int_equal(s.times[i], i < n);
}

static void
each_job_runs_once(void **state)
{
	(void)state;
	run(JOBS, 1, 1);
	run(JOBS, 2, 2);
	run(JOBS, 7, 7);
	run(JOBS, GP_MAX_THREADS, GP_MAX_THREADS);
}

static void
no_threads_are_one_and_too_many_are_fewer(void **state)
{
	(void)state;
	assert_int_equal(gp_tasks_threads(0), 1);
	assert_int_equal(gp_tasks_threads(3), 3);
	assert_int_equal(gp_tasks_threads(100000), GP_MAX_THREADS);
	run(JOBS, 0, 1);
	run(JOBS, 100000, GP_MAX_THREADS);
}

static void
few_jobs_need_few_threads(void **state)
{
	(void)state;
	run(0, 7, 1);
	run(1, 7, 1);
	run(3, 7, 3);
}

/* ---- in order ---- */

struct ordered {
	pthread_t caller;
	size_t places[GP_AHEAD]; /* i + 1 where result `i` lies, 0: free */
	size_t taken, stop_at;
	atomic_uint faults;
};

/* Every seventh job is a long one. */
static void
put_result(void *user, size_t i, unsigned worker)
{
	struct ordered *o = user;
	volatile size_t k = i % 7 ? 100 : 100000;

	while (k > 0)
		k--;
	if (o->places[i % GP_AHEAD] != 0 || worker >= GP_MAX_THREADS)
		atomic_fetch_add(&o->faults, 1);
	o->places[i % GP_AHEAD] = i + 1;
}

static bool
take_result(void *user, size_t i)
{
	struct ordered *o = user;

	if (o->places[i % GP_AHEAD] != i + 1 || o->taken != i ||
	    !pthread_equal(o->caller, pthread_self()))
		atomic_fetch_add(&o->faults, 1);
	o->places[i % GP_AHEAD] = 0;
	o->taken++;
	return i != o->stop_at;
}

static void
run_in_order(size_t n, unsigned threads, size_t stop_at)
{
	struct ordered o = { .caller = pthread_self(), .stop_at = stop_at };
	const struct gp_line_of_work how = { &o, put_result, take_result };
	bool all = gp_in_order(n, threads, &how);

	assert_int_equal(all, stop_at >= n);
	assert_int_equal(o.taken, stop_at < n ? stop_at + 1 : n);
	assert_int_equal(atomic_load(&o.faults), 0);
}

static void
results_come_in_order(void **state)
{
	static const unsigned threads[] = { 0, 1, 2, 3, GP_MAX_THREADS };
	size_t i;

	(void)state;
	for (i = 0; i < sizeof threads / sizeof *threads; i++) {
		run_in_order(0, threads[i], SIZE_MAX);
		run_in_order(1, threads[i], SIZE_MAX);
		run_in_order(JOBS, threads[i], SIZE_MAX);
	}
}

static void
whoever_takes_can_stop(void **state)
{
	unsigned threads;

	(void)state;
	for (threads = 1; threads < 5; threads++) {
		run_in_order(JOBS, threads, 0);
		run_in_order(JOBS, threads, 333);
		run_in_order(JOBS, threads, JOBS - 1);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_job_runs_once),
		cmocka_unit_test(no_threads_are_one_and_too_many_are_fewer),
		cmocka_unit_test(few_jobs_need_few_threads),
		cmocka_unit_test(results_come_in_order),
		cmocka_unit_test(whoever_takes_can_stop),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
