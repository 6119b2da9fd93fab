/* One open table holds the known names and the new; probes are counted, so
   that names made to collide cost little.  It compares bytes and folds no
   letters: whoever asks has done so. */
#include "import/html/parse/parse_names.h"

#include "base/limits.h"
#include "import/html/parse/known_names.h"

#include <string.h>

enum { FIRST_SLOTS = 1024, MOST_PROBES = 64 };

struct row {
	struct gp_str name;
	uint8_t is, start, end;
};

static const struct row known[GP_N_COUNT] = {
#define GP_NAME(constant, name, is, start, end) \
	[constant] = { { "" name, sizeof(name) - 1 }, (is), start, end },
#include "import/html/parse/parse_names.def"
#undef GP_NAME
};

unsigned
gp_name_is(unsigned name)
{
	return name < GP_N_COUNT ? known[name].is : 0;
}

enum gp_start
gp_name_start(unsigned name)
{
	return name < GP_N_COUNT ? (enum gp_start)known[name].start
	                         : GP_START_OTHER;
}

enum gp_end
gp_name_end(unsigned name)
{
	return name < GP_N_COUNT ? (enum gp_end)known[name].end : GP_END_OTHER;
}

struct gp_str
gp_name_known(unsigned name)
{
	return name < GP_N_COUNT && known[name].name.n ? known[name].name
	                                               : GP_STR("");
}

/* ---- the table ---- */

static uint32_t
hash_of(struct gp_str s)
{
	uint32_t hash = GP_NAME_SEED;
	size_t i;

	for (i = 0; i < s.n; i++)
		hash = gp_name_mix(hash, s.p[i]);
	return hash;
}

/* Low bits of FNV are weak. */
static uint32_t
slot_of(const struct gp_names *t, uint32_t hash)
{
	return (hash ^ hash >> 15) & (t->n_slots - 1);
}

static bool
put(struct gp_names *t, unsigned number)
{
	uint32_t at = slot_of(t, t->rows[number].hash), i;

	for (i = 0; i < MOST_PROBES; i++, at = (at + 1) & (t->n_slots - 1))
		if (t->slots[at] == 0) {
			t->slots[at] = (uint16_t)number;
			return true;
		}
	return false;
}

static bool
grow_slots(struct gp_names *t)
{
	uint32_t i, n = t->n_slots * 2;
	uint16_t *slots = gp_arena_array(t->scratch, n, sizeof *slots);

	if (!slots)
		return false;
	t->slots = slots;
	t->n_slots = n;
	for (i = GP_N_OTHER + 1; i < t->n_rows; i++)
		(void)put(t, i);
	return true;
}

static bool
grow_rows(struct gp_names *t)
{
	uint32_t cap = t->cap_rows * 2;
	struct gp_name_row *rows =
		gp_arena_resize(t->scratch, t->rows, t->cap_rows * sizeof *rows,
	                        cap * sizeof *rows);

	if (!rows)
		return false;
	t->rows = rows;
	t->cap_rows = cap;
	return true;
}

bool
gp_names_init(struct gp_names *t, struct gp_arena *arena,
              struct gp_arena *scratch)
{
	uint32_t i;

	*t = (struct gp_names){ .arena = arena, .scratch = scratch };
	t->n_slots = FIRST_SLOTS;
	t->cap_rows = FIRST_SLOTS / 2;
	t->slots = gp_arena_array(scratch, t->n_slots, sizeof *t->slots);
	t->rows = gp_arena_array(scratch, t->cap_rows, sizeof *t->rows);
	if (!t->slots || !t->rows)
		return false;
	t->n_rows = GP_N_COUNT;
	for (i = GP_N_OTHER + 1; i < GP_N_COUNT; i++) {
		t->rows[i].name = known[i].name;
		t->rows[i].hash = hash_of(known[i].name);
		(void)put(t, i);
	}
	return true;
}

static unsigned
add(struct gp_names *t, struct gp_str name, uint32_t hash, bool is_mine)
{
	unsigned number = t->n_rows;

	if (number >= GP_MAX_HTML_NAMES ||
	    (number == t->cap_rows && !grow_rows(t)) ||
	    (number > t->n_slots / 2 && !grow_slots(t)))
		return GP_N_OTHER;
	if (!is_mine)
		name = gp_arena_str(t->arena, name);
	t->rows[number] = (struct gp_name_row){ .name = name, .hash = hash };
	if (!put(t, number))
		return GP_N_OTHER;
	t->n_rows++;
	return number;
}

unsigned
gp_names_number(struct gp_names *t, struct gp_str name, uint32_t hash,
                bool is_mine)
{
	uint32_t at = slot_of(t, hash), i;

	for (i = 0; i < MOST_PROBES; i++, at = (at + 1) & (t->n_slots - 1)) {
		const struct gp_name_row *row = &t->rows[t->slots[at]];

		if (t->slots[at] == 0)
			return add(t, name, hash, is_mine);
		if (row->hash == hash && gp_str_eq(row->name, name))
			return t->slots[at];
	}
	return GP_N_OTHER;
}
