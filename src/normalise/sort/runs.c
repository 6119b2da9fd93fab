/*
 * Runs of links inside the text: under a label ("Related articles"), or
 * without one, fenced off by wider gaps than paragraphs have here.  Also the
 * single lines that a rule for any place fits.
 */
#include "normalise/text/line_marks.h"
#include "normalise/work.h"

#include "base/utf8.h"

/* Judgements, weighed on the articles of content/ (tests/eval/weigh with
   tests/golden/normalise.test) and on those of the tests.  What is meant: with
   both its fences a run is as sure as a drop must be, and without one nothing
   that speaks for it makes up for that. */
enum {
	MOST_UNDER_LABEL = 10, /* more are a list that matters */
	LABELLED_WORDS = 24,   /* of one link */
	LEAST_WORDS = 3,
	MOST_WORDS = 22,
	FENCE = 2,         /* blank lines, at least, and more than usual */
	ORPHAN_DOUBT = 2,  /* a label with nothing under it says less */
	JOINED_WORDS = 20, /* in one link title: two of them, likely */
	PHONE_DIGITS = 7,
	FENCED = 85,      /* confidence of a run with both its fences */
	NO_FENCE = 10,    /* less for each one missing */
	FOR_LINE = 2,     /* more for each further line, */
	MOST_COUNTED = 3, /* of up to so many, */
	FOR_STOP = 2,     /* and behind a finished paragraph */
};

static uint32_t
last_char(struct gp_str s)
{
	return gp_utf8_before(s, s.n);
}

/* A colon may end a label, a stop may not. */
static bool
is_label(const struct gp_unit *u)
{
	return u->verdict.by_zone[GP_ZONE_MID] &&
	       (!u->ends || last_char(u->text) == ':');
}

static void
warn_joined(struct gp_work *w, size_t from, size_t to)
{
	size_t i;

	for (i = from; i < to; i++) {
		const struct gp_unit *u = &w->units[i];

		if (u->words >= JOINED_WORDS)
			gp_doc_warn(w->doc, "joined-titles", u->at.first,
			            "line %u looks like two link titles joined",
			            u->at.first);
	}
}

/* ---- under a label ---- */

/* A telephone number or an e-mail address is no title of a link. */
static bool
is_contact(struct gp_str s)
{
	size_t i, digits = 0;

	for (i = 0; i < s.n; i++) {
		digits += gp_is_digit(s.p[i]);
		if (s.p[i] == '@')
			return true;
	}
	return digits >= PHONE_DIGITS;
}

/* The list that a unit is in, or NULL. */
static const struct gp_node *
list_of(const struct gp_unit *u)
{
	const struct gp_draft_frame *f = u->block ? u->block->in : NULL;

	while (f && f->node.kind != GP_LIST && f->node.kind != GP_TERMS)
		f = f->in;
	return f ? &f->node : NULL;
}

/* Further items of the list that the label stands over. */
static bool
is_in_its_list(const struct gp_work *w, size_t i, size_t label)
{
	const struct gp_node *list = list_of(&w->units[label + 1]);

	return list && list == list_of(&w->units[i]) &&
	       list != list_of(&w->units[label]);
}

static bool
is_heading(const struct gp_unit *u)
{
	return u->block->has_hint && u->block->hint == GP_HEADING;
}

/* The next story of a letter, behind the "Read more" of the one before. */
static bool
heads_story(const struct gp_work *w, size_t i)
{
	return is_heading(&w->units[i]) && i + 1 < w->n &&
	       w->units[i + 1].ends && !is_heading(&w->units[i + 1]) &&
	       w->units[i + 1].fate == GP_UNDECIDED;
}

/* "Further reading" over a paragraph is a heading of the author's. */
static bool
heads_text(const struct gp_work *w, size_t i)
{
	return heads_story(w, i) && w->units[i + 1].prose;
}

static bool
is_link_under(const struct gp_work *w, size_t i, size_t label)
{
	const struct gp_unit *u = &w->units[i];

	if (u->fate != GP_UNDECIDED || u->ends || u->tabbed ||
	    is_contact(u->text) || u->words > LABELLED_WORDS ||
	    heads_story(w, i))
		return false;
	/* The first may stand apart from its label; in the tail all may. */
	return i == label + 1 || u->gap == 0 || !w->spaced ||
	       is_in_its_list(w, i, label) || label > w->last_prose;
}

/* In the tail, links go on behind one that asks a question, which is kept:
   nobody can say whose it is. */
static void
drop_further(struct gp_work *w, size_t label, size_t from,
             const struct gp_rule *rule, int confidence)
{
	size_t i;

	for (i = from; i < w->n && i - label <= MOST_UNDER_LABEL; i++) {
		const struct gp_unit *u = &w->units[i];

		if (is_link_under(w, i, label) && !is_label(u))
			(void)gp_work_drop(w, i, i + 1, rule, confidence);
		else if (u->prose || last_char(u->text) != '?')
			break;
	}
}

