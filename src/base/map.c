/* Open addressing with linear steps in a table of a power of two that is at
   most half full; a full one is copied into one of twice the size and the
   old one stays in the arena.  It knows the hash of a key and never the value;
   nothing is ever taken out. */
#include "base/map.h"

#include "base/hash.h"

enum { FIRST_SLOTS = 32 };

struct gp_map_slot {
	struct gp_str key;
	void *value;
	bool used;
};

static struct gp_map_slot *
slot_of(struct gp_map_slot *slots, size_t size, struct gp_str key)
{
	size_t i = (size_t)gp_hash_key(key) & (size - 1);

	while (slots[i].used && !gp_str_eq(slots[i].key, key))
		i = (i + 1) & (size - 1);
	return &slots[i];
}

static bool
grow_map(struct gp_map *m, size_t size)
{
	struct gp_map_slot *slots =
		gp_arena_array(m->arena, size, sizeof *slots);
	size_t i;

	if (!slots)
		return false;
	for (i = 0; i < m->size; i++)
		if (m->slots[i].used)
			*slot_of(slots, size, m->slots[i].key) = m->slots[i];
	m->slots = slots;
	m->size = size;
	return true;
}

void
gp_map_expect(struct gp_map *m, size_t n)
{
	size_t size = FIRST_SLOTS;

	while (size / 2 < n)
		size *= 2;
	if (size > m->size)
		(void)grow_map(m, size);
}

void
gp_map_put(struct gp_map *m, struct gp_str key, void *value)
{
	struct gp_map_slot *slot;

	if (m->count * 2 >= m->size &&
	    !grow_map(m, m->size ? m->size * 2 : FIRST_SLOTS))
		return;
	slot = slot_of(m->slots, m->size, key);
	m->count += !slot->used;
	*slot = (struct gp_map_slot){ key, value, true };
}

void *
gp_map_find(const struct gp_map *m, struct gp_str key)
{
	if (m->size == 0)
		return NULL;
	return slot_of(m->slots, m->size, key)->value;
}
