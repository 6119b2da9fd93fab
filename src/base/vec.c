/* Room that doubles, in an arena or in memory of one's own, and every size
   checked against overflow.  Rows are bytes here; who may point into them is
   the keeper's matter. */
#include "base/vec.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROWS = 16 };

static size_t
room_for(size_t want, size_t cap, size_t size)
{
	size_t most = SIZE_MAX / size, room = cap ? cap : FIRST_ROWS;

	while (room < want && room <= most / 2)
		room *= 2;
	return room < want ? most : room;
}

bool
gp_vec_fit(struct gp_arena *a, void *rows, size_t want, size_t *cap,
           size_t size)
{
	size_t room;
	void *old, *new;

	if (want <= *cap)
		return true;
	room = room_for(want, *cap, size);
	/* A pointer of whatever type: its bytes are copied, not its value. */
	memcpy(&old, rows, sizeof old);
	new = a ? gp_arena_resize(a, old, *cap * size, room * size)
	        : realloc(old, room * size);
	if (!new)
		return false;
	memcpy(rows, &new, sizeof new);
	*cap = room;
	return true;
}
