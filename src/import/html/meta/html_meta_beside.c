/*
 * The words beside a date in the page, which may say that it is the day of
 * something else: a label before it, a sentence round it, the name of a class.
 * What the date is, and whether it counts otherwise, is not known here.
 */
#include "import/html/meta/html_meta_parts.h"

#include "base/text/name_opening.h"
#include "base/text/other_days.h"

enum {
	LOOK_BACK = 200,    /* nodes in which a label may stand */
	CLASSES_UP = 2,     /* elements whose names are asked */
	LABEL = 40,         /* bytes of "First published on" */
	SENTENCE_WORDS = 5, /* beside a date */
};

/* Words of a line run through it. */
static bool
is_of_line(const struct gp_flat *d, uint32_t n)
{
	static const enum gp_name names[] = {
		GP_N_SPAN,   GP_N_TIME, GP_N_A,     GP_N_B,
		GP_N_STRONG, GP_N_EM,   GP_N_I,     GP_N_SMALL,
		GP_N_ABBR,   GP_N_U,    GP_N_LABEL, GP_N_FONT,
	};
	size_t i;

	for (i = 0; i < sizeof names / sizeof names[0]; i++)
		if (gp_flat_is(d, n, names[i]))
			return true;
	return false;
}

/* A line: the block that it stands in, and what of that is no block. */
struct day_line {
	uint32_t block;
	uint32_t from, to; /* nodes */
};

static bool
parts_lines(const struct gp_flat *d, uint32_t n, uint32_t block)
{
	return d->nodes[n].parent == block && !gp_flat_is_text(d, n) &&
	       !is_of_line(d, n);
}

static struct day_line
line_of(const struct gp_flat *d, uint32_t node)
{
	struct day_line l = { .block = node };
	uint32_t top = node, n, looked;

	while (is_of_line(d, l.block) &&
	       d->nodes[l.block].parent != GP_FLAT_NONE) {
		top = l.block;
		l.block = d->nodes[l.block].parent;
	}
	l.from = node > l.block + LOOK_BACK ? node - LOOK_BACK : l.block + 1;
	for (n = top; n-- > l.from;)
		if (parts_lines(d, n, l.block)) {
			l.from = gp_flat_skip(d, n);
			break;
		}
	l.to = gp_flat_skip(d, top);
	for (looked = 0; l.to < d->nodes[l.block].end && looked < LOOK_BACK &&
	                 !parts_lines(d, l.to, l.block);
	     looked++)
		l.to = gp_flat_skip(d, l.to);
	return l;
}

/* The words of nodes `from` to before `to`; a view of p->buf. */
static struct gp_str
words_of(struct gp_html_claims *p, uint32_t from, uint32_t to)
{
	const struct gp_flat *d = p->flat;
	uint32_t n;

	gp_buf_clear(&p->buf);
	for (n = from; n < to && p->buf.len < GP_META_TEXT; n++)
		if (gp_flat_is_text(d, n) &&
		    !gp_meta_is_silent(d, d->nodes[n].parent)) {
			gp_buf_str(&p->buf, gp_flat_text(d, n));
			gp_buf_putc(&p->buf, ' ');
		}
	return gp_str_trim(gp_buf_view(&p->buf));
}

/* The element before `n` under the same parent. */
static uint32_t
sibling_before(const struct gp_flat *d, uint32_t n)
{
	uint32_t parent = d->nodes[n].parent, at = n;

	if (parent == GP_FLAT_NONE)
		return GP_FLAT_NONE;
	while (--at > parent && n - at < LOOK_BACK)
		if (d->nodes[at].parent == parent && !gp_flat_is_text(d, at))
			return at;
	return GP_FLAT_NONE;
}

/* A term, the head of a row or a heading before the line: "Deadline". */
static bool
has_label_above(struct gp_html_claims *p, uint32_t line)
{
	uint32_t n = sibling_before(p->flat, line);

	if (n == GP_FLAT_NONE || gp_flat_is(p->flat, n, GP_N_H1) ||
	    gp_flat_is(p->flat, n, GP_N_LI))
		return false;
	return gp_day_is_of_other(gp_meta_text(p, n));
}

/* "Date", "Datum:" alone */
static bool
says_date(struct gp_str s)
{
	static const char *const words[] = { "date",  "datum",   "data",
		                             "fecha", "dyddiad", NULL };

	while (gp_str_ends(s, GP_STR(":")))
		s = gp_str_trim(gp_str_sub(s, 0, s.n - 1));
	return s.n <= LABEL &&
	       (gp_str_among_nocase(s, words) || gp_day_is_published(s));
}

bool
gp_meta_day_is_called(struct gp_html_claims *p, const struct gp_html_marked *m)
{
	struct day_line line = line_of(p->flat, m->node);
	struct gp_str before = words_of(p, line.from, m->node);
	uint32_t n;

	if (before.n > 0)
		return says_date(before);
	n = sibling_before(p->flat, line.block);
	return n != GP_FLAT_NONE && says_date(gp_meta_text(p, n));
}

static bool
is_named_other(struct gp_html_claims *p, uint32_t node)
{
	const struct gp_flat *d = p->flat;
	uint32_t n = node;
	int i;

	for (i = 0; i < CLASSES_UP && n != GP_FLAT_NONE &&
	            !gp_flat_is(d, n, GP_N_ARTICLE) && !gp_meta_is_root(d, n);
	     i++, n = d->nodes[n].parent)
		if (gp_day_is_of_other(gp_flat_attr(d, n, GP_N_CLASS)) ||
		    gp_day_is_of_other(gp_flat_attr(d, n, GP_N_ITEMPROP)))
			return true;
	return false;
}

/* "The meeting is on 6 May in the town hall." */
static bool
is_in_sentence(struct gp_html_claims *p, const struct day_line *line,
               uint32_t node)
{
	size_t own =
		line->block == node ? 0 : gp_str_words(gp_meta_text(p, node));
	struct gp_str text = words_of(p, line->from, line->to);

	if (gp_str_words(text) < own + SENTENCE_WORDS ||
	    gp_name_opening(text).opens != GP_OPENS_NOT)
		return false;
	return text.n > GP_META_TEXT - 3 || gp_str_ends(text, GP_STR(".")) ||
	       gp_str_ends(text, GP_STR("!")) || gp_str_ends(text, GP_STR("?"));
}

bool
gp_meta_day_is_other(struct gp_html_claims *p, const struct gp_html_marked *m)
{
	struct day_line line = line_of(p->flat, m->node);
	struct gp_str before;

	if (m->place == GP_SAID_IN_DATA || m->place == GP_SAID_IN_OPENING)
		return false;
	before = words_of(p, line.from, m->node);
	if (before.n == 0)
		return has_label_above(p, line.block) ||
		       is_named_other(p, m->node);
	if (gp_day_is_of_other(before) || is_named_other(p, m->node))
		return true;
	return m->place == GP_SAID_NEARBY && !gp_day_is_published(before) &&
	       is_in_sentence(p, &line, m->node);
}
