/* What every part of the walk asks: ids, items, lengths.  It does not walk. */
#include "import/picture/svg/svg_walk.h"

#include "base/vec.h"

#include <math.h>

void
gp_svg_cannot(struct gp_svg_walk *d, const char *what)
{
	if (d->undrawn.n == 0)
		d->undrawn = gp_str(what);
}

struct gp_svg_item *
gp_svg_add(struct gp_svg_walk *d, enum gp_svg_item_kind kind)
{
	struct gp_svg_item *item =
		GP_VEC_ADD(d->a, d->items, d->n_items, d->cap_items);

	if (item)
		*item = (struct gp_svg_item){ .kind = kind, .opacity = 1 };
	return item;
}

int64_t
gp_svg_find(const struct gp_svg_walk *d, struct gp_str id)
{
	return id.n ? (int64_t)(uintptr_t)gp_map_find(&d->ids, id) - 1
	            : GP_SVG_NO_NODE;
}

/* ---- lengths ---- */

double
gp_svg_length_of(struct gp_svg_walk *d, const struct gp_svg_node *n,
                 const char *name, double whole, double fallback)
{
	return gp_svg_length(gp_svg_value(n, name), whole,
	                     gp_svg_top(d)->style.size, fallback);
}

double
gp_svg_across(struct gp_svg_walk *d, const struct gp_svg_node *n,
              const char *name)
{
	return gp_svg_length_of(d, n, name, gp_svg_top(d)->wide, 0);
}

double
gp_svg_down(struct gp_svg_walk *d, const struct gp_svg_node *n,
            const char *name)
{
	return gp_svg_length_of(d, n, name, gp_svg_top(d)->high, 0);
}

double
gp_svg_diagonal(double wide, double high)
{
	return sqrt((wide * wide + high * high) / 2);
}

/* ---- ids ---- */

void
gp_svg_note_ids(struct gp_svg_walk *d)
{
	uint32_t i;

	d->ids.arena = d->a;
	for (i = 0; i < d->t->n_nodes; i++) {
		struct gp_str id = gp_svg_value(&d->t->nodes[i], "id");

		if (id.n && !gp_map_find(&d->ids, id))
			gp_map_put(&d->ids, id, (void *)(uintptr_t)(i + 1));
	}
}
