/* A mark is short, and it is set apart from the words that it stands behind:
   by its height, by brackets, or by nothing but its being a link.  Whether a
   note is at the other end is not known here. */
#include "normalise/build/note_marks.h"

#include "model/walk.h"

#include <string.h>

enum {
	LONGEST_MARK = 8,   /* bytes of "1", "[2]", "(iv)", "*" */
	LONGEST_RAISED = 32 /* of "[footnote 12]" */
};

void
gp_mark_words(const struct gp_node *link, struct gp_buf *out)
{
	struct gp_walk w = gp_walk_from(link);

	while (gp_walk_next(&w))
		if (w.event == GP_ENTER)
			gp_buf_str(out, gp_node_text(w.node));
}

/* "1", "[2]", "a", "(iv)", "*": no word. */
static bool
is_sign(struct gp_str s)
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
is_bracketed(struct gp_str s)
{
	return s.n > 1 && (s.p[0] == '[' || s.p[0] == '(');
}

static bool
is_raised(const struct gp_node *link)
{
	const struct gp_node *n = link;

	while (n->first && n->first == n->last)
		if ((n = n->first)->kind == GP_SUPERSCRIPT)
			return true;
	for (n = link->parent; n && gp_kind_in_line(n->kind); n = n->parent)
		if (n->kind == GP_SUPERSCRIPT)
			return true;
	return false;
}

/* What stands before a link on its line, or NULL. */
static const struct gp_node *
text_before(const struct gp_node *link)
{
	const struct gp_node *n = link;

	while (!n->prev && n->parent && gp_kind_in_line(n->parent->kind))
		n = n->parent;
	n = n->prev;
	while (n && n->last)
		n = n->last;
	return n;
}

static bool
stands_behind_word(const struct gp_node *link)
{
	struct gp_str s = gp_node_text(text_before(link));

	return s.n > 0 && !gp_is_space(s.p[s.n - 1]);
}

static bool
looks_like_mark(const struct gp_node *link, struct gp_str words)
{
	if (link->as.link.jump == GP_JUMP_TO_NOTE || is_raised(link))
		return words.n <= LONGEST_RAISED;
	return is_sign(words) &&
	       (is_bracketed(words) || stands_behind_word(link));
}

bool
gp_is_note_mark(const struct gp_node *link)
{
	struct gp_buf words = { .max = 0 };
	bool is;

	gp_mark_words(link, &words);
	is = looks_like_mark(link, gp_str_trim(gp_buf_view(&words)));
	gp_buf_free(&words);
	return is;
}

static bool
wants_raising(const struct gp_node *link)
{
	struct gp_buf out = { .max = 0 };
	struct gp_str words;
	bool wants;

	gp_mark_words(link, &out);
	words = gp_str_trim(gp_buf_view(&out));
	wants = is_sign(words) && !is_bracketed(words) &&
	        gp_is_alnum(words.p[0]) && !is_raised(link);
	gp_buf_free(&out);
	return wants;
}

void
gp_mark_raise(struct gp_arena *a, struct gp_node *link)
{
	struct gp_node *raised, *n, *next;

	if (!wants_raising(link))
		return;
	raised = gp_node_new(a, GP_SUPERSCRIPT, link->at);
	if (!raised)
		return;
	n = link->first;
	link->first = link->last = NULL;
	for (; n; n = next) {
		next = n->next;
		n->prev = n->next = n->parent = NULL;
		(void)gp_node_append(raised, n);
	}
	(void)gp_node_append(link, raised);
}
