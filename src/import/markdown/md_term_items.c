/* Items that were meanings are found again by their lines, in the finished
   tree, and become terms and meanings with the paragraph over them.  A list
   with any other item in it stays a list.  How a meaning is written is not
   known here. */
#include "import/markdown/md_tree.h"

#include "model/walk.h"

#include <string.h>

static bool
is_meaning(const struct gp_md *m, const struct gp_node *item)
{
	size_t low = 0, high = m->terms.n;
	unsigned line = item->at.first - m->first;

	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (m->terms.rows[mid] < line)
			low = mid + 1;
		else
			high = mid;
	}
	return item->at.first >= m->first && low < m->terms.n &&
	       m->terms.rows[low] == line;
}

static bool
is_of_meanings(const struct gp_md *m, const struct gp_node *list)
{
	const struct gp_node *item;

	if (list->kind != GP_LIST || gp_node_list(list)->ordered ||
	    !list->first || !list->prev || list->prev->kind != GP_PARAGRAPH)
		return false;
	for (item = list->first; item; item = item->next)
		if (!is_meaning(m, item))
			return false;
	return true;
}

static void
take_out(struct gp_node *n)
{
	*(n->prev ? &n->prev->next : &n->parent->first) = n->next;
	*(n->next ? &n->next->prev : &n->parent->last) = n->prev;
	n->parent = n->prev = n->next = NULL;
}

/* All that `from` holds, behind what `to` holds. */
static void
move_items(struct gp_node *to, struct gp_node *from)
{
	struct gp_node *n;

	while ((n = from->first) != NULL) {
		take_out(n);
		(void)gp_node_append(to, n);
	}
}

/* The list that the terms go into: the one of the term before, or this. */
static void
settle(struct gp_md *m, struct gp_node *list)
{
	struct gp_node *term = list->prev, *before = term->prev, *item;
	struct gp_node *terms = gp_node_new(m->arena, GP_TERMS, term->at);

	if (!terms)
		return;
	take_out(term);
	term->kind = GP_TERM;
	for (item = list->first; item; item = item->next) {
		item->kind = GP_MEANING;
		memset(&item->as, 0, sizeof item->as);
	}
	(void)gp_node_append(terms, term);
	move_items(terms, list);
	if (before && before->kind == GP_TERMS) {
		move_items(before, terms);
		take_out(list);
		return;
	}
	list->kind = GP_TERMS;
	list->as = terms->as;
	list->at.first = term->at.first;
	move_items(list, terms);
}

void
gp_md_term_items(struct gp_md *m)
{
	struct gp_walk w = gp_walk_from(m->body);
	struct gp_node **lists =
		gp_arena_array(m->arena, m->terms.n + 1, sizeof *lists);
	size_t n = 0, i;

	while (lists && n < m->terms.n && gp_walk_next(&w))
		if (w.event == GP_ENTER && is_of_meanings(m, w.node))
			lists[n++] = gp_walk_own(&w, m->body);
	for (i = 0; i < n; i++)
		settle(m, lists[i]);
}
