/* Inline nodes to words in voices: emphasis and strong change the face, code
   the family, a link the colour and the owner; its address becomes a note.
   What is raised is set in signs of its own where there are such, as every
   reader of the file knows them, else small above the line.
   It knows no block: the paragraph that takes the words is begun and ended
   by others. */
#include "typeset/compose/compose_parts.h"

#include "base/text/lang.h"
#include "base/text/raised.h"
#include "base/utf8.h"
#include "model/node_words.h"
#include "model/plain_marks.h"
#include "model/walk.h"
#include "typeset/compose/jumps.h"
#include "typeset/compose/notes.h"

enum { DEEPEST_RISE = 2 }; /* that is set smaller once more */

struct inline_state {
	struct gp_flow *f;
	const struct gp_voice *base;
	unsigned emphasis, strong, code, links; /* how deep */
	unsigned struck, new, raised;           /* the same */
	struct gp_voice link;
	gp_len rise;
	const struct gp_node *whole; /* raised, of which every character has a
	                                sign that is; NULL: none is open */
	struct gp_str lang;          /* of the words; "": the paragraph's */
	uint32_t element;            /* whose the words are */
	uint32_t round;              /* ...and were before the link at hand */
	size_t run_in; /* bytes of an opening label that are left */
};

static gp_len
size_at(gp_len size, unsigned depth)
{
	unsigned i;

	for (i = 0; i < depth && i < DEEPEST_RISE; i++)
		size = size / 3 * 2;
	return size;
}

static enum gp_word_line
line_now(const struct inline_state *s)
{
	if (s->struck)
		return GP_LINE_THROUGH;
	return s->new ? GP_LINE_UNDER : GP_NO_LINE;
}

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
	v.size = size_at(v.size, s->raised);
	v.rise += s->rise;
	if (line_now(s) != GP_NO_LINE)
		v.line = line_now(s);
	v.lang = s->lang;
	v.element = s->element;
	v.face = gp_face_number(family, bold, italic);
	return v;
}

/* ---- whose the words are ---- */

/* A span of the words from here on; what is no part of the tree has none. */
static struct gp_element *
push_span(struct inline_state *s)
{
	struct gp_tree *t = &s->f->tree;

	if (s->element != GP_NONE)
		s->element = gp_tree_element(t, s->element, GP_TAG_SPAN);
	return s->element == GP_NONE ? NULL : &t->elements[s->element];
}

static void
pop_element(struct inline_state *s)
{
	if (s->element != GP_NONE && s->element != s->base->element)
		s->element = s->f->tree.elements[s->element].parent;
}

/* Words of another language are said as those of that one. */
static bool
is_foreign(const struct inline_state *s, const struct gp_node *n)
{
	return gp_kind_in_line(n->kind) && gp_lang_ok(n->lang) &&
	       !gp_str_eq(n->lang, s->f->lang);
}

static void
enter_foreign(struct inline_state *s, const struct gp_node *n)
{
	struct gp_element *e = push_span(s);

	s->lang = n->lang;
	if (e)
		e->lang = n->lang;
}

/* Of two round each other the inner one is said first; behind it there is only
   the paragraph's again. */
static void
leave_foreign(struct inline_state *s)
{
	s->lang = GP_STR("");
	pop_element(s);
}

/* A block in another language is divided as that one is. */
static void
begin_block(struct inline_state *s, const struct gp_node *n)
{
	struct gp_flow *f = s->f;

	if (!gp_lang_ok(n->lang) || gp_str_eq(n->lang, f->lang))
		return;
	if (f->text.para)
		f->text.para->lang = n->lang;
	if (s->element != GP_NONE && f->tree.elements[s->element].lang.n == 0)
		f->tree.elements[s->element].lang = n->lang;
}

/* ---- words ---- */

/* With the signs that are raised or lowered digits: as many characters, so
   that places in them are found again. */
static struct gp_str
raised_signs(struct inline_state *s, struct gp_str words)
{
	enum gp_raise how =
		s->whole->kind == GP_SUBSCRIPT ? GP_LOWERED : GP_RAISED;
	struct gp_buf out = { .max = 0 };
	size_t i = 0;

	while (i < words.n)
		gp_buf_utf8(&out, gp_raise_char(gp_utf8_next(words, &i), how));
	return gp_arena_buf(s->f->arena, &out);
}

static void
add_words(struct inline_state *s, struct gp_str words)
{
	size_t label = s->run_in < words.n ? s->run_in : words.n;
	struct gp_voice voice;

	if (s->whole)
		words = raised_signs(s, words);
	if (label) {
		voice = voice_now(s, true);
		gp_para_add(&s->f->text, &voice, gp_str_sub(words, 0, label));
		s->run_in -= label;
	}
	voice = voice_now(s, false);
	gp_para_add(&s->f->text, &voice, gp_str_sub(words, label, words.n));
}

/* The address follows as a note, when it is one that may be linked to; for a
   link without words it stood in their place. */
static void
end_link(struct inline_state *s, const struct gp_node *n)
{
	struct gp_tree *t = &s->f->tree;
	struct gp_buf words = { .max = 0 };

	if (s->link.link == GP_NONE || !n->first)
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
	struct gp_voice under = *s->base;

	count_depth(&s->links, w->event);
	under.element = s->element;
	if (w->event == GP_ENTER && s->links == 1) {
		s->round = s->element;
		s->link = gp_node_link(w->node)->jump == GP_NO_JUMP
		                  ? gp_flow_link(s->f, &under,
		                                 gp_node_link(w->node)->target)
		                  : gp_jump_voice(s->f, &under, w->node);
		s->element = s->link.element;
		if (!w->node->first && s->link.link != GP_NONE)
			add_words(s, s->f->tree.targets[s->link.link].uri);
	} else if (w->event == GP_LEAVE && s->links == 0) {
		s->element = s->round;
		if (gp_node_link(w->node)->jump == GP_NO_JUMP)
			end_link(s, w->node);
	}
}

