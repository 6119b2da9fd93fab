/* Threads that take the next number from one counter until there is none,
   and then end: whoever is free works.  The caller's own thread is one of
   them, so that the work is done even where no other can be had.  It keeps
   no results and no order: both are the job's. */
#include "base/tasks.h"

#include "base/limits.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

struct queue {
	void (*job)(void *user, size_t i, unsigned worker);
	void *user;
	size_t n;
	atomic_size_t next;
};

struct worker {
	struct queue *queue;
	pthread_t thread;
	unsigned number;
	bool started;
};

static void *
work(void *arg)
{
	const struct worker *w = arg;
	struct queue *q = w->queue;
	size_t i;

	while ((i = atomic_fetch_add(&q->next, 1)) < q->n)
		q->job(q->user, i, w->number);
	return NULL;
}

unsigned
gp_tasks_threads(unsigned wanted)
{
	if (wanted < 1)
		return 1;
	return wanted < GP_MAX_THREADS ? wanted : GP_MAX_THREADS;
}

void
gp_tasks_run(size_t n, unsigned threads,
             void (*job)(void *user, size_t i, unsigned worker), void *user)
{
	struct queue q = { .job = job, .user = user, .n = n };
	struct worker w[GP_MAX_THREADS];
	unsigned i;

	threads = gp_tasks_threads(threads);
	if (threads > n)
		threads = n ? (unsigned)n : 1;
	for (i = 0; i < threads; i++)
		w[i] = (struct worker){ .queue = &q, .number = i };
	for (i = 1; i < threads; i++)
		w[i].started =
			pthread_create(&w[i].thread, NULL, work, &w[i]) == 0;
	(void)work(&w[0]);
	for (i = 1; i < threads; i++)
		if (w[i].started)
			(void)pthread_join(w[i].thread, NULL);
}
