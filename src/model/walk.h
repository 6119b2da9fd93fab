/*
 * The walk over a tree: ENTER on the way down, LEAVE on the way up, for every
 * node under `root`, the root included; leaves get both.  No recursion: the
 * depth of a tree is a matter of its source.
 *
 *	struct gp_walk w = gp_walk_from(root);
 *	while (gp_walk_next(&w))
 *		if (w.event == GP_ENTER) ... w.node ...
 *
 * It knows no kinds; what is done at a node is a table of whoever walks.
 */
#ifndef GP_MODEL_WALK_H
#define GP_MODEL_WALK_H

#include "model/node.h"

enum gp_event { GP_ENTER, GP_LEAVE };

struct gp_walk {
	const struct gp_node *root, *node;
	enum gp_event event;
	bool skip;
};

struct gp_walk
gp_walk_from(const struct gp_node *root);
bool
gp_walk_next(struct gp_walk *w);
/* The node at hand, to be changed, for whoever may change the root; what stands
   at its side or above it has to stay while the walk goes on. */
struct gp_node *
gp_walk_own(const struct gp_walk *w, struct gp_node *root);
/* After an ENTER: go on with the LEAVE of the same node, past its children. */
void
gp_walk_skip(struct gp_walk *w);

#endif
