/*
 * From the tree of a Markdown text to the blocks of a draft: a block for each
 * thing with words of its own, in the frames of the lists and quotations it
 * stands in.  Decides nothing.
 */
#include "import/markdown/md_tree.h"

#include "model/node_words.h"
#include "model/walk.h"

static bool
is_frame(enum gp_kind kind)
{
	return kind == GP_LIST || kind == GP_ITEM || kind == GP_QUOTE ||
	       kind == GP_TERMS || kind == GP_MEANING;
}

static const struct gp_draft_frame *
new_frame(struct gp_md *m, const struct gp_node *n,
          const struct gp_draft_frame *in)
{
	struct gp_draft_frame *f = gp_arena_alloc(m->arena, sizeof *f);

	if (!f)
		return in;
	f->node.kind = n->kind;
	f->node.as = n->as;
	f->node.id = n->id;
	f->in = in;
	return f;
}

static struct gp_str
words_of(struct gp_md *m, const struct gp_node *n)
{
	struct gp_buf words = { .max = GP_MAX_DOC_ARENA };
	size_t i;

	gp_node_words(n, &words);
	for (i = 0; i < words.len; i++)
		if (gp_is_space(words.data[i]))
			words.data[i] = ' ';
	return gp_arena_buf(m->arena, &words);
}

/* Two blocks share no line, so that each line has one fate. */
static struct gp_span
own_lines(const struct gp_md *m, struct gp_span at)
{
	if (at.first && at.first <= m->last_line)
		at.first = m->last_line + 1;
	return at.first <= at.last ? at : (struct gp_span){ 0, 0 };
}

static struct gp_draft_block *
add_block(struct gp_md *m, struct gp_span at, const struct gp_draft_frame *in)
{
	struct gp_span own = own_lines(m, at);
	struct gp_draft_block *b = gp_draft_add(m->draft);

	if (!b)
		return NULL;
	b->at = own;
	b->in = in;
	if (own.last)
		m->last_line = own.last;
	return b;
}

/* The blocks of a piece of HTML stand in the frame that the piece stands in,
   but for those in a list of its own. */
static void
add_piece(struct gp_md *m, const struct gp_draft_frame *in)
{
	struct gp_md_piece *piece = m->pieces;
	const struct gp_draft_block *from;
	struct gp_draft_block *b;
	struct gp_span at = piece->place->at;

	m->pieces = piece->next;
	for (from = piece->first; from; from = from->next) {
		b = add_block(m, at, from->in ? from->in : in);
		if (!b)
			return;
		at = b->at;
		*b = *from;
		b->at = at;
		b->in = from->in ? from->in : in;
		b->next = NULL;
		at = (struct gp_span){ 0, 0 };
	}
}

static void
add_leaf(struct gp_md *m, struct gp_node *n, const struct gp_draft_frame *in)
{
	struct gp_draft_block *b = add_block(m, n->at, in);

	if (!b)
		return;
	b->raw = words_of(m, n);
	b->has_hint = true;
	b->hint = n->kind;
	b->tree = n;
}

/* A block is no part of the tree that it was read in. */
static void
part_blocks(struct gp_md *m)
{
	struct gp_draft_block *b;

	for (b = m->draft->first; b; b = b->next)
		if (b->tree)
			b->tree->parent = b->tree->prev = b->tree->next = NULL;
}

void
gp_md_blocks(struct gp_md *m)
{
	struct gp_walk w = gp_walk_from(m->body);
	const struct gp_draft_frame *in = NULL;

	while (gp_walk_next(&w)) {
		struct gp_node *n = gp_walk_own(&w, m->body);

		if (is_frame(n->kind) && n->first) {
			in = w.event == GP_ENTER ? new_frame(m, n, in)
			                         : (in ? in->in : NULL);
			continue;
		}
		if (w.event == GP_LEAVE || n == m->body)
			continue;
		gp_walk_skip(&w);
		if (m->pieces && m->pieces->place == n)
			add_piece(m, in);
		else if (!is_frame(n->kind))
			add_leaf(m, n, in);
	}
	part_blocks(m);
}
