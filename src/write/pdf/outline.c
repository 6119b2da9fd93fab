/* The outline (ISO 32000-1, 12.3.3) and the page labels (12.4.2). */
#include "write/pdf/postjob.h"

#include <stdlib.h>

enum { DEEPEST = 16 };

struct item {
	uint32_t place;
	uint32_t page;
	gp_len y;
};

/* By page and height, then by order of making. */
static int
compare(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	if (x->page != y->page)
		return x->page < y->page ? -1 : 1;
	if (x->y != y->y)
		return x->y < y->y ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

/* The places that the outline shows, in order.  A section has no block of its
   own: it lies where its first article does, the next place. */
static size_t
take_items(const struct gp_tree *t, struct item *items)
{
	size_t n = 0;
	uint32_t i;

	for (i = 0; i < t->n_places; i++) {
		const struct gp_place *p = &t->places[i];

		if (p->level == 0)
			continue;
		if (p->page == GP_NONE && i + 1 < t->n_places)
			p++;
		if (p->page != GP_NONE)
			items[n++] = (struct item){ i, p->page, p->y };
	}
	qsort(items, n, sizeof *items, compare);
	return n;
}

/* One open level: the object that has the children, and the last of them. */
struct level {
	qpdf_oh owner, last;
	long long children;
	unsigned depth; /* of the owner; 0: the outline itself */
};

static void
close_level(struct gp_objects *o, const struct level *l)
{
	if (l->children == 0)
		return;
	gp_obj_set(o, l->owner, "/Last", gp_obj_ref(o, l->last));
	/* Below the top, entries are closed at first. */
	gp_obj_set(o, l->owner, "/Count",
	           gp_obj_int(o, l->depth ? -l->children : l->children));
}

static qpdf_oh
make_item(struct gp_post_job *p, const struct item *item)
{
	struct gp_objects *o = &p->objects;
	const struct gp_flow *f = p->layout->flow;
	qpdf_oh dict = gp_obj_dict(o);

	gp_obj_set(o, dict, "/Title",
	           gp_obj_text(o, f->tree.places[item->place].title));
	gp_obj_set(o, dict, "/Dest",
	           gp_obj_goal(o, p->pages[item->page], f->style->height,
	                       item->y));
	return gp_obj_indirect(o, dict);
}

static void
append_item(struct gp_objects *o, struct level *l, qpdf_oh item)
{
	gp_obj_set(o, item, "/Parent", gp_obj_ref(o, l->owner));
	if (l->children++ == 0) {
		gp_obj_set(o, l->owner, "/First", gp_obj_ref(o, item));
	} else {
		gp_obj_set(o, item, "/Prev", gp_obj_ref(o, l->last));
		gp_obj_set(o, l->last, "/Next", gp_obj_ref(o, item));
	}
	l->last = item;
}

static void
set_outline(struct gp_post_job *p, const struct item *items, size_t n)
{
	struct gp_objects *o = &p->objects;
	struct level levels[DEEPEST + 1];
	size_t top = 0, i;

	levels[0] =
		(struct level){ .owner = gp_obj_indirect(o, gp_obj_dict(o)) };
	for (i = 0; i < n; i++) {
		unsigned depth =
			p->layout->flow->tree.places[items[i].place].level;
		qpdf_oh item = make_item(p, &items[i]);

		while (top > 0 && levels[top].depth >= depth)
			close_level(o, &levels[top--]);
		append_item(o, &levels[top], item);
		if (top < DEEPEST)
			levels[++top] =
				(struct level){ .owner = item, .depth = depth };
	}
	while (top > 0)
		close_level(o, &levels[top--]);
	close_level(o, &levels[0]);
	gp_obj_set(o, levels[0].owner, "/Type", gp_obj_name(o, "/Outlines"));
	gp_obj_set(o, p->root, "/Outlines", levels[0].owner);
	gp_obj_set(o, p->root, "/PageMode", gp_obj_name(o, "/UseOutlines"));
}

/* i, ii, iii for the front; 1, 2, 3 for the articles. */
static void
set_labels(struct gp_post_job *p)
{
	struct gp_objects *o = &p->objects;
	const struct gp_layout *l = p->layout;
	qpdf_oh numbers = gp_obj_array(o), labels = gp_obj_dict(o);
	size_t i;

	for (i = 0; i < l->n_pages; i++) {
		qpdf_oh label;

		if (i > 0 && l->pages[i].body == l->pages[i - 1].body)
			continue;
		label = gp_obj_dict(o);
		gp_obj_set(o, label, "/S",
		           gp_obj_name(o, l->pages[i].body ? "/D" : "/r"));
		if (l->pages[i].number > 1)
			gp_obj_set(o, label, "/St",
			           gp_obj_int(o, l->pages[i].number));
		gp_obj_add(o, numbers, gp_obj_int(o, (long long)i));
		gp_obj_add(o, numbers, label);
	}
	gp_obj_set(o, labels, "/Nums", numbers);
	gp_obj_set(o, p->root, "/PageLabels", labels);
}

void
gp_post_outline(struct gp_post_job *p)
{
	const struct gp_tree *t = &p->layout->flow->tree;
	struct item *items =
		gp_arena_array(p->arena, t->n_places + 1, sizeof *items);
	size_t n;

	if (!items)
		return;
	n = take_items(t, items);
	if (n)
		set_outline(p, items, n);
	set_labels(p);
}
