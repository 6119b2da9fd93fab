/* The body: units to nodes.  Items that stand together become one list,
   blocks of a source with structure go into the frames that they stood in.
   What a unit is was decided by the passes before. */
#include "normalise/work.h"

#include "base/limits.h"

enum { FIRST_LEVEL = 2 };

static struct gp_node *
block(struct gp_work *w, enum gp_kind kind, const struct gp_unit *u,
      struct gp_str text)
{
	struct gp_node *n = gp_node_new(w->doc->arena, kind, u->at);

	(void)gp_node_append(n, gp_node_new_text(w->doc->arena, text, u->at));
	return n;
}

static struct gp_node *
item(struct gp_work *w, const struct gp_unit *u)
{
	struct gp_node *n = gp_node_new(w->doc->arena, GP_ITEM, u->at);

	if (!n)
		return NULL;
	n->as.item.label = u->label;
	(void)gp_node_append(n, block(w, GP_PARAGRAPH, u, u->rest));
	return n;
}

/* Appends to the list that the body ends with, or begins another. */
static void
add_item(struct gp_work *w, const struct gp_unit *u, bool goes_on)
{
	struct gp_node *body = w->doc->body, *list = body->last;

	if (!goes_on || !list || list->kind != GP_LIST ||
	    gp_node_list(list)->ordered != u->ordered) {
		list = gp_node_new(w->doc->arena, GP_LIST, u->at);
		if (!list)
			return;
		list->as.list.ordered = u->ordered;
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
	n->as.heading.label = u->label;
	n->as.heading.level = FIRST_LEVEL;
	(void)gp_node_append(w->doc->body, n);
}

/* ---- blocks with a tree ---- */

enum { DEEPEST = GP_MAX_DEPTH / 2 };

/* The lists and quotes that stand open at the end of the body. */
struct open_frames {
	const struct gp_draft_frame *frames[DEEPEST];
	struct gp_node *nodes[DEEPEST];
	size_t n;
};

/* The frames of a block, outermost first; those too deep are left out. */
static size_t
frames_of(const struct gp_draft_block *b,
          const struct gp_draft_frame *out[DEEPEST])
{
	const struct gp_draft_frame *f;
	size_t n = 0, depth;

	for (f = b->in; f; f = f->in)
		n++;
	depth = n < DEEPEST ? n : DEEPEST;
	for (f = b->in; f; f = f->in)
		if (n-- <= depth)
			out[n] = f;
	return depth;
}

static struct gp_node *
open_frame(struct gp_work *w, struct gp_node *parent,
           const struct gp_draft_frame *f)
{
	struct gp_node *n = gp_node_copy(w->doc->arena, &f->node);

	return gp_node_append(parent, n) ? n : parent;
}

/* Where a block goes: what it shares with the block before it stays open. */
static struct gp_node *
place_of(struct gp_work *w, const struct gp_draft_block *b,
         struct open_frames *o)
{
	const struct gp_draft_frame *frames[DEEPEST];
	size_t n = frames_of(b, frames), same = 0;

	while (same < n && same < o->n && o->frames[same] == frames[same])
		same++;
	for (o->n = same; o->n < n; o->n++) {
		struct gp_node *parent =
			o->n ? o->nodes[o->n - 1] : w->doc->body;

		o->frames[o->n] = frames[o->n];
		o->nodes[o->n] = open_frame(w, parent, frames[o->n]);
	}
	return o->n ? o->nodes[o->n - 1] : w->doc->body;
}

static void
add_tree(struct gp_work *w, const struct gp_unit *u, struct open_frames *o)
{
	struct gp_node *place = place_of(w, u->block, o);

	if (gp_node_append(place, u->tree))
		return;
	/* A part of something that is not there is a line like any other. */
	if (!gp_kind_holds(GP_BODY, u->tree->kind))
		u->tree->kind = GP_PARAGRAPH;
	if (!gp_node_append(place, u->tree))
		(void)gp_node_append(w->doc->body, u->tree);
}

/* A line of a source without structure.  What was dropped between two items
   parts their list: its span must not hold a dropped line. */
static void
add_line(struct gp_work *w, const struct gp_unit *u, bool goes_on)
{
	if (u->kind == GP_ITEM)
		add_item(w, u, goes_on);
	else if (u->kind == GP_HEADING)
		add_heading(w, u);
	else if (u->kind == GP_RULE)
		(void)gp_node_append(w->doc->body, gp_node_new(w->doc->arena,
		                                               GP_RULE, u->at));
	else
		(void)gp_node_append(w->doc->body,
		                     block(w, GP_PARAGRAPH, u, u->text));
}

bool
gp_pass_blocks(struct gp_work *w, struct gp_err *e)
{
	struct open_frames open = { .n = 0 };
	bool goes_on = false;
	size_t i;

	for (i = 0; i < w->n; i++) {
		const struct gp_unit *u = &w->units[i];

		if (u->tree) {
			if (gp_unit_stays(u))
				add_tree(w, u, &open);
			goes_on = false;
			continue;
		}
		open.n = 0;
		if (gp_unit_stays(u))
			add_line(w, u, goes_on);
		goes_on = gp_unit_stays(u) && u->kind == GP_ITEM;
	}
	return gp_arena_ok(w->doc->arena, e);
}
