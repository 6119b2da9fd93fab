/*
 * The marks are bytes in the line, so that every step that keeps to its
 * words keeps them in place; nothing here knows what the steps change.
 */
#include "normalise/build/marked_texts.h"

#include "base/utf8.h"
#include "model/plain_marks.h"

/* How a text stands in its line, by the innermost that says so: the mark of
   it begins the text. */
static char
mark_of(const struct gp_node *text)
{
	const struct gp_node *n;
	enum gp_plain how = GP_PLAIN;

	for (n = text->parent; n && gp_kind_in_line(n->kind) && !how;
	     n = n->parent)
		how = gp_plain_of(n);
	return (char)(GP_MARK_TEXT + how);
}

void
gp_marked_append(const struct gp_node *tree, struct gp_buf *out)
{
	struct gp_walk w = gp_walk_from(tree);
	bool gap = false;

	while (gp_walk_next(&w)) {
		if (w.event != GP_ENTER)
			continue;
		gap |= gp_kind_parts_words(w.node->kind);
		if (w.node->kind != GP_TEXT)
			continue;
		if (gap && out->len > 0) {
			gp_buf_putc(out, GP_MARK_GAP);
			gp_buf_putc(out, ' ');
		}
		gap = false;
		gp_buf_putc(out, mark_of(w.node));
		gp_buf_str(out, gp_node_text(w.node));
	}
}

static bool
begins_text(char c)
{
	return gp_is_mark((unsigned char)c) && c != GP_MARK_GAP;
}

/* What was put behind `from` stood as the mark before it says. */
static void
end_text(struct gp_buf *out, size_t from, char mark)
{
	if (out->len > from && begins_text(mark))
		gp_plain_end(out, from, (enum gp_plain)(mark - GP_MARK_TEXT));
}

/* Neighbours under one mark are one. */
struct gp_str
gp_marked_strip(struct gp_str marked, struct gp_buf *out)
{
	size_t i = 0, from, begun = 0;
	char mark = GP_MARK_TEXT;

	gp_buf_clear(out);
	while (i < marked.n) {
		if (gp_is_mark((unsigned char)marked.p[i])) {
			if (marked.p[i] != mark) {
				end_text(out, begun, mark);
				begun = out->len;
			}
			mark = marked.p[i++];
			continue;
		}
		for (from = i; i < marked.n; i++)
			if (gp_is_mark((unsigned char)marked.p[i]))
				break;
		gp_buf_put(out, marked.p + from, i - from);
	}
	end_text(out, begun, mark);
	return gp_str_trim(gp_buf_view(out));
}

/* ---- a copy with other words ---- */

/* Takes the next text off the front of *marked. */
static struct gp_str
next_text(struct gp_str *marked)
{
	size_t from = 0, to;
	struct gp_str text;

	while (from < marked->n && !begins_text(marked->p[from]))
		from++;
	for (to = from + 1; to < marked->n; to++)
		if (gp_is_mark((unsigned char)marked->p[to]))
			break;
	text = gp_str_sub(*marked, from + 1, to);
	*marked = gp_str_sub(*marked, to, marked->n);
	/* Nothing of it stands before a break. */
	if (marked->n && marked->p[0] == GP_MARK_GAP)
		while (text.n && text.p[text.n - 1] == ' ')
			text.n--;
	return text;
}

static void
put_fit(struct gp_str s, struct gp_buf *out)
{
	size_t i = 0, from;
	uint32_t c;

	while (i < s.n) {
		from = i;
		c = gp_utf8_next(s, &i);
		if (c == '\n' || c == '\t' ||
		    (c >= ' ' && !(c >= 0x7F && c < 0xA0)))
			gp_buf_put(out, s.p + from, i - from);
	}
}

/* Code stays as it is, but for what no writer may meet, and for what cannot
   have been typed. */
static struct gp_str
copy_verbatim(struct gp_arena *a, const struct gp_evidence *v, struct gp_str s,
              unsigned *fixes)
{
	struct gp_buf mended = { .max = 0 }, out = { .max = 0 };

	gp_text_set_code(v, s, &mended, fixes);
	put_fit(gp_buf_view(&mended), &out);
	gp_buf_inherit(&out, &mended);
	gp_buf_free(&mended);
	return gp_arena_buf(a, &out);
}

/* An element that lost its words is none. */
static void
prune(struct gp_node *n)
{
	struct gp_node *parent = n->parent;

	if (!parent || n->first || n->kind == GP_BREAK ||
	    !gp_kind_in_line(n->kind) ||
	    (n->kind == GP_TEXT && gp_node_text(n).n > 0))
		return;
	parent->last = n->prev;
	if (n->prev)
		n->prev->next = NULL;
	else
		parent->first = NULL;
}

/* Without its words, which come from the line. */
static struct gp_node *
copy_node(struct gp_arena *a, const struct gp_node *from, struct gp_span at)
{
	struct gp_node bare = *from;

	bare.at = at;
	if (bare.kind == GP_TEXT)
		bare.as.text = GP_STR("");
	else if (bare.kind == GP_FIGURE)
		bare.as.figure.alt = gp_str_trim(bare.as.figure.alt);
	else if (bare.kind == GP_ABBREVIATION)
		bare.as.abbreviation.expansion =
			gp_str_trim(bare.as.abbreviation.expansion);
	return gp_node_copy(a, &bare);
}

static bool
is_verbatim(const struct gp_node *n)
{
	for (; n; n = n->parent)
		if (n->kind == GP_CODE || n->kind == GP_CODE_BLOCK)
			return true;
	return false;
}

struct gp_node *
gp_marked_copy(struct gp_arena *a, const struct gp_evidence *v,
               const struct gp_node *tree, struct gp_str marked,
               struct gp_span at, unsigned *fixes)
{
	struct gp_walk w = gp_walk_from(tree);
	struct gp_node *root = NULL, *open = NULL, *n;
	struct gp_span nowhere = { 0, 0 };

	while (gp_walk_next(&w)) {
		if (w.event == GP_LEAVE) {
			n = open;
			open = open->parent;
			prune(n);
			continue;
		}
		n = copy_node(a, w.node, w.node == tree ? at : nowhere);
		if (!n || (open && !gp_node_append(open, n)))
			return NULL;
		root = root ? root : n;
		open = n;
		if (n->kind != GP_TEXT)
			continue;
		n->as.text = gp_arena_str(a, next_text(&marked));
		if (is_verbatim(n->parent))
			n->as.text = copy_verbatim(a, v, gp_node_text(w.node),
			                           fixes);
	}
	return root;
}
