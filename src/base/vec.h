/*
 * The one growing array: a pointer to the rows, how many there are and how
 * many have room, three variables of whoever keeps it.  The rows lie in an
 * arena, or in memory of their own.  Knows nothing of what is in them.
 */
#ifndef GP_BASE_VEC_H
#define GP_BASE_VEC_H

#include "base/arena.h"

/* True when the array has room for `want` rows in all, else it grows and
   perhaps moves: no pointer into it outlives the call.  New rows hold
   anything.  `a`: NULL for memory that free() takes back.  False when out of
   memory, which an arena remembers; the array stays as it was. */
#define GP_VEC_FIT(a, rows, want, cap) \
	((want) <= (cap) ||            \
	 gp_vec_fit((a), &(rows), (want), &(cap), sizeof *(rows)))

/* A pointer to one more row, to be filled whole; NULL when out of memory. */
#define GP_VEC_ADD(a, rows, count, cap) \
	(GP_VEC_FIT(a, rows, (count) + 1, cap) ? &(rows)[(count)++] : NULL)

/* GP_VEC_FIT() for rows of `size` bytes and the address of the pointer to
   them. */
bool
gp_vec_fit(struct gp_arena *a, void *rows, size_t want, size_t *cap,
           size_t size);

#endif
