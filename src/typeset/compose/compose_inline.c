/* Inline nodes to words in voices: emphasis and strong change the face, code
   the family, a link the colour and the owner; its address becomes a note.
   It knows no block: the paragraph that takes the words is begun and ended
   by others. */
#include "typeset/compose/compose_parts.h"

#include "model/node_words.h"
#include "model/walk.h"
#include "typeset/compose/notes.h"

struct inline_state {
	struct gp_flow *f;
	const struct gp_voice *base;
	unsigned emphasis, strong, code, links; /* how deep */
	struct gp_voice link;
	size_t run_in; /* bytes of an opening label that are left */
};

static struct gp_voice
voice_now(const struct inline_state *s, bool strong)
{
	struct gp_voice v = s->links ? s->link : *s->base;
	unsigned own = s->base->face;
	enum gp_family family = (enum gp_family)(own / GP_VARIANT_COUNT);
	bool slant = s->f->style->emphasis == GP_EMPHASIS_ITALIC;
	bool bold = (own & GP_BOLD) || s->strong || strong ||
	            (s->emphasis && !slant);
	/* Emphasis within italics is upright. */
	bool italic =
		((own & GP_ITALIC) != 0) != (slant && s->emphasis % 2 != 0);

	if (s->code) {
		family = GP_FAMILY_CODE;
		v.size = v.size / 10 * 9;
	}
	v.face = gp_face_number(family, bold, italic);
	return v;
}

static void
add_words(struct inline_state *s, struct gp_str words)
{
	size_t label = s->run_in < words.n ? s->run_in : words.n;
	struct gp_voice voice;

	if (label) {
		voice = voice_now(s, true);
		gp_para_add(&s->f->text, &voice, gp_str_sub(words, 0, label));
		s->run_in -= label;
	}
	voice = voice_now(s, false);
	gp_para_add(&s->f->text, &voice, gp_str_sub(words, label, words.n));
}

/* The address follows as a note, when it is one that may be linked to. */
static void
end_link(struct inline_state *s, const struct gp_node *n)
{
	struct gp_tree *t = &s->f->tree;
	struct gp_buf words = { .max = 0 };

	if (s->link.link == GP_NONE)
		return;
	gp_node_words(n, &words);
	gp_notes_refer(s->f, s->base, t->targets[s->link.link].uri,
	               gp_arena_buf(s->f->arena, &words));
}

static void
count_depth(unsigned *depth, enum gp_event event)
{
	if (event == GP_ENTER)
		++*depth;
	else
		--*depth;
}

/* ---- one step of the walk ---- */

static void
step_text(struct inline_state *s, const struct gp_walk *w)
{
	if (w->event == GP_ENTER)
		add_words(s, gp_node_text(w->node));
}

static void
step_emphasis(struct inline_state *s, const struct gp_walk *w)
{
	count_depth(&s->emphasis, w->event);
}

static void
step_strong(struct inline_state *s, const struct gp_walk *w)
{
	count_depth(&s->strong, w->event);
}

/* A link within a link is part of the outer one. */
static void
step_link(struct inline_state *s, const struct gp_walk *w)
{
	count_depth(&s->links, w->event);
	if (w->event == GP_ENTER && s->links == 1)
		s->link = gp_flow_link(s->f, s->base,
		                       gp_node_link(w->node)->target);
	else if (w->event == GP_LEAVE && s->links == 0)
		end_link(s, w->node);
}

static void
step_code(struct inline_state *s, const struct gp_walk *w)
{
	count_depth(&s->code, w->event);
}

static void
step_break(struct inline_state *s, const struct gp_walk *w)
{
	if (w->event == GP_ENTER)
		gp_para_break(&s->f->text);
}

/* Kinds without a row only hold others. */
static void (*const steps[GP_KIND_COUNT])(struct inline_state *s,
                                          const struct gp_walk *w) = {
	[GP_TEXT] = step_text,     [GP_EMPHASIS] = step_emphasis,
	[GP_STRONG] = step_strong, [GP_LINK] = step_link,
	[GP_CODE] = step_code,     [GP_BREAK] = step_break,
};

void
gp_compose_inline(struct gp_flow *f, const struct gp_node *n,
                  const struct gp_voice *voice)
{
	struct inline_state s = { .f = f,
		                  .base = voice,
		                  .run_in = gp_node_paragraph(n)->run_in };
	struct gp_walk w = gp_walk_from(n);

	while (gp_walk_next(&w))
		if (steps[w.node->kind])
			steps[w.node->kind](&s, &w);
}
