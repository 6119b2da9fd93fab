/* Room that doubles, in an arena or in memory of one's own, and every size
   checked against overflow.  Rows are bytes here; who may point into them is
   the keeper's matter. */
#include "base/vec.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROWS = 16 };

/* Doubled until it is enough, as long as there can be twice as many. */
static size_t
room_for(size_t want, size_t cap, size_t most)
{
	size_t room = cap ? cap : FIRST_ROWS;

	while (room < want && room <= most / 2)
		room *= 2;
	return room < want ? want : room;
}

bool
gp_vec_fit(struct gp_arena *a, void *rows, size_t want, size_t *cap,
           size_t size)
{
	size_t most = PTRDIFF_MAX / size, room;
	void *old, *new = NULL;

	if (want <= *cap)
		return true;
	room = room_for(want, *cap, most);
	/* A pointer of whatever type: its bytes are copied, not its value. */
	memcpy(&old, rows, sizeof old);
	if (a)
		new = gp_arena_resize(a, old, *cap * size,
		                      room > most ? SIZE_MAX : room * size);
	else if (room <= most)
		new = realloc(old, room * size);
	if (!new)
		return false;
	memcpy(rows, &new, sizeof new);
	*cap = room;
	return true;
}
