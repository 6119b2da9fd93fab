/*
 * Active formatting elements and the adoption agency: HTML Living Standard,
 * 13.2.4.3 and 13.2.6.4.7.  After a marker the list holds no more than
 * GP_MAX_HTML_FORMATTING; the first goes when there are more.  See
 * parse_build.h.
 */
#include "import/html/parse/parse_build.h"

#include "base/hash.h"

#include <string.h>

enum { ALIKE = 3, OUTER = 8, INNER = 3, FIRST_ACTIVE = 64 };

/* ---- the list ---- */

static uint64_t
hash_of(const struct gp_build *b, uint32_t node)
{
	const struct gp_flat_node *n = &b->nodes[node];
	const struct gp_flat_attr *a = b->scan.attributes + n->as.first;
	uint64_t hash = n->size;
	uint32_t i;

	for (i = 0; i < n->size; i++)
		hash += gp_fnv1a((struct gp_str){ a[i].value, a[i].size }) *
		        (a[i].name * 2u + 1);
	return hash;
}

static void
append(struct gp_build *b, struct gp_active entry)
{
	size_t cap = b->cap_active, size = sizeof *b->active;
	struct gp_active *grown;

	if (b->n_active == cap) {
		cap = cap ? cap * 2 : FIRST_ACTIVE;
		grown = gp_arena_resize(b->scratch, b->active,
		                        b->n_active * size, cap * size);
		if (!grown) {
			gp_build_fail(b, GP_NOMEM, NULL);
			return;
		}
		b->active = grown;
		b->cap_active = cap;
	}
	b->active[b->n_active++] = entry;
}

static void
take_out(struct gp_build *b, size_t i)
{
	if (b->active[i].node != GP_FLAT_NONE)
		b->links[b->active[i].node].is_listed = false;
	memmove(b->active + i, b->active + i + 1,
	        (b->n_active - i - 1) * sizeof *b->active);
	b->n_active--;
}

/* The entry after the last marker. */
static size_t
begin(const struct gp_build *b)
{
	size_t i = b->n_active;

	while (i > 0 && b->active[i - 1].node != GP_FLAT_NONE)
		i--;
	return i;
}

/* "Noah's ark": three of a kind at most. */
static void
make_room(struct gp_build *b, uint32_t node, uint64_t hash)
{
	size_t from = begin(b), i, earliest = from;
	unsigned alike = 0;

	for (i = b->n_active; i-- > from;)
		if (b->active[i].hash == hash &&
		    b->nodes[b->active[i].node].name == b->nodes[node].name) {
			alike++;
			earliest = i;
		}
	if (alike >= ALIKE)
		take_out(b, earliest);
	else if (b->n_active - from >= GP_MAX_HTML_FORMATTING)
		take_out(b, from);
}

void
gp_active_push(struct gp_build *b, uint32_t node)
{
	struct gp_active entry = { node, hash_of(b, node) };

	if (b->failed != GP_OK)
		return;
	make_room(b, node, entry.hash);
	append(b, entry);
	b->links[node].is_listed = b->failed == GP_OK;
}

void
gp_active_mark(struct gp_build *b)
{
	append(b, (struct gp_active){ GP_FLAT_NONE, 0 });
}

void
gp_active_clear(struct gp_build *b)
{
	while (b->n_active > 0 &&
	       b->active[b->n_active - 1].node != GP_FLAT_NONE)
		take_out(b, b->n_active - 1);
	if (b->n_active > 0)
		b->n_active--;
}

/* The node must be in it. */
static size_t
index_of(const struct gp_build *b, uint32_t node)
{
	size_t i = b->n_active - 1;

	while (b->active[i].node != node)
		i--;
	return i;
}

void
gp_active_remove(struct gp_build *b, uint32_t node)
{
	if (b->links[node].is_listed)
		take_out(b, index_of(b, node));
}

uint32_t
gp_active_find(const struct gp_build *b, unsigned name)
{
	size_t i, from = begin(b);

	for (i = b->n_active; i-- > from;)
		if (b->nodes[b->active[i].node].name == name)
			return b->active[i].node;
	return GP_FLAT_NONE;
}

static void
replace(struct gp_build *b, uint32_t node, uint32_t by)
{
	b->active[index_of(b, node)].node = by;
	b->links[node].is_listed = false;
	b->links[by].is_listed = true;
}

/* ---- opened again ---- */

static bool
is_standing(const struct gp_build *b, const struct gp_active *a)
{
	return a->node == GP_FLAT_NONE || b->links[a->node].open != 0;
}

void
gp_active_reopen(struct gp_build *b, const struct gp_html_token *t)
{
	size_t i = b->n_active;
	uint32_t node, old;

	if (i == 0 || is_standing(b, &b->active[i - 1]))
		return;
	while (i > 0 && !is_standing(b, &b->active[i - 1]))
		i--;
	for (; i < b->n_active && b->depth < GP_MAX_HTML_OPEN; i++) {
		old = b->active[i].node;
		node = gp_build_again(b, old, t);
		if (b->failed != GP_OK)
			return;
		gp_build_link(b, node, gp_build_place(b, gp_open_node(b)));
		gp_open_push(b, node);
		replace(b, old, node);
	}
}

