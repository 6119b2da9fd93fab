/* The number of a note is the place of its paragraph among those at the end, so
   that a mark is looked up by counting.  A text without such an end keeps its
   brackets: what they mean there is not guessed. */
#include "normalise/build/plain_notes.h"

#include "model/walk.h"

enum { MOST_DIGITS = 4 };

struct plain_notes {
	struct gp_arena *a;
	struct gp_node *body, *first; /* the paragraph of "[1]" */
	size_t n;
};

/* "[12]" at byte `i`: its number, and *end behind it; 0: none. */
static size_t
mark_at(struct gp_str s, size_t i, size_t *end)
{
	size_t from = i + 1, number = 0;

	if (i >= s.n || s.p[i] != '[')
		return 0;
	for (i++; i < s.n && gp_is_digit(s.p[i]) && i - from < MOST_DIGITS; i++)
		number = number * 10 + (size_t)(s.p[i] - '0');
	if (i == from || i >= s.n || s.p[i] != ']')
		return 0;
	*end = i + 1;
	return number;
}

static size_t
number_of(const struct gp_node *n)
{
	size_t end = 0, number;
	struct gp_str s;

	if (!n || n->kind != GP_PARAGRAPH || !n->first)
		return 0;
	s = gp_node_text(n->first);
	number = mark_at(s, 0, &end);
	return end < s.n && gp_is_space(s.p[end]) ? number : 0;
}

/* The paragraphs at the end of the body. */
static bool
find_notes(struct plain_notes *o)
{
	struct gp_node *n = o->body->last;

	o->n = number_of(n);
	for (; n && number_of(n) > 1; n = n->prev)
		if (number_of(n->prev) + 1 != number_of(n) || n->id.n)
			return false;
	o->first = n;
	return o->n > 0 && number_of(n) == 1 && n->id.n == 0;
}

/* Another note 1 stands before them, as in a mail of two texts: which one a
   mark means is not told. */
static bool
are_doubtful(const struct plain_notes *o)
{
	const struct gp_node *n = o->first->prev;

	while (n && number_of(n) != 1)
		n = n->prev;
	return n != NULL;
}

static void
insert_after(struct gp_node *at, struct gp_node *n)
{
	n->parent = at->parent;
	n->prev = at;
	n->next = at->next;
	*(at->next ? &at->next->prev : &at->parent->last) = n;
	at->next = n;
}

static struct gp_node *
split_off(struct plain_notes *o, struct gp_node *text, size_t at)
{
	struct gp_str s = gp_node_text(text);
	struct gp_node *rest =
		gp_node_new_text(o->a, gp_str_sub(s, at, s.n), text->at);

	if (!rest)
		return NULL;
	rest->lang = text->lang;
	text->as.text = gp_str_sub(s, 0, at);
	insert_after(text, rest);
	return rest;
}

/* The text becomes a link to the note, and holds it. */
static void
make_link(struct plain_notes *o, struct gp_node *text, size_t number)
{
	struct gp_str words = gp_node_text(text);

	text->kind = GP_LINK;
	text->as.link = (struct gp_node_link){
		.target = gp_arena_printf(o->a, "#[%zu]", number),
	};
	(void)gp_node_append(text, gp_node_new_text(o->a, words, text->at));
}

/* The first mark of a text; the walk comes to what stands behind it. */
static void
link_mark(struct plain_notes *o, struct gp_node *text)
{
	struct gp_str s = gp_node_text(text);
	size_t i, end = 0, number = 0;

	for (i = 0; i < s.n && (number == 0 || number > o->n); i++)
		number = mark_at(s, i, &end);
	if (number == 0 || number > o->n)
		return;
	if (end < s.n && !split_off(o, text, end))
		return;
	if (--i > 0)
		text = split_off(o, text, i);
	if (text)
		make_link(o, text, number);
}

static void
link_marks(struct plain_notes *o)
{
	struct gp_walk w = gp_walk_from(o->body);

	while (gp_walk_next(&w)) {
		if (w.event != GP_ENTER)
			continue;
		if (w.node == o->first)
			return;
		if (w.node->kind == GP_LINK || w.node->kind == GP_CODE ||
		    w.node->kind == GP_CODE_BLOCK)
			gp_walk_skip(&w);
		else if (w.node->kind == GP_TEXT)
			link_mark(o, gp_walk_own(&w, o->body));
		if (w.node->kind == GP_LINK)
			gp_walk_skip(&w);
	}
}

void
gp_plain_notes(struct gp_arena *a, struct gp_node *body)
{
	struct plain_notes o = { .a = a, .body = body };
	struct gp_node *n;
	size_t i = 0;

	if (!find_notes(&o) || are_doubtful(&o))
		return;
	for (n = o.first; n; n = n->next)
		n->id = gp_arena_printf(a, "[%zu]", ++i);
	link_marks(&o);
}
