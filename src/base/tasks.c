/* Threads that take the next number from one counter until there is none,
   and then end: whoever is free works.  The caller's own thread is one of
   them, so that the work is done even where no other can be had.  Where an
   order is asked for, it is that thread which keeps it.  Results are the
   job's: none is seen here. */
#include "base/tasks.h"

#include "base/limits.h"
#include "govpub.h"

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

/* ---- in order ---- */

enum { AHEAD_A_THREAD = 8 }; /* so that a long job makes nobody wait */

/* All but `how`, `n` and `ahead` belong to who holds the lock. */
struct line {
	const struct gp_line_of_work *how;
	size_t n, ahead;
	pthread_mutex_t lock;
	pthread_cond_t moved;
	size_t next, taken; /* begun so far, taken so far */
	bool is_done[GP_AHEAD];
	bool is_over; /* no more is wanted */
};

struct hand {
	struct line *line;
	pthread_t thread;
	unsigned number;
	bool started;
};

static bool
has_work(const struct line *l)
{
	return !l->is_over && l->next < l->n && l->next - l->taken < l->ahead;
}

/* With the lock held, but not while it works. */
static void
do_next(struct line *l, unsigned worker)
{
	size_t i = l->next++;

	(void)pthread_mutex_unlock(&l->lock);
	l->how->work(l->how->user, i, worker);
	(void)pthread_mutex_lock(&l->lock);
	l->is_done[i % GP_AHEAD] = true;
	(void)pthread_cond_broadcast(&l->moved);
}

static void
take_next(struct line *l)
{
	size_t i = l->taken;
	bool goes_on;

	(void)pthread_mutex_unlock(&l->lock);
	goes_on = l->how->take(l->how->user, i);
	(void)pthread_mutex_lock(&l->lock);
	l->is_done[i % GP_AHEAD] = false;
	l->taken++;
	l->is_over = !goes_on;
	(void)pthread_cond_broadcast(&l->moved);
}

static void *
lend_a_hand(void *arg)
{
	const struct hand *h = arg;
	struct line *l = h->line;

	(void)pthread_mutex_lock(&l->lock);
	while (!l->is_over && l->next < l->n)
		if (has_work(l))
			do_next(l, h->number);
		else
			(void)pthread_cond_wait(&l->moved, &l->lock);
	(void)pthread_mutex_unlock(&l->lock);
	return NULL;
}

/* A result that is due comes before more work. */
static void
lead(struct line *l)
{
	(void)pthread_mutex_lock(&l->lock);
	while (!l->is_over && l->taken < l->n)
		if (l->is_done[l->taken % GP_AHEAD])
			take_next(l);
		else if (has_work(l))
			do_next(l, 0);
		else
			(void)pthread_cond_wait(&l->moved, &l->lock);
	(void)pthread_mutex_unlock(&l->lock);
}

/* Alone, nothing is done before it can be taken. */
static size_t
ahead_of(unsigned threads)
{
	size_t ahead = threads > 1 ? (size_t)threads * AHEAD_A_THREAD : 1;

	return ahead < GP_AHEAD ? ahead : GP_AHEAD;
}

bool
gp_in_order(size_t n, unsigned threads, const struct gp_line_of_work *how)
{
	struct line l = { .how = how, .n = n };
	struct hand hands[GP_MAX_THREADS];
	unsigned i;

	threads = gp_tasks_threads(threads);
	if (threads > n)
		threads = n ? (unsigned)n : 1;
	l.ahead = ahead_of(threads);
	(void)pthread_mutex_init(&l.lock, NULL);
	(void)pthread_cond_init(&l.moved, NULL);
	for (i = 1; i < threads; i++) {
		hands[i] = (struct hand){ .line = &l, .number = i };
		hands[i].started = pthread_create(&hands[i].thread, NULL,
		                                  lend_a_hand, &hands[i]) == 0;
	}
	lead(&l);
	for (i = 1; i < threads; i++)
		if (hands[i].started)
			(void)pthread_join(hands[i].thread, NULL);
	(void)pthread_cond_destroy(&l.moved);
	(void)pthread_mutex_destroy(&l.lock);
	return l.taken == n && !l.is_over;
}