static void
step_code(struct inline_state *s, const struct gp_walk *w)
{
	count_depth(&s->code, w->event);
}

static void
step_edit(struct inline_state *s, const struct gp_walk *w)
{
	bool struck = w->node->kind == GP_DELETED;
	struct gp_element *e;

	count_depth(struck ? &s->struck : &s->new, w->event);
	if (w->event == GP_LEAVE) {
		pop_element(s);
		return;
	}
	e = push_span(s);
	if (e)
		e->line = struck ? GP_LINE_THROUGH : GP_LINE_UNDER;
}

/* True when every text of `n` can be set in signs that are raised. */
static bool
has_signs(const struct gp_node *n)
{
	enum gp_raise how = n->kind == GP_SUBSCRIPT ? GP_LOWERED : GP_RAISED;
	struct gp_walk w = gp_walk_from(n);
	bool some = false;

	while (gp_walk_next(&w)) {
		struct gp_str words = gp_node_text(w.node);

		if (w.node != n && (w.node->kind == GP_SUPERSCRIPT ||
		                    w.node->kind == GP_SUBSCRIPT))
			return false;
		if (words.n && !gp_raises_whole(words, how))
			return false;
		some |= words.n > 0;
	}
	return some;
}

/* The letters of `n`, and whether they are one piece: without a space, and
   without a link, which is an element of its own. */
static bool
is_one_piece(const struct gp_node *n, struct gp_buf *letters)
{
	struct gp_walk w = gp_walk_from(n);
	bool whole = true;

	while (gp_walk_next(&w)) {
		if (w.event == GP_ENTER)
			gp_buf_str(letters, gp_node_text(w.node));
		whole = whole && w.node->kind != GP_LINK &&
		        w.node->kind != GP_BREAK && w.node->lang.n == 0;
	}
	return whole && letters->len &&
	       gp_str_find(gp_buf_view(letters), GP_STR(" "), 0) ==
	               letters->len;
}

/* What is set small is read as it is typed, x^(a/b), where it is one piece. */
static void
push_typed(struct inline_state *s, const struct gp_node *n)
{
	struct gp_buf typed = { .max = 0 }, letters = { .max = 0 };
	struct gp_element *e = push_span(s);
	bool alone = is_one_piece(n, &letters);

	gp_node_words(n, &typed);
	if (e && alone &&
	    !gp_str_eq(gp_buf_view(&letters), gp_buf_view(&typed)))
		e->actual = gp_arena_str(s->f->arena, gp_buf_view(&typed));
	gp_buf_free(&typed);
	gp_buf_free(&letters);
}

/* A third of the size up, a sixth down. */
static void
step_raised(struct inline_state *s, const struct gp_walk *w)
{
	gp_len by, size = s->base->size;

	if (w->event == GP_ENTER && s->raised == 0 && has_signs(w->node))
		s->whole = w->node;
	if (s->whole) {
		if (w->event == GP_LEAVE)
			s->whole = NULL;
		return;
	}
	if (w->event == GP_LEAVE)
		s->raised--;
	/* What is raised in it is of the same piece. */
	if (s->raised == 0 && w->event == GP_ENTER)
		push_typed(s, w->node);
	else if (s->raised == 0)
		pop_element(s);
	by = size_at(size, s->raised);
	by = w->node->kind == GP_SUPERSCRIPT ? by / 3 : -by / 6;
	s->rise += w->event == GP_ENTER ? by : -by;
	if (w->event == GP_ENTER)
		s->raised++;
}

/* How a word is said stands behind it, in brackets. */
static void
step_reading(struct inline_state *s, const struct gp_walk *w)
{
	struct gp_voice voice = voice_now(s, false);
	struct gp_buf words = { .max = 0 };
	struct gp_reading_marks marks;

	gp_node_words(w->node, &words);
	marks = gp_reading_marks(gp_buf_view(&words));
	gp_buf_free(&words);
	voice.added = true;
	gp_para_add(&s->f->text, &voice,
	            w->event == GP_ENTER ? marks.before : marks.after);
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
	[GP_TEXT] = step_text,        [GP_EMPHASIS] = step_emphasis,
	[GP_STRONG] = step_strong,    [GP_LINK] = step_link,
	[GP_CODE] = step_code,        [GP_SUPERSCRIPT] = step_raised,
	[GP_SUBSCRIPT] = step_raised, [GP_DELETED] = step_edit,
	[GP_INSERTED] = step_edit,    [GP_READING] = step_reading,
	[GP_BREAK] = step_break,
};

void
gp_compose_inline(struct gp_flow *f, const struct gp_node *n,
                  const struct gp_voice *voice)
{
	struct inline_state s = { .f = f,
		                  .base = voice,
		                  .element = voice->element,
		                  .run_in = gp_node_paragraph(n)->run_in };
	struct gp_walk w = gp_walk_from(n);

	begin_block(&s, n);
	while (gp_walk_next(&w)) {
		bool foreign = w.node != n && is_foreign(&s, w.node);

		if (foreign && w.event == GP_ENTER)
			enter_foreign(&s, w.node);
		if (steps[w.node->kind])
			steps[w.node->kind](&s, &w);
		if (foreign && w.event == GP_LEAVE)
			leave_foreign(&s);
	}
}