static size_t
drop_labelled(struct gp_work *w, size_t i)
{
	const struct gp_unit *u = &w->units[i];
	const struct gp_rule *rule = u->verdict.by_zone[GP_ZONE_MID];
	int confidence = rule->confidence;
	size_t end = i + 1;

	if (heads_text(w, i))
		return end;
	while (end < w->n && is_link_under(w, end, i))
		end++;
	if (end - i - 1 > MOST_UNDER_LABEL && confidence > 0) {
		gp_doc_warn(w->doc, "kept-run", u->at.first,
		            "lines %u-%u: %zu lines under the label \"%.*s\" "
		            "are more than a run of links has (kept)",
		            u->at.first, w->units[end - 1].at.last, end - i - 1,
		            GP_ARG(u->text));
		return end;
	}
	if (end == i + 1)
		confidence -= ORPHAN_DOUBT;
	if (gp_work_drop(w, i, end, rule, confidence)) {
		warn_joined(w, i + 1, end);
		if (i > w->last_prose && end > i + 1)
			drop_further(w, i, end, rule, confidence);
	}
	return end;
}

/* ---- without a label ---- */

static bool
is_short(const struct gp_unit *u)
{
	struct gp_str label, rest;

	return u->fate == GP_UNDECIDED && !u->ends && !u->tabbed &&
	       u->words >= LEAST_WORDS && u->words <= MOST_WORDS &&
	       gp_mark_parse(u->text, &label, &rest) == GP_NO_MARK;
}

static const struct gp_unit *
before(const struct gp_work *w, size_t i)
{
	while (i-- > 0)
		if (gp_unit_stays(&w->units[i]))
			return &w->units[i];
	return NULL;
}

static bool
announces(const struct gp_unit *u)
{
	struct gp_str s = u->folded;

	while (s.n > 0 && s.p[s.n - 1] == '"')
		s.n--;
	return s.n > 0 && s.p[s.n - 1] == ':';
}

static bool
is_fence(const struct gp_work *w, unsigned gap)
{
	return gap >= FENCE && gap > w->usual_gap;
}

static int
confidence_of(const struct gp_work *w, size_t from, size_t to,
              const struct gp_unit *prev)
{
	size_t more =
		to - from - 1 < MOST_COUNTED ? to - from - 1 : MOST_COUNTED;
	bool closed = to < w->n && is_fence(w, w->units[to].gap);
	int c = FENCED + FOR_LINE * (int)more;

	if (prev && prev->ends)
		c += FOR_STOP;
	if (!is_fence(w, w->units[from].gap))
		c -= NO_FENCE;
	return closed ? c : c - NO_FENCE;
}

/* The end of the run that begins at `from`; `from` when there is none. */
static size_t
run_end(const struct gp_work *w, size_t from)
{
	size_t end = from;

	if (!w->spaced || w->units[from].gap == 0)
		return from;
	while (end < w->n && is_short(&w->units[end]) &&
	       (end == from || w->units[end].gap == 0))
		end++;
	if (end - from < 2 || (end < w->n && w->units[end].gap == 0))
		return from;
	return end;
}

static size_t
drop_unlabelled(struct gp_work *w, size_t from)
{
	const struct gp_unit *prev = before(w, from);
	size_t end = run_end(w, from);
	int confidence;

	if (end == from)
		return from + 1;
	if (prev && announces(prev))
		return end;
	confidence = confidence_of(w, from, end, prev);
	if (confidence < GP_SURE)
		gp_doc_warn(w->doc, "kept-run", w->units[from].at.first,
		            "lines %u-%u: a run of links, or a list without "
		            "marks (kept, 0.%02d)",
		            w->units[from].at.first, w->units[end - 1].at.last,
		            confidence);
	else if (gp_work_drop(w, from, end, &gp_rule_run, confidence))
		warn_joined(w, from, end);
	return end;
}

bool
gp_pass_runs(struct gp_work *w, struct gp_err *e)
{
	const struct gp_rule *rule;
	size_t i = w->after_title;

	(void)e;
	while (i < w->n) {
		struct gp_unit *u = &w->units[i];

		rule = u->verdict.by_zone[GP_ZONE_ANY];
		if (u->fate != GP_UNDECIDED) {
			i++;
		} else if (is_label(u)) {
			i = drop_labelled(w, i);
		} else if (rule) {
			(void)gp_work_drop(w, i, i + 1, rule, rule->confidence);
			i++;
		} else {
			i = drop_unlabelled(w, i);
		}
	}
	return true;
}