/* ---- the adoption agency ---- */

struct adoption {
	uint32_t formatting, furthest, ancestor;
	unsigned at;     /* the formatting element's position */
	size_t bookmark; /* its place in the list */
	const struct gp_html_token *token;
};

/* The first special element above the formatting element, or 0. */
static unsigned
find_furthest(const struct gp_build *b, unsigned at)
{
	unsigned i;

	if (b->open[b->depth].bounds[GP_TO_SPECIAL] <= at)
		return 0;
	for (i = at + 1; b->open[i].bounds[GP_TO_SPECIAL] != i; i++)
		;
	return i;
}

/* Takes what stands between out of the stack, but for copies of the last
   formatting elements, which hold what comes next; the last node that was
   made or met. */
static uint32_t
thread(struct gp_build *b, struct adoption *a)
{
	uint32_t last = a->furthest, node, copy;
	unsigned at = b->links[a->furthest].open, count = 0;

	while (--at > a->at && b->failed == GP_OK) {
		node = b->open[at].node;
		if (++count > INNER && b->links[node].is_listed) {
			a->bookmark -= index_of(b, node) < a->bookmark;
			gp_active_remove(b, node);
		}
		if (!b->links[node].is_listed) {
			gp_open_remove(b, at);
			continue;
		}
		copy = gp_build_again(b, node, a->token);
		if (b->failed != GP_OK)
			break;
		replace(b, node, copy);
		b->links[node].open = 0;
		b->open[at].node = copy;
		b->links[copy].open = (uint16_t)at;
		if (last == a->furthest)
			a->bookmark = index_of(b, copy) + 1;
		gp_build_unlink(b, last);
		gp_build_link(b, last, (struct gp_spot){ copy, GP_FLAT_NONE });
		last = copy;
	}
	return last;
}

/* The furthest block's content goes into a copy of the formatting element. */
static void
adopt_content(struct gp_build *b, const struct adoption *a)
{
	uint32_t copy = gp_build_again(b, a->formatting, a->token);
	size_t i, bookmark = a->bookmark;
	struct gp_active entry;

	if (b->failed != GP_OK)
		return;
	gp_build_move_all(b, a->furthest, copy);
	gp_build_link(b, copy, (struct gp_spot){ a->furthest, GP_FLAT_NONE });
	b->nodes[a->formatting].is |= GP_FLAT_CLOSED;
	b->nodes[copy].is |= GP_FLAT_CLOSED;
	i = index_of(b, a->formatting);
	entry = (struct gp_active){ copy, b->active[i].hash };
	bookmark -= i < bookmark;
	take_out(b, i);
	memmove(b->active + bookmark + 1, b->active + bookmark,
	        (b->n_active - bookmark) * sizeof *b->active);
	b->active[bookmark] = entry;
	b->n_active++;
	b->links[copy].is_listed = true;
	gp_open_swap(b, b->links[a->formatting].open,
	             b->links[a->furthest].open, copy);
}

/* One round; false when it was the last. */
static bool
adopt_once(struct gp_build *b, const struct gp_html_token *t)
{
	struct adoption a = { .token = t,
		              .formatting = gp_active_find(b, t->name) };
	unsigned furthest;
	uint32_t last;

	if (a.formatting == GP_FLAT_NONE)
		return false;
	a.at = b->links[a.formatting].open;
	if (a.at == 0)
		gp_active_remove(b, a.formatting);
	if (a.at < b->open[b->depth].bounds[GP_IN_SCOPE] || a.at == 0)
		return false;
	furthest = find_furthest(b, a.at);
	if (furthest == 0) {
		gp_open_pop_to(b, a.at);
		gp_active_remove(b, a.formatting);
		return false;
	}
	a.furthest = b->open[furthest].node;
	a.ancestor = b->open[a.at - 1].node;
	a.bookmark = index_of(b, a.formatting);
	last = thread(b, &a);
	if (b->failed != GP_OK)
		return false;
	gp_build_unlink(b, last);
	b->fosters = true;
	gp_build_link(b, last, gp_build_place(b, a.ancestor));
	b->fosters = false;
	adopt_content(b, &a);
	return b->failed == GP_OK;
}

void
gp_active_adopt(struct gp_build *b, const struct gp_html_token *t)
{
	bool fosters = b->fosters;
	unsigned i;

	if (gp_open_is(b, t->name) && !b->links[gp_open_node(b)].is_listed) {
		gp_open_pop(b);
		return;
	}
	if (gp_active_find(b, t->name) == GP_FLAT_NONE) {
		gp_open_end(b, t->name);
		return;
	}
	for (i = 0; i < OUTER && adopt_once(b, t); i++)
		;
	b->fosters = fosters;
}
