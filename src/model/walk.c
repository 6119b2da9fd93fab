/* A walk follows the pointers of the nodes and needs no stack however deep a
   tree is.  It knows no kinds. */
#include "model/walk.h"

struct gp_walk
gp_walk_from(const struct gp_node *root)
{
	return (struct gp_walk){ .root = root, .node = NULL };
}

bool
gp_walk_next(struct gp_walk *w)
{
	if (!w->node) {
		w->node = w->root;
		w->event = GP_ENTER;
		return w->node != NULL;
	}
	if (w->event == GP_ENTER) {
		if (w->node->first && !w->skip)
			w->node = w->node->first;
		else
			w->event = GP_LEAVE;
		w->skip = false;
		return true;
	}
	if (w->node == w->root)
		return false;
	if (w->node->next) {
		w->node = w->node->next;
		w->event = GP_ENTER;
	} else {
		w->node = w->node->parent;
	}
	return true;
}

struct gp_node *
gp_walk_own(const struct gp_walk *w, struct gp_node *root)
{
	if (w->node == root)
		return root;
	return w->node->prev ? w->node->prev->next : w->node->parent->first;
}

void
gp_walk_skip(struct gp_walk *w)
{
	w->skip = true;
}
