/*
 * Map from strings to pointers, kept in an arena.  Keys are not copied: they
 * must live as long as the map.  There is no way to walk it, so that no
 * output can depend on the order of a hash.
 */
#ifndef GP_BASE_MAP_H
#define GP_BASE_MAP_H

#include "base/arena.h"

struct gp_map {
	struct gp_arena *arena;
	struct gp_map_slot *slots;
	size_t size, count;
};

/* Makes room for `n` keys in all, so that nothing is moved while they come;
   without it a map grows by itself. */
void
gp_map_expect(struct gp_map *m, size_t n);

/* Binds `value` to `key`, over an older value.  Failure is the arena's. */
void
gp_map_put(struct gp_map *m, struct gp_str key, void *value);

/* The value of `key` or NULL. */
void *
gp_map_find(const struct gp_map *m, struct gp_str key);

#endif
