/* The items of lists that notes were written as are found again by their lines,
   in the finished tree, and get the number and the id that marks lead to.  They
   stay where they are: that notes come last is not decided here. */
#include "import/markdown/md_tree.h"

#include "model/walk.h"

/* The note that stands on a line, counted from the first of the text; NULL:
   none does. */
static const struct gp_md_note *
note_on(const struct gp_md *m, unsigned line)
{
	const struct gp_md_notes *notes = &m->notes;
	size_t low = 0, high = notes->n;

	if (line < m->first)
		return NULL;
	line -= m->first;
	while (low < high) {
		size_t mid = low + (high - low) / 2;

		if (notes->rows[mid].line <= line)
			low = mid + 1;
		else
			high = mid;
	}
	return low > 0 && line < notes->rows[low - 1].end
	               ? &notes->rows[low - 1]
	               : NULL;
}

static bool
is_note(const struct gp_md *m, const struct gp_node *item)
{
	return note_on(m, item->at.first) != NULL;
}

/* What had no line of its own has none now. */
static void
forget_lines(struct gp_node *item)
{
	struct gp_walk w = gp_walk_from(item);

	while (gp_walk_next(&w))
		if (w.event == GP_ENTER)
			gp_walk_own(&w, item)->at = (struct gp_span){ 0, 0 };
}

static void
name_item(struct gp_md *m, struct gp_node *item)
{
	const struct gp_md_note *note = note_on(m, item->at.first);

	item->as.item.label = gp_arena_printf(m->arena, "%u.", note->number);
	item->id = gp_arena_printf(m->arena, "note:%u", note->number);
	if (note->line >= m->notes.n_lines)
		forget_lines(item);
}

/* The items of `list` from `from` on go into a list of their own behind it. */
static struct gp_node *
split_list(struct gp_md *m, struct gp_node *list, struct gp_node *from)
{
	struct gp_node *rest = gp_node_new(m->arena, GP_LIST, list->at), *next;

	if (!rest)
		return NULL;
	rest->parent = list->parent;
	rest->prev = list;
	rest->next = list->next;
	*(list->next ? &list->next->prev : &list->parent->last) = rest;
	list->next = rest;
	list->last = from->prev;
	*(list->last ? &list->last->next : &list->first) = NULL;
	for (; from; from = next) {
		next = from->next;
		from->prev = from->next = NULL;
		(void)gp_node_append(rest, from);
	}
	return rest;
}

/* True when the list is one of notes; what is of another kind than its first
   item is split off. */
static bool
settle_list(struct gp_md *m, struct gp_node *list)
{
	struct gp_node *item;
	bool notes = list->first && is_note(m, list->first);

	for (item = list->first; item; item = item->next)
		if (is_note(m, item) != notes) {
			(void)split_list(m, list, item);
			break;
		}
	if (!notes)
		return false;
	list->as.list.ordered = list->as.list.notes = true;
	for (item = list->first; item; item = item->next)
		name_item(m, item);
	return true;
}

void
gp_md_note_items(struct gp_md *m)
{
	struct gp_walk w = gp_walk_from(m->body);

	if (m->notes.n == 0)
		return;
	while (gp_walk_next(&w))
		if (w.event == GP_ENTER && w.node->kind == GP_LIST &&
		    !gp_node_list(w.node)->ordered &&
		    settle_list(m, gp_walk_own(&w, m->body)))
			gp_walk_skip(&w);
}
