/*
 * Surroundings: one walk down that hands on what an element stands in, one
 * backwards that sums up its leaves, one down again for the containers of half
 * and of a tenth of the prose.  What follows from them is not known here.
 */
#include "import/html/choose/html_around.h"

#include "base/hash.h"

enum {
	LONG_WORDS = 15, /* of a leaf of running text, at least */
	FEW_LINKS = 3,   /* of which less than one in so many is linked */
	KINDS = 16,      /* ways of building among the children of one */
	HALF = 2,
	TENTH = 10,
};

bool
gp_is_long_leaf(const struct gp_html_leaf *l)
{
	return l->words >= LONG_WORDS && l->link_words * FEW_LINKS < l->words &&
	       !l->is_aside;
}

static unsigned
inside_of(enum gp_el el)
{
	switch ((unsigned)el) {
	case GP_EL_MAIN:
		return GP_INSIDE_MAIN;
	case GP_EL_ARTICLE:
		return GP_INSIDE_ARTICLE;
	case GP_EL_HEADER:
		return GP_INSIDE_HEADER;
	case GP_EL_FOOTER:
		return GP_INSIDE_FOOTER;
	case GP_EL_ASIDE:
		return GP_INSIDE_ASIDE;
	case GP_EL_TABLE:
		return GP_INSIDE_TABLE;
	case GP_EL_UL:
	case GP_EL_OL:
		return GP_INSIDE_LIST;
	case GP_EL_DL:
		return GP_INSIDE_DL;
	case GP_EL_SECTION:
		return GP_INSIDE_SECTION;
	default:
		return 0;
	}
}

static unsigned char
step_from(unsigned char steps, bool named)
{
	if (named)
		return 0;
	return steps < GP_NO_NAME ? steps + 1 : GP_NO_NAME;
}

static void
hand_down(const struct gp_html_page *p, struct gp_around *all, unsigned i)
{
	const struct gp_html_item *item = &p->items[i];
	struct gp_around *a = &all[i];
	const struct gp_around *outer = &all[item->parent];

	a->depth = outer->depth + 1;
	a->inside = (unsigned short)(outer->inside |
	                             inside_of((enum gp_el)item->el) |
	                             (item->is_card ? GP_INSIDE_CARD : 0));
	a->strong = step_from(outer->strong, item->hints & GP_HINT_STRONG);
	a->weak = step_from(outer->weak, item->hints & GP_HINT_WEAK);
	a->good = step_from(outer->good, item->hints & GP_HINT_GOOD);
}

/* ---- neighbours that are built alike ---- */

struct build {
	uint32_t name; /* hash of the element and its class */
	unsigned count, words;
};

struct builds {
	struct build build[KINDS];
	unsigned n;
};

static uint32_t
name_of(const struct gp_html_page *p, unsigned i)
{
	struct gp_str class = gp_flat_attr(p->flat, i, GP_N_CLASS);

	return (uint32_t)gp_fnv1a(class) + p->items[i].el;
}

/* NULL: there are too many ways already. */
static struct build *
build_of(struct builds *all, uint32_t name)
{
	unsigned k;

	for (k = 0; k < all->n; k++)
		if (all->build[k].name == name)
			return &all->build[k];
	if (all->n == KINDS)
		return NULL;
	all->build[all->n] = (struct build){ .name = name };
	return &all->build[all->n++];
}

/* Two rounds: what each is, in `twins` meanwhile by number from 1; then how
   many there are. */
static void
find_twins(const struct gp_html_page *p, struct gp_around *all, unsigned i)
{
	struct builds builds = { .n = 0 };
	unsigned k, end = p->items[i].end;

	for (k = i + 1; k < end; k = p->items[k].end) {
		struct build *build;

		if (p->items[k].is_text)
			continue;
		build = build_of(&builds, name_of(p, k));
		if (!build)
			continue;
		build->words += p->items[k].words;
		all[k].nth = ++build->count;
		all[k].twins = (unsigned)(build - builds.build) + 1;
	}
	for (k = i + 1; k < end; k = p->items[k].end) {
		const struct build *build;

		if (p->items[k].is_text || all[k].twins == 0)
			continue;
		build = &builds.build[all[k].twins - 1];
		all[k].twins = build->count;
		all[k].twin_words = build->words;
	}
}

/* ---- the leaves in it ---- */

static void
count_leaves(const struct gp_html_page *p, struct gp_around *all)
{
	unsigned i;

	for (i = 0; i < p->n_leaves; i++) {
		struct gp_around *a = &all[p->leaves[i].el];

		a->leaves++;
		if (!gp_is_long_leaf(&p->leaves[i]))
			continue;
		a->long_leaves++;
		a->prose += p->leaves[i].words;
	}
	for (i = p->n_items; i-- > p->root + 1;) {
		struct gp_around *outer = &all[p->items[i].parent];

		outer->leaves += all[i].leaves;
		outer->long_leaves += all[i].long_leaves;
		outer->prose += all[i].prose;
	}
}

static unsigned
least_with(const struct gp_around *all, unsigned i, unsigned outer,
           unsigned part, unsigned prose)
{
	return (uint64_t)all[i].prose * part >= prose ? i : outer;
}

static void
find_containers(const struct gp_html_page *p, struct gp_around *all)
{
	unsigned i, prose = all[p->root].prose;

	all[p->root].half = all[p->root].tenth = p->root;
	for (i = p->root + 1; i < p->n_items; i++) {
		const struct gp_around *outer = &all[p->items[i].parent];

		all[i].half = least_with(all, i, outer->half, HALF, prose);
		all[i].tenth = least_with(all, i, outer->tenth, TENTH, prose);
	}
}

struct gp_around *
gp_around_items(struct gp_html_page *p, unsigned *prose)
{
	struct gp_around *all =
		gp_arena_array(p->arena, p->n_items, sizeof *all);
	unsigned i;

	*prose = 0;
	if (!all)
		return NULL;
	all[p->root] = (struct gp_around){ .strong = GP_NO_NAME,
		                           .weak = GP_NO_NAME,
		                           .good = GP_NO_NAME };
	for (i = p->root; i < p->n_items; i++) {
		if (p->items[i].is_text)
			continue;
		if (i > p->root)
			hand_down(p, all, i);
		find_twins(p, all, i);
	}
	count_leaves(p, all);
	find_containers(p, all);
	*prose = all[p->root].prose;
	return all;
}
