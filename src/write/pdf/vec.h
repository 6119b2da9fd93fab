/*
 * Growing arrays in an arena.  Knows nothing of what is in them.
 */
#ifndef GP_WRITE_PDF_VEC_H
#define GP_WRITE_PDF_VEC_H

#include "base/arena.h"

#include <string.h>

/* `rows` with room for one more of `size` bytes after `count`; a larger copy
   when the `*cap` was reached.  NULL after a failure of the arena; the old
   rows stay as they were. */
static inline void *
gp_vec_room(struct gp_arena *a, void *rows, size_t count, size_t *cap,
            size_t size)
{
	size_t more = *cap ? *cap * 2 : 16;
	void *copy;

	if (count < *cap)
		return rows;
	copy = gp_arena_array(a, more, size);
	if (!copy)
		return NULL;
	if (count)
		memcpy(copy, rows, count * size);
	*cap = more;
	return copy;
}

#endif
