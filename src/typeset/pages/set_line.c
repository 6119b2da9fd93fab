/* The words of a line in their places, in the order of reading: spaces share
   what the line has too much, and what hangs out of it is left out of the
   sum.  Text that runs from right to left is none of it: that goes to
   visual_order.c. */
#include "typeset/lines/hang.h"
#include "typeset/pages/layout_steps.h"
#include "typeset/pages/visual_order.h"

/* The space after a word: each takes of what there is to share as much as it
   is wide, so that all are alike whatever their face. */
static void
advance_space(struct gp_setter *s, gp_len width)
{
	int64_t share = s->spaces ? s->extra * width / s->spaces : 0;

	s->x += width + (gp_len)share;
	s->extra -= share;
	s->spaces -= width;
}

static uint32_t
word_end(const struct gp_para *p, uint32_t from, uint32_t to)
{
	while (from < to && p->text.p[from] != ' ')
		from++;
	return from;
}

/* The words of one voice from `from` to `to`. */
static void
set_words(struct gp_setter *s, const struct gp_voice *voice, uint32_t from,
          uint32_t to)
{
	const struct gp_para *p = s->at->para;
	struct gp_measure *m = s->l->measure;
	const struct gp_run *space =
		gp_measure_run(m, voice->face, GP_STR(" "));
	gp_len space_width = gp_run_width(space, voice->size);

	while (from < to) {
		uint32_t end = p->verbatim ? to : word_end(p, from, to);
		const struct gp_run *run = gp_measure_run(
			m, voice->face, gp_str_sub(p->text, from, end));
		bool spaced = end < to;

		if (end == s->at->line->to && end < p->text.n)
			spaced = p->text.p[end] == ' ';
		gp_set_word(s, run, spaced);
		s->word_end = s->x += gp_run_width(run, voice->size);
		if (end < to) {
			advance_space(s, space_width);
			end++;
		}
		from = end;
	}
}

static void
set_span(struct gp_setter *s, const struct gp_voice *voice, uint32_t from,
         uint32_t to, bool hyphen)
{
	gp_len start = s->x;
	size_t first = s->l->n_words, i;

	gp_set_piece(s, voice);
	if (s->l->n_pieces == 0)
		return;
	set_words(s, voice, from, to);
	if (hyphen) {
		const struct gp_run *run =
			gp_measure_hyphen(s->l->measure, voice->face);

		if (run)
			gp_set_word(s, run, false);
	}
	for (i = first; i < s->l->n_words; i++)
		gp_set_missing(s, s->l->words[i].run);
	gp_set_link(s, voice, start);
	gp_set_word_line(s, voice, start, s->word_end);
}

/* Natural width of the line; its spaces' is added to s->spaces. */
static int64_t
natural(struct gp_setter *s, uint32_t from, uint32_t to)
{
	const struct gp_para *p = s->at->para;
	struct gp_measure *m = s->l->measure;
	int64_t width = 0;

	while (from < to) {
		const struct gp_text_span *span = gp_para_span(p, from);
		uint32_t stop = span->to < to ? span->to : to;
		uint32_t end = p->verbatim ? stop : word_end(p, from, stop);
		const struct gp_run *run;

		run = gp_measure_run(m, span->voice.face,
		                     gp_str_sub(p->text, from, end));
		width += gp_run_width(run, span->voice.size);
		if (end < stop) {
			run = gp_measure_run(m, span->voice.face, GP_STR(" "));
			s->spaces += gp_run_width(run, span->voice.size);
			end++;
		}
		from = end;
	}
	if (s->at->line->hyphen && to > 0) {
		const struct gp_voice *v = &gp_para_span(p, to - 1)->voice;
		const struct gp_run *run = gp_measure_hyphen(m, v->face);

		width += run ? gp_run_width(run, v->size) : 0;
	}
	return width + s->spaces;
}

void
gp_layout_line(struct gp_layout *l, const struct gp_line_at *at)
{
	struct gp_setter s = { .l = l, .at = at, .x = at->x };
	const struct gp_para *p = at->para;
	uint32_t from = at->line->from, to = at->line->to;
	gp_len left;
	int64_t slack;

	if (gp_bidi_line(l, at))
		return;
	left = gp_hang_left(l->measure, p, from);
	slack = at->width + left - natural(&s, from, to);
	slack += gp_hang_right(l->measure, p, to, at->line->hyphen);
	s.x -= left;
	if (slack > 0 && p->align >= GP_ALIGN_CENTRE)
		s.x += (gp_len)(p->align == GP_ALIGN_CENTRE ? slack / 2
		                                            : slack);
	s.extra = gp_set_extra(at, slack, s.spaces);
	while (from < to) {
		const struct gp_text_span *span = gp_para_span(p, from);
		uint32_t end = span->to < to ? span->to : to;

		set_span(&s, &span->voice, from, end,
		         at->line->hyphen && end == to);
		from = end;
	}
}

void
gp_set_late(struct gp_layout *l, enum gp_role role,
            const struct gp_voice *voice, struct gp_str words,
            enum gp_late_side side, const struct gp_line_at *where)
{
	struct gp_para_builder *text = &l->flow->text;
	struct gp_line line = { .forced = true };
	struct gp_line_at at = *where;
	struct gp_setter s = { .l = l, .at = &at };
	int64_t width;

	gp_flow_begin(l->flow, role, 0);
	gp_para_add(text, voice, words);
	at.para = gp_para_end(text);
	if (!at.para || at.para->text.n == 0)
		return;
	line.to = (uint32_t)at.para->text.n;
	at.line = &line;
	width = natural(&s, 0, line.to);
	/* Words from right to left go to the end of their room, which is no
	   more than they need. */
	if (side != GP_LATE_AS_ROLE && width < at.width) {
		if (side == GP_LATE_RIGHT)
			at.x += at.width - (gp_len)width;
		at.width = (gp_len)width;
	}
	gp_layout_line(l, &at);
}
