/* Looking at a tree: before a node, below it, and its name, by indices
   alone.  Nothing is built or changed here, and nothing read
   anew. */
#include "import/html/parse/flat.h"

#include "import/html/parse/parse_names.h"

uint32_t
gp_flat_before(const struct gp_flat *d, uint32_t i)
{
	uint32_t parent = d->nodes[i].parent, before;

	if (parent == GP_FLAT_NONE || i == parent + 1)
		return GP_FLAT_NONE;
	for (before = i - 1; d->nodes[before].parent != parent;)
		before = d->nodes[before].parent;
	return before;
}

uint32_t
gp_flat_find(const struct gp_flat *d, uint32_t outer, enum gp_name name)
{
	uint32_t i;

	for (i = outer; i < d->nodes[outer].end; i++)
		if (gp_flat_is(d, i, name))
			return i;
	return GP_FLAT_NONE;
}

struct gp_str
gp_flat_name(const struct gp_flat *d, unsigned name)
{
	if (name >= GP_N_COUNT && name - GP_N_COUNT < d->n_names)
		return d->names[name - GP_N_COUNT];
	return gp_name_known(name);
}
