/*
 * The body: units to nodes.  Items that stand together become one list.
 */
#include "normalise/work.h"

enum { FIRST_LEVEL = 2 };

static struct gp_node *
block(struct gp_work *w, enum gp_kind kind, const struct gp_unit *u,
      struct gp_str text)
{
	struct gp_node *n = gp_node_new(w->doc->arena, kind, u->at);

	(void)gp_node_append(n, gp_node_text(w->doc->arena, text, u->at));
	return n;
}

static struct gp_node *
item(struct gp_work *w, const struct gp_unit *u)
{
	struct gp_node *n = gp_node_new(w->doc->arena, GP_ITEM, u->at);

	if (!n)
		return NULL;
	n->label = u->label;
	(void)gp_node_append(n, block(w, GP_PARAGRAPH, u, u->rest));
	return n;
}

/* Appends to the list that the body ends with, or begins another. */
static void
add_item(struct gp_work *w, const struct gp_unit *u, bool goes_on)
{
	struct gp_node *body = w->doc->body, *list = body->last;

	if (!goes_on || !list || list->kind != GP_LIST ||
	    list->ordered != u->ordered) {
		list = gp_node_new(w->doc->arena, GP_LIST, u->at);
		if (!list)
			return;
		list->ordered = u->ordered;
		(void)gp_node_append(body, list);
	}
	list->at.last = u->at.last;
	(void)gp_node_append(list, item(w, u));
}

static void
add_heading(struct gp_work *w, const struct gp_unit *u)
{
	struct gp_node *n = block(w, GP_HEADING, u, u->rest);

	if (!n)
		return;
	n->label = u->label;
	n->level = FIRST_LEVEL;
	(void)gp_node_append(w->doc->body, n);
}

bool
gp_pass_blocks(struct gp_work *w, struct gp_err *e)
{
	bool goes_on = false;
	size_t i;

	for (i = 0; i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];

		/* What was dropped between two items parts their list: its
		   span must not hold a dropped line. */
		if (gp_unit_stays(u) && u->kind == GP_ITEM)
			add_item(w, u, goes_on);
		else if (gp_unit_stays(u) && u->kind == GP_HEADING)
			add_heading(w, u);
		else if (gp_unit_stays(u))
			(void)gp_node_append(
				w->doc->body,
				block(w, GP_PARAGRAPH, u, u->text));
		goes_on = gp_unit_stays(u) && u->kind == GP_ITEM;
	}
	return gp_arena_ok(w->doc->arena, e);
}
