/* Jobs on threads: each number once, whatever the threads; workers in range,
   and no two of one number at a time. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "base/limits.h"
#include "base/tasks.h"

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

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_job_runs_once),
		cmocka_unit_test(no_threads_are_one_and_too_many_are_fewer),
		cmocka_unit_test(few_jobs_need_few_threads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
