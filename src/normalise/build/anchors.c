/* Links within a document: those that lead to nothing of it become words, the
   nodes that the others lead to get short ids, marks and notes know each other,
   and notes come last where their source has them anywhere.
   How a source names its places is not known here. */
#include "normalise/work.h"

#include "base/map.h"
#include "model/walk.h"
#include "normalise/build/note_marks.h"
#include "normalise/build/notes_last.h"
#include "normalise/build/plain_notes.h"

/* A mark, among those of one note. */
struct note_mark {
	const struct gp_node *link;
	struct note_mark *next;
};

struct anchor {
	struct gp_node *node;
	size_t order;    /* of the node, as a reader meets it */
	unsigned number; /* from 1; 0: nothing leads there yet */
	unsigned named;  /* of its marks, those that have an id */
	unsigned backs;  /* links in it that lead back */
	struct note_mark *first, *last;
	const struct note_mark *next; /* that a link in it is to lead back to */
};

struct anchors {
	struct gp_arena *arena;
	struct gp_node *body;
	struct gp_map by_id; /* as the source has them */
	unsigned n;          /* numbers given */
};

/* ---- places ---- */

static bool
has_place(const struct gp_node *n)
{
	return (gp_kind_group(n->kind) &
	        (GP_IS_BLOCK | GP_IS_ITEM | GP_IS_CAPTION | GP_IS_TERM)) != 0 &&
	       n->kind != GP_RULE;
}

/* What begins an item stands for all of it. */
static struct gp_node *
place_of(struct gp_node *n)
{
	struct gp_node *item = n->parent;

	if (n->kind != GP_PARAGRAPH || n->prev || !item ||
	    item->kind != GP_ITEM)
		return n;
	if (item->id.n == 0)
		item->id = n->id;
	return item;
}

static void
add_anchor(struct anchors *o, struct gp_node *n, size_t order)
{
	struct gp_node *place = place_of(n);
	struct anchor *a = gp_map_find(&o->by_id, n->id);

	if (a)
		return;
	a = place == n ? NULL : gp_map_find(&o->by_id, place->id);
	if (!a) {
		a = gp_arena_alloc(o->arena, sizeof *a);
		if (!a)
			return;
		*a = (struct anchor){ .node = place, .order = order };
	}
	gp_map_put(&o->by_id, n->id, a);
}

static void
collect(struct anchors *o)
{
	struct gp_walk walk = gp_walk_from(o->body);
	size_t order = 0;

	while (gp_walk_next(&walk)) {
		order++;
		if (walk.event == GP_ENTER && walk.node->id.n &&
		    has_place(walk.node))
			add_anchor(o, gp_walk_own(&walk, o->body), order);
	}
}

static struct anchor *
anchor_of(const struct anchors *o, const struct gp_node *link)
{
	struct gp_str to = gp_node_link(link)->target;

	return to.n && to.p[0] == '#'
	               ? gp_map_find(&o->by_id, gp_str_sub(to, 1, to.n))
	               : NULL;
}

static bool
leads_within(const struct gp_node *link)
{
	struct gp_str to = gp_node_link(link)->target;

	return to.n && to.p[0] == '#';
}

/* ---- marks and notes ---- */

/* A note comes behind its mark, unless the source says that it is one. */
static bool
is_note_of(const struct gp_node *link, const struct anchor *to, size_t order)
{
	if (to->node->kind != GP_PARAGRAPH && to->node->kind != GP_ITEM)
		return false;
	if (to->order < order && gp_node_link(link)->jump != GP_JUMP_TO_NOTE)
		return false;
	if (to->node->marks == UINT16_MAX)
		return false;
	return gp_is_note_mark(link);
}

static void
add_mark(struct anchors *o, struct anchor *note, const struct gp_node *link)
{
	struct note_mark *m = gp_arena_alloc(o->arena, sizeof *m);

	if (!m)
		return;
	*m = (struct note_mark){ .link = link };
	if (note->last)
		note->last->next = m;
	else
		note->next = note->first = m;
	note->last = m;
	note->node->marks++;
}

