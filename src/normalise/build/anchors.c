/* Links within a document: those that lead to nothing of it become words, the
   nodes that the others lead to get short ids, and a link that is a mark leads
   to a note.  How a source names its places is not known here. */
#include "normalise/work.h"

#include "base/map.h"
#include "model/node_words.h"
#include "model/walk.h"

#include <string.h>

enum { LONGEST_MARK = 8 };

struct anchor {
	struct gp_node *node;
	size_t order;    /* of the node, as a reader meets it */
	unsigned number; /* from 1; 0: nothing leads there yet */
};

/* Every writer has a place for the id of these. */
static bool
has_place(const struct gp_node *n)
{
	return n->kind == GP_PARAGRAPH || n->kind == GP_HEADING ||
	       n->kind == GP_ITEM;
}

static void
collect(struct gp_work *w, struct gp_map *anchors)
{
	struct gp_walk walk = gp_walk_from(w->doc->body);
	size_t order = 0;

	while (gp_walk_next(&walk)) {
		struct anchor *a;

		order++;
		if (walk.event != GP_ENTER || walk.node->id.n == 0 ||
		    !has_place(walk.node) ||
		    gp_map_find(anchors, walk.node->id))
			continue;
		a = gp_arena_alloc(w->doc->arena, sizeof *a);
		if (!a)
			return;
		*a = (struct anchor){ gp_walk_own(&walk, w->doc->body), order,
			              0 };
		gp_map_put(anchors, walk.node->id, a);
	}
}

/* "1", "[2]", "a", "(iv)", "*": no word. */
static bool
is_mark(struct gp_str s)
{
	size_t i, letters = 0;

	for (i = 0; i < s.n; i++) {
		if (gp_is_space(s.p[i]))
			return false;
		letters += gp_is_alpha(s.p[i]) && !strchr("ivxIVX", s.p[i]);
	}
	return s.n > 0 && s.n <= LONGEST_MARK && letters <= 1;
}

static bool
has_letters(struct gp_str s)
{
	size_t i;

	for (i = 0; i < s.n; i++)
		if (gp_is_alnum(s.p[i]))
			return true;
	return false;
}

static enum gp_jump
jump_of(const struct gp_node *link, const struct anchor *to, size_t order)
{
	struct gp_buf words = { .max = 0 };
	enum gp_jump jump = GP_JUMP;
	struct gp_str s;

	gp_node_words(link, &words);
	s = gp_str_trim(gp_buf_view(&words));
	if (to->order < order && !has_letters(s))
		jump = GP_JUMP_BACK;
	else if (to->order > order && is_mark(s) &&
	         to->node->kind == GP_PARAGRAPH)
		jump = GP_JUMP_TO_NOTE;
	gp_buf_free(&words);
	return jump;
}

static void
lead(struct gp_work *w, struct gp_node *link, struct anchor *to, size_t order,
     unsigned *n)
{
	struct gp_node_link *l = &link->as.link;

	l->jump = to ? jump_of(link, to, order) : GP_NO_JUMP;
	l->target = GP_STR("");
	if (!to)
		return;
	if (to->number == 0)
		to->number = ++*n;
	if (l->jump == GP_JUMP_TO_NOTE)
		to->node->is_note = true;
	l->target = gp_arena_printf(w->doc->arena, "#n%u", to->number);
}

static void
lead_links(struct gp_work *w, const struct gp_map *anchors)
{
	struct gp_walk walk = gp_walk_from(w->doc->body);
	size_t order = 0;
	unsigned n = 0;

	while (gp_walk_next(&walk)) {
		struct gp_str to = gp_node_link(walk.node)->target;

		order++;
		if (walk.event == GP_ENTER && to.n && to.p[0] == '#')
			lead(w, gp_walk_own(&walk, w->doc->body),
			     gp_map_find(anchors, gp_str_sub(to, 1, to.n)),
			     order, &n);
	}
}

static void
name_nodes(struct gp_work *w, const struct gp_map *anchors)
{
	struct gp_walk walk = gp_walk_from(w->doc->body);

	while (gp_walk_next(&walk)) {
		struct gp_node *n = gp_walk_own(&walk, w->doc->body);
		const struct anchor *a;

		if (walk.event != GP_ENTER || n->id.n == 0)
			continue;
		a = gp_map_find(anchors, n->id);
		n->id = a && a->node == n && a->number
		                ? gp_arena_printf(w->doc->arena, "n%u",
		                                  a->number)
		                : GP_STR("");
	}
}

bool
gp_pass_anchors(struct gp_work *w, struct gp_err *e)
{
	struct gp_map anchors = { .arena = w->doc->arena };

	collect(w, &anchors);
	lead_links(w, &anchors);
	name_nodes(w, &anchors);
	return gp_arena_ok(w->doc->arena, e);
}
