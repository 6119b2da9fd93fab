/* Notes stand in a source where it was handy to write them, between two
   paragraphs of the text.  Importers know which lists hold notes; what leads to
   them is not asked. */
#include "normalise/build/notes_last.h"

#include "base/vec.h"
#include "model/walk.h"

#include <stdlib.h>

struct numbered {
	struct gp_node *item;
	size_t number, order;
};

struct notes_found {
	struct gp_arena *arena;
	struct numbered *rows;
	size_t n, cap;
};

static size_t
number_of(const struct gp_node *item)
{
	struct gp_str label = gp_node_label(item);
	size_t i, n = 0;

	for (i = 0; i < label.n && gp_is_digit(label.p[i]) && i < 9; i++)
		n = n * 10 + (size_t)(label.p[i] - '0');
	return n;
}

static void
add(struct notes_found *f, struct gp_node *list)
{
	struct gp_node *item;

	for (item = list->first; item; item = item->next) {
		struct numbered *row =
			GP_VEC_ADD(f->arena, f->rows, f->n, f->cap);

		if (row)
			*row = (struct numbered){ item, number_of(item), f->n };
	}
}

/* Out of the tree, and with it what holds nothing then. */
static void
take_out(struct gp_node *n, struct gp_node *body)
{
	struct gp_node *outer;

	for (; n != body; n = outer) {
		outer = n->parent;
		*(n->prev ? &n->prev->next : &outer->first) = n->next;
		*(n->next ? &n->next->prev : &outer->last) = n->prev;
		n->prev = n->next = n->parent = NULL;
		if (outer->first)
			return;
	}
}

static int
by_number(const void *a, const void *b)
{
	const struct numbered *x = a, *y = b;

	if (x->number != y->number)
		return x->number < y->number ? -1 : 1;
	return (x->order > y->order) - (x->order < y->order);
}

static void
append_all(const struct notes_found *f, struct gp_node *body)
{
	struct gp_node *list =
		gp_node_new(f->arena, GP_LIST, (struct gp_span){ 0, 0 });
	size_t i;

	if (!list)
		return;
	list->as.list.ordered = list->as.list.notes = true;
	for (i = 0; i < f->n; i++) {
		struct gp_node *item = f->rows[i].item;

		item->parent = item->prev = item->next = NULL;
		(void)gp_node_append(list, item);
	}
	(void)gp_node_append(body, list);
}

void
gp_notes_last(struct gp_arena *a, struct gp_node *body)
{
	struct notes_found found = { .arena = a };
	struct gp_walk w = gp_walk_from(body);
	size_t i;

	while (gp_walk_next(&w))
		if (w.event == GP_ENTER && gp_node_list(w.node)->notes) {
			add(&found, gp_walk_own(&w, body));
			gp_walk_skip(&w);
		}
	for (i = 0; i < found.n; i++)
		if (found.rows[i].item->parent->parent)
			take_out(found.rows[i].item->parent, body);
	if (found.n == 0)
		return;
	qsort(found.rows, found.n, sizeof *found.rows, by_number);
	append_all(&found, body);
}