static void
find_notes(struct anchors *o)
{
	struct gp_walk walk = gp_walk_from(o->body);
	size_t order = 0;

	while (gp_walk_next(&walk)) {
		struct anchor *to;
		struct gp_node *link;

		order++;
		if (walk.event != GP_ENTER || walk.node->kind != GP_LINK)
			continue;
		link = gp_walk_own(&walk, o->body);
		to = anchor_of(o, link);
		if (to && is_note_of(link, to, order)) {
			link->as.link.jump = GP_JUMP_TO_NOTE;
			add_mark(o, to, link);
		} else {
			link->as.link.jump = to ? GP_JUMP : GP_NO_JUMP;
		}
	}
}

/* ---- ways back ---- */

static bool
is_in(const struct gp_node *n, const struct gp_node *outer)
{
	while (n && n != outer)
		n = n->parent;
	return n != NULL;
}

static bool
is_wordless(const struct gp_node *link)
{
	struct gp_buf words = { .max = 0 };
	size_t i;
	bool is = true;

	gp_mark_words(link, &words);
	for (i = 0; i < words.len; i++)
		is &= !gp_is_alnum(words.data[i]);
	gp_buf_free(&words);
	return is;
}

/* The first link back is of the first mark, and so on. */
static bool
is_way_back(const struct anchor *note, const struct gp_node *link,
            const struct anchor *to)
{
	return is_in(note->next->link, to->node) ||
	       (to->order < note->order && is_wordless(link));
}

/* ---- names ---- */

static unsigned
number_of(struct anchors *o, struct anchor *a)
{
	if (a->number == 0)
		a->number = ++o->n;
	return a->number;
}

static void
lead_back(struct anchors *o, struct gp_node *link, struct anchor *note)
{
	unsigned nth = note->backs + 1;

	if (note->next->next) {
		note->next = note->next->next;
		note->backs++;
	}
	note->node->leads_back = true;
	link->as.link.jump = GP_JUMP_BACK;
	link->as.link.target =
		gp_arena_printf(o->arena, "#n%u-%u", number_of(o, note), nth);
}

static void
lead(struct anchors *o, struct gp_node *link, struct anchor *to)
{
	unsigned number = number_of(o, to);

	if (gp_node_link(link)->jump == GP_JUMP_TO_NOTE) {
		link->id = gp_arena_printf(o->arena, "n%u-%u", number,
		                           ++to->named);
		gp_mark_raise(o->arena, link);
	}
	link->as.link.target = gp_arena_printf(o->arena, "#n%u", number);
}

static void
lead_link(struct anchors *o, struct gp_node *link, struct anchor *note)
{
	struct anchor *to = anchor_of(o, link);

	if (!to)
		link->as.link.target = GP_STR("");
	else if (note && gp_node_link(link)->jump == GP_JUMP &&
	         is_way_back(note, link, to))
		lead_back(o, link, note);
	else
		lead(o, link, to);
}

static void
lead_links(struct anchors *o)
{
	struct gp_walk walk = gp_walk_from(o->body);
	struct anchor *note = NULL; /* the one at hand */

	while (gp_walk_next(&walk)) {
		if (walk.node->marks)
			note = walk.event == GP_ENTER
			               ? gp_map_find(&o->by_id, walk.node->id)
			               : NULL;
		if (walk.event == GP_ENTER && leads_within(walk.node))
			lead_link(o, gp_walk_own(&walk, o->body), note);
	}
}

static void
name_nodes(struct anchors *o)
{
	struct gp_walk walk = gp_walk_from(o->body);

	while (gp_walk_next(&walk)) {
		struct gp_node *n = gp_walk_own(&walk, o->body);
		const struct anchor *a;

		if (walk.event != GP_ENTER || n->id.n == 0 ||
		    n->kind == GP_LINK)
			continue;
		a = gp_map_find(&o->by_id, n->id);
		n->id = a && a->node == n && a->number
		                ? gp_arena_printf(o->arena, "n%u", a->number)
		                : GP_STR("");
	}
}

bool
gp_pass_anchors(struct gp_work *w, struct gp_err *e)
{
	struct anchors o = { .arena = w->doc->arena,
		             .body = w->doc->body,
		             .by_id = { .arena = w->doc->arena } };

	gp_notes_last(o.arena, o.body);
	gp_plain_notes(o.arena, o.body);
	collect(&o);
	find_notes(&o);
	lead_links(&o);
	name_nodes(&o);
	return gp_arena_ok(w->doc->arena, e);
}
