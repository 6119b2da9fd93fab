/*
 * Growing arrays in an arena: the rows are the caller's, and so are their
 * count and what they hold.  Knows nothing but their size.
 */
#ifndef GP_BASE_VEC_H
#define GP_BASE_VEC_H

#include "base/arena.h"

#include <stdint.h>

/* `rows` with room for one more of `size` bytes after `count`; larger, and
   perhaps elsewhere, when the `*cap` was reached.  NULL after a failure of the arena; the old
   rows stay as they were.  Never keep a pointer into rows that may grow. */
static inline void *
gp_vec_room(struct gp_arena *a, void *rows, size_t count, size_t *cap,
            size_t size)
{
	size_t more = *cap ? *cap * 2 : 16;
	void *copy;

	if (count < *cap)
		return rows;
	if (more > SIZE_MAX / size / 2)
		more = SIZE_MAX / size;
	copy = gp_arena_resize(a, rows, *cap * size, more * size);
	if (!copy)
		return NULL;
	*cap = more;
	return copy;
}

#endif
