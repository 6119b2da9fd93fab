/* An id is known by links before its node is met, and the other way round, so
   either makes the place.  A place that never comes to lie on a page is a link
   nowhere: bodies see to it that each does. */
#include "typeset/compose/jumps.h"

#include "model/node_words.h"
#include "model/walk.h"

enum { MOST_DIGITS = 6 };

/* The number that a mark is, or 0. */
static size_t
number_of(const struct gp_node *link)
{
	struct gp_walk w = gp_walk_from(link);
	size_t number = 0, digits = 0, i;

	while (gp_walk_next(&w)) {
		struct gp_str s = gp_node_text(w.node);

		if (w.event != GP_ENTER)
			continue;
		for (i = 0; i < s.n && digits < MOST_DIGITS; i++) {
			if (!gp_is_digit(s.p[i]))
				continue;
			number = number * 10 + (size_t)(s.p[i] - '0');
			digits++;
		}
	}
	return number;
}

void
gp_jumps_begin(struct gp_flow *f, const struct gp_doc *doc)
{
	struct gp_walk w = gp_walk_from(doc->body);

	f->jumps = (struct gp_map){ .arena = f->arena };
	while (gp_walk_next(&w)) {
		size_t number;

		if (w.event != GP_ENTER ||
		    gp_node_link(w.node)->jump != GP_JUMP_TO_NOTE)
			continue;
		number = number_of(w.node);
		if (number > f->notes.count)
			f->notes.count = number;
	}
}

uint32_t
gp_jump_place(struct gp_flow *f, struct gp_str id)
{
	uint32_t *place = gp_map_find(&f->jumps, id);

	if (place)
		return *place;
	place = gp_arena_alloc(f->arena, sizeof *place);
	if (!place)
		return GP_NONE;
	*place = gp_tree_place(&f->tree, 0, GP_STR(""));
	gp_map_put(&f->jumps, id, place);
	return *place;
}

/* ---- links ---- */

static struct gp_voice
jump(struct gp_flow *f, const struct gp_voice *voice, struct gp_target to)
{
	struct gp_voice v = *voice;

	if (to.place == GP_NONE)
		return v;
	v.element = gp_tree_element(&f->tree, v.element, GP_TAG_LINK);
	v.link = gp_tree_target(&f->tree, &to);
	v.colour = f->style->link;
	return v;
}

struct gp_voice
gp_jump_voice(struct gp_flow *f, const struct gp_voice *voice,
              const struct gp_node *link)
{
	struct gp_str id = gp_node_link(link)->target;
	struct gp_target to = { .here = GP_NONE };
	struct gp_buf words = { .max = 0 };
	struct gp_voice v = *voice;

	to.place = gp_jump_place(f, gp_str_sub(id, 1, id.n));
	if (link->id.n)
		to.here = gp_jump_place(f, link->id);
	gp_node_words(link, &words);
	to.words = gp_arena_buf(f->arena, &words);
	if (gp_node_link(link)->jump == GP_JUMP_TO_NOTE) {
		to.words = gp_word_with(f->labels, GP_W_NOTE_NUMBER, "n",
		                        to.words, f->arena);
		v.element =
			gp_tree_element(&f->tree, v.element, GP_TAG_REFERENCE);
	}
	v = jump(f, &v, to);
	if (gp_node_link(link)->jump != GP_JUMP_TO_NOTE && v.link != GP_NONE)
		v.line = GP_LINE_UNDER;
	return v;
}

struct gp_voice
gp_jump_back(struct gp_flow *f, const struct gp_voice *voice,
             const struct gp_node *note)
{
	struct gp_target to = { .here = GP_NONE };

	to.place = gp_jump_place(
		f, gp_arena_printf(f->arena, "%.*s-1", GP_ARG(note->id)));
	to.words = gp_word_with(f->labels, GP_W_NOTE_NUMBER, "n",
	                        gp_node_label(note), f->arena);
	return jump(f, voice, to);
}

/* ---- places ---- */

void
gp_jump_await(struct gp_flow *f, uint32_t *places, const struct gp_node *n)
{
	uint32_t place = n->id.n ? gp_jump_place(f, n->id) : GP_NONE;

	if (place == GP_NONE)
		return;
	f->tree.places[place].next = *places;
	*places = place;
}

void
gp_jump_land(struct gp_flow *f, uint32_t *places, size_t first)
{
	struct gp_place *last;

	if (*places == GP_NONE || first >= f->n_blocks)
		return;
	last = &f->tree.places[*places];
	while (last->next != GP_NONE)
		last = &f->tree.places[last->next];
	last->next = f->blocks[first].anchors;
	f->blocks[first].anchors = *places;
	*places = GP_NONE;
}
