/*
 * What each line of the body is: a heading, an item of a list or a
 * paragraph.  Only its length, its stop, its mark and its neighbours are
 * asked; what it says is not.
 */
#include "normalise/text/line_marks.h"
#include "normalise/work.h"

/* Judgements, weighed on the articles of content/ (tests/eval/weigh with
   tests/golden/normalise.test): a line without a stop is a heading up to the
   first length, and a numbered one when what follows is over the second. */
enum { HEADING_WORDS = 14, FOLLOWING_WORDS = 8 };

/* The body as it stands, by turns. */
struct around {
	const struct gp_unit *prev, *next;
};

static bool
is_short(const struct gp_unit *u)
{
	return !u->ends && u->words <= HEADING_WORDS;
}

static bool
ends_in_colon(const struct gp_unit *u)
{
	return u && u->text.p[u->text.n - 1] == ':';
}

/* "1) Start small", with paragraphs under it. */
static bool
is_numbered_heading(const struct gp_unit *u, const struct gp_unit *next)
{
	struct gp_str label, rest;

	return is_short(u) && next && next->words > FOLLOWING_WORDS &&
	       gp_mark_parse(next->text, &label, &rest) != GP_NUMBER;
}

/* A dash in front signs a quotation: "— Jane Smith". */
static bool
is_signature(const struct gp_unit *u)
{
	return gp_str_starts(u->text, GP_STR("\u2014")) ||
	       gp_str_starts(u->text, GP_STR("\u2013")) ||
	       gp_str_starts(u->text, GP_STR("-"));
}

/* What a table or a picture is from. */
static bool
is_source_line(const struct gp_unit *u)
{
	static const struct gp_str labels[] = { { "source:", 7 },
		                                { "sources:", 8 } };
	size_t i;

	for (i = 0; i < sizeof labels / sizeof labels[0]; i++)
		if (gp_str_eq_nocase(gp_str_sub(u->text, 0, labels[i].n),
		                     labels[i]))
			return true;
	return false;
}

static bool
is_heading(const struct gp_unit *u, const struct around *a)
{
	/* What was nearly dropped is not made more of. */
	if (u->fate == GP_KEPT && !u->wanted)
		return false;
	if (!is_short(u) || !a->next || u->gap == 0 || u->after == 0 ||
	    is_signature(u) || is_source_line(u) ||
	    gp_str_starts(u->folded, GP_STR("\"")) || ends_in_colon(a->prev))
		return false;
	return a->next->prose || gp_str_starts(a->next->text, GP_STR("\u2026"));
}

/* The mark as the source has it: a tab behind "o" tells it from a word. */
static enum gp_mark
take_mark(struct gp_unit *u)
{
	if (!gp_mark_is_round(gp_str_trim(u->block->raw)))
		return gp_mark_parse(u->text, &u->label, &u->rest);
	u->label = gp_str_sub(u->text, 0, 1);
	u->rest = gp_str_trim(gp_str_sub(u->text, 1, u->text.n));
	return GP_BULLET;
}

static bool
has_mark(const struct gp_unit *u, struct gp_str mark)
{
	struct gp_str label, rest;

	return u && gp_mark_parse(u->text, &label, &rest) != GP_NO_MARK &&
	       gp_str_eq(label, mark);
}

static bool
is_item(const struct gp_unit *u, enum gp_mark mark, const struct around *a)
{
	if (mark == GP_WEAK_BULLET)
		return has_mark(a->prev, u->label) ||
		       has_mark(a->next, u->label);
	return mark != GP_NO_MARK;
}

static void
decide(struct gp_unit *u, const struct around *a)
{
	enum gp_mark mark;

	u->kind = GP_PARAGRAPH;
	u->rest = u->text;
	/* The source says so. */
	if (u->block->has_hint) {
		u->kind = u->block->hint;
		return;
	}
	if (gp_mark_is_rule(u->text)) {
		u->kind = GP_RULE;
		return;
	}
	mark = take_mark(u);
	u->ordered = mark == GP_NUMBER;
	if (mark == GP_NUMBER && is_numbered_heading(u, a->next)) {
		u->kind = GP_HEADING;
	} else if (is_item(u, mark, a)) {
		u->kind = GP_ITEM;
	} else {
		u->label = GP_STR("");
		u->rest = u->text;
		u->kind = is_heading(u, a) ? GP_HEADING : GP_PARAGRAPH;
	}
}

static struct gp_unit *
next_staying(struct gp_work *w, size_t *i)
{
	while (*i < w->n)
		if (gp_unit_stays(&w->units[(*i)++]))
			return &w->units[*i - 1];
	return NULL;
}

bool
gp_pass_line_kinds(struct gp_work *w, struct gp_err *e)
{
	size_t i = 0;
	struct gp_unit *u = next_staying(w, &i);
	struct around a = { NULL, next_staying(w, &i) };
	struct gp_unit *next;

	(void)e;
	while (u) {
		next = NULL;
		decide(u, &a);
		if (a.next)
			next = &w->units[a.next - w->units];
		a.prev = u;
		u = next;
		a.next = next_staying(w, &i);
	}
	return true;
}

bool
gp_pass_line_kinds_again(struct gp_work *w, struct gp_err *e)
{
	return !w->lines_given || gp_pass_line_kinds(w, e);
}
