/* A word goes on from one text to the next where no kind parts them.  What a
   document makes of a draft is not known here. */
#include "model/tell.h"

#include "model/walk.h"

static void
tell_own(const struct gp_node *n, bool names, size_t at, struct gp_listener *l)
{
	struct gp_str label = gp_node_label(n);

	if (label.n)
		gp_tell(l, label, at);
	if (names && n->kind == GP_FIGURE)
		gp_tell(l, gp_node_figure(n)->alt, at);
	if (n->kind == GP_TEXT)
		l->text(l, gp_node_text(n), at);
}

void
gp_tell_node(const struct gp_node *n, bool names, size_t at,
             struct gp_listener *l)
{
	struct gp_walk w = gp_walk_from(n);

	while (gp_walk_next(&w)) {
		if (gp_kind_parts_words(w.node->kind))
			l->part(l);
		if (w.event == GP_ENTER)
			tell_own(w.node, names, at, l);
	}
	l->part(l);
}

void
gp_tell_block(const struct gp_draft_block *b, struct gp_listener *l)
{
	if (b->tree)
		gp_tell_node(b->tree, true, b->at.first, l);
	else
		gp_tell(l, b->raw, b->at.first);
}
