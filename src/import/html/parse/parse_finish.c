/* The end of the work: nodes in the order of the document, whatever the
   order in which they were made, moved in place along the circles of the
   permutation.  No node is made or dropped but those that hang nowhere. */
#include "import/html/parse/parse_build.h"

#include <string.h>

/* Numbers the nodes as they are met; those that hang nowhere get none.
   `ends`: by new number. */
struct order {
	uint32_t *number, *ends;
	uint32_t n;
	bool is_moved; /* a node has another number than before */
};

static void
give_number(struct order *o, uint32_t node)
{
	o->is_moved |= node != o->n;
	o->number[node] = o->n++;
}

static void
walk(const struct gp_build *b, struct order *o)
{
	uint32_t node = 0, up;

	give_number(o, 0);
	for (;;) {
		if (b->nodes[node].kind != GP_FLAT_TEXT &&
		    b->links[node].first != GP_FLAT_NONE) {
			node = b->links[node].first;
			give_number(o, node);
			continue;
		}
		while (o->ends[o->number[node]] = o->n,
		       b->links[node].after == GP_FLAT_NONE) {
			up = b->nodes[node].parent;
			if (up == GP_FLAT_NONE)
				return;
			node = up;
		}
		node = b->links[node].after;
		give_number(o, node);
	}
}

/* Each node to its number, along the circles of the permutation. */
static void
move(struct gp_build *b, uint32_t *number)
{
	struct gp_flat_node held, other;
	uint32_t i, to, next;

	for (i = 0; i < b->n; i++) {
		held = b->nodes[i];
		for (to = number[i]; to != i; to = next) {
			next = number[to];
			number[to] = to;
			other = b->nodes[to];
			b->nodes[to] = held;
			held = other;
		}
		b->nodes[i] = held;
		number[i] = i;
	}
}

static void
renumber(struct gp_build *b, struct order *o)
{
	uint32_t i, n = o->n;

	for (i = 0; i < b->n; i++) {
		if (o->number[i] == GP_FLAT_NONE)
			o->number[i] = n++;
		if (b->nodes[i].parent != GP_FLAT_NONE)
			b->nodes[i].parent = o->number[b->nodes[i].parent];
	}
	move(b, o->number);
}

static bool
copy_names(const struct gp_build *b, struct gp_flat *d)
{
	const struct gp_names *t = &b->scan.names;
	uint32_t i;

	d->n_names = t->n_rows - GP_N_COUNT;
	d->names = gp_arena_array(b->arena, d->n_names, sizeof *d->names);
	if (!d->names)
		return false;
	for (i = 0; i < d->n_names; i++)
		d->names[i] = t->rows[GP_N_COUNT + i].name;
	return true;
}

bool
gp_build_finish(struct gp_build *b, struct gp_flat *d)
{
	struct order o = { .n = 0 };
	uint32_t i;

	o.number = gp_arena_array(b->scratch, b->n, sizeof *o.number);
	o.ends = gp_arena_array(b->scratch, b->n, sizeof *o.ends);
	if (!o.number || !o.ends || !copy_names(b, d))
		return false;
	memset(o.number, 0xFF, b->n * sizeof *o.number);
	walk(b, &o);
	if (o.is_moved || o.n < b->n)
		renumber(b, &o);
	for (i = 0; i < o.n; i++)
		b->nodes[i].end = o.ends[i];
	d->nodes = b->nodes;
	d->n_nodes = o.n;
	d->attributes = b->scan.attributes;
	d->n_attributes = b->scan.n_attributes;
	d->is_quirky = b->is_quirky;
	return true;
}
