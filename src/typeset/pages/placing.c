/* Rows appended to what a page holds, and the numbering of its leaves: a
   leaf goes on while words have the same owner.  Which words, and where, is
   not known here: whoever sets the line says so. */
#include "typeset/pages/placing.h"

#include "base/vec.h"
#include "typeset/pages/missing.h"

/* A leaf goes on while words have the same owner. */
uint32_t
gp_layout_leaf(struct gp_layout *l, const struct gp_line_at *at,
               uint32_t element)
{
	struct gp_tree *t = &l->flow->tree;
	const struct gp_leaf *last =
		t->n_leaves ? &t->leaves[t->n_leaves - 1] : NULL;

	if (at->artifact)
		element = GP_NONE;
	if (last && last->page == at->page && last->element == element &&
	    (element != GP_NONE || last->artifact == at->kind))
		return (uint32_t)(t->n_leaves - 1);
	if (element == GP_NONE)
		gp_tree_artifact(t, at->page, at->kind);
	else
		gp_tree_leaf(t, at->page, element);
	return (uint32_t)(t->n_leaves - 1);
}

void
gp_layout_fill(struct gp_layout *l, const struct gp_fill *fill)
{
	struct gp_fill *row =
		GP_VEC_ADD(l->arena, l->fills, l->n_fills, l->cap_fills);

	if (row)
		*row = *fill;
}

int64_t
gp_set_extra(const struct gp_line_at *at, int64_t slack, int64_t spaces)
{
	if (slack < 0)
		return slack;
	if (at->para->align != GP_ALIGN_JUSTIFY || at->line->forced ||
	    slack * 100 > spaces * (GP_SPACE_MOST - 100))
		return 0;
	return slack;
}

void
gp_set_piece(struct gp_setter *s, const struct gp_voice *voice)
{
	struct gp_layout *l = s->l;
	struct gp_piece *row =
		GP_VEC_ADD(l->arena, l->pieces, l->n_pieces, l->cap_pieces);

	if (!row)
		return;
	*row = (struct gp_piece){
		.first = l->n_words,
		.y = s->at->y - voice->rise,
		.size = voice->size,
		.face = voice->face,
		.colour = voice->colour,
		.picture = GP_NONE,
		.leaf = gp_layout_leaf(l, s->at, voice->element),
	};
}

void
gp_set_word(struct gp_setter *s, const struct gp_run *run, bool space)
{
	struct gp_layout *l = s->l;
	struct gp_word_at *row =
		GP_VEC_ADD(l->arena, l->words, l->n_words, l->cap_words);

	if (!row)
		return;
	*row = (struct gp_word_at){ run, s->x, space };
	l->pieces[l->n_pieces - 1].count++;
}

void
gp_set_missing(struct gp_setter *s, const struct gp_run *run)
{
	if (s->at->artifact)
		return;
	for (; run; run = run->more) {
		if (run->missing)
			gp_missing_note(s->l, s->at->para, run->missing);
		if (run->stacked)
			gp_missing_stack(s->l, s->at->para);
	}
}

/* The link that an element is or stands in. */
static uint32_t
link_of(const struct gp_layout *l, uint32_t element)
{
	const struct gp_element *elements = l->flow->tree.elements;
	uint32_t e = element;

	while (e != GP_NONE && elements[e].tag != GP_TAG_LINK)
		e = elements[e].parent;
	return e == GP_NONE ? element : e;
}

/* Where a link is that others lead to. */
static void
set_here(struct gp_layout *l, const struct gp_link_box *box)
{
	struct gp_tree *t = &l->flow->tree;
	uint32_t here = t->targets[box->target].here;

	if (here == GP_NONE || t->places[here].page != GP_NONE)
		return;
	t->places[here].page = box->page;
	t->places[here].y = box->top;
}

void
gp_set_link(struct gp_setter *s, const struct gp_voice *voice, gp_len from)
{
	const struct gp_line_at *at = s->at;
	struct gp_link_box box;

	if (voice->link == GP_NONE || at->artifact || s->x <= from)
		return;
	box = (struct gp_link_box){
		.page = at->page,
		.element = link_of(s->l, voice->element),
		.target = voice->link,
		.left = from,
		.right = s->x,
		.top = at->y - voice->rise - voice->size,
		.bottom = at->y + voice->size / 4,
	};
	gp_tree_link(&s->l->flow->tree, &box);
	set_here(s->l, &box);
}

/* Through the middle of small letters, or under the baseline; as thick as a
   thin stroke of the type. */
void
gp_set_word_line(struct gp_setter *s, const struct gp_voice *voice, gp_len from,
                 gp_len to)
{
	gp_len y = s->at->y - voice->rise;

	if (voice->line == GP_NO_LINE || to <= from)
		return;
	y += voice->line == GP_LINE_THROUGH ? -voice->size / 4
	                                    : voice->size / 10;
	gp_layout_fill(s->l, &(struct gp_fill){ .x = from,
	                                        .y = y,
	                                        .width = to - from,
	                                        .height = voice->size / 18,
	                                        .colour = voice->colour });
}
