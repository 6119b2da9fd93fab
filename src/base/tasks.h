/*
 * One job for each of many numbers, on several threads at once; where results
 * are wanted in order, gp_in_order() of govpub.h.  It knows neither how many
 * processors there are (the caller is told) nor what a job does; no job may
 * depend on which thread runs it, or when.
 */
#ifndef GP_BASE_TASKS_H
#define GP_BASE_TASKS_H

#include <stddef.h>

/* As many threads as `wanted`, but 1 to GP_MAX_THREADS. */
unsigned
gp_tasks_threads(unsigned wanted);

/* Calls job(user, i, worker) once for each i below `n`, on at most `threads`
   threads, of which the caller's is one, and returns when all are done.
   `worker` is below `threads` and belongs to one thread at a time.  What jobs
   share must be const or belong to one `i` or one `worker`.  Cannot fail: a
   thread that does not start leaves its part to the others. */
void
gp_tasks_run(size_t n, unsigned threads,
             void (*job)(void *user, size_t i, unsigned worker), void *user);

#endif
