/* The words are in the buffer already when a mark ends: what has to be made of
   them is made there.  It looks at no node but the one at hand. */
#include "model/plain_marks.h"

#include "base/text/raised.h"
#include "base/utf8.h"

enum { EAST_ASIAN = 0x2E80, HANGUL = 0xAC00, LAST_HANGUL = 0xD7AF };

/* One of the two is a link, and there is nothing else in the outer one. */
static bool
is_all(const struct gp_node *outer, const struct gp_node *inner)
{
	return outer && inner && outer->first == inner &&
	       outer->last == inner &&
	       (outer->kind == GP_LINK || inner->kind == GP_LINK);
}

enum gp_plain
gp_plain_of(const struct gp_node *n)
{
	static const enum gp_plain kinds[GP_KIND_COUNT] = {
		[GP_SUPERSCRIPT] = GP_PLAIN_RAISED,
		[GP_SUBSCRIPT] = GP_PLAIN_LOWERED,
		[GP_DELETED] = GP_PLAIN_STRUCK,
		[GP_READING] = GP_PLAIN_READING,
	};

	return n->kind == GP_SUPERSCRIPT &&
	                       (is_all(n, n->first) || is_all(n->parent, n))
	               ? GP_PLAIN_NOTE
	               : kinds[n->kind];
}

struct gp_reading_marks
gp_reading_marks(struct gp_str reading)
{
	size_t i = 0;
	uint32_t c = reading.n ? gp_utf8_next(reading, &i) : 0;

	if (c < EAST_ASIAN || (c >= HANGUL && c <= LAST_HANGUL))
		return (struct gp_reading_marks){ GP_STR("("), GP_STR(")") };
	return (struct gp_reading_marks){ GP_STR("\uFF08"), GP_STR("\uFF09") };
}

/* ---- at the end of a mark ---- */

/* What stands in `b` from `from` to `end` with something round it. */
static void
enclose(struct gp_buf *b, size_t from, size_t end,
        const struct gp_reading_marks *round)
{
	struct gp_buf out = { .max = b->max };

	gp_buf_str(&out, round->before);
	gp_buf_put(&out, b->data + from, end - from);
	gp_buf_str(&out, round->after);
	gp_buf_put(&out, b->data + end, b->len - end);
	b->len = from;
	gp_buf_str(b, gp_buf_view(&out));
	gp_buf_inherit(b, &out);
	gp_buf_free(&out);
}

void
gp_plain_end(struct gp_buf *b, size_t from, enum gp_plain how)
{
	static const enum gp_raise raises[] = {
		[GP_PLAIN_RAISED] = GP_RAISED,
		[GP_PLAIN_NOTE] = GP_RAISED_NOTE,
		[GP_PLAIN_LOWERED] = GP_LOWERED,
	};
	struct gp_reading_marks round = { GP_STR("~~"), GP_STR("~~") };
	size_t end = b->len;

	while (from < end && gp_is_space(b->data[from]))
		from++;
	while (end > from && gp_is_space(b->data[end - 1]))
		end--;
	if (from >= end || how == GP_PLAIN)
		return;
	if (how == GP_PLAIN_READING)
		round = gp_reading_marks(gp_str_sub(gp_buf_view(b), from, end));
	if (how == GP_PLAIN_READING || how == GP_PLAIN_STRUCK)
		enclose(b, from, end, &round);
	else
		gp_raise(b, from, raises[how]);
}

/* ---- the walk ---- */

void
gp_plain_mark(struct gp_plain_marks *m, const struct gp_walk *w)
{
	enum gp_plain how = gp_plain_of(w->node);

	if (how == GP_PLAIN)
		return;
	if (w->event == GP_ENTER) {
		if (m->depth < GP_MOST_PLAIN_MARKS)
			m->from[m->depth] = m->out->len;
		m->depth++;
	} else if (--m->depth < GP_MOST_PLAIN_MARKS) {
		gp_plain_end(m->out, m->from[m->depth], how);
	}
}
