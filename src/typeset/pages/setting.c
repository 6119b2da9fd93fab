/* Setting: every line of every fragment to words in their places, in the
   order of reading; its furniture first.  The marked pieces of a page are
   numbered here.  Where lines and pages end was decided before; nothing is
   moved to another. */
#include "typeset/pages/visual_order.h"
#include "typeset/pages/layout.h"

#include "typeset/lines/hang.h"
#include "base/vec.h"

/* ---- a line ---- */

/* A leaf goes on while words have the same owner. */
uint32_t
gp_layout_leaf(struct gp_layout *l, const struct gp_line_at *at,
               uint32_t element)
{
	struct gp_tree *t = &l->flow->tree;
	const struct gp_leaf *last =
		t->n_leaves ? &t->leaves[t->n_leaves - 1] : NULL;

	if (at->artifact)
		element = GP_NONE;
	if (last && last->page == at->page && last->element == element &&
	    (element != GP_NONE || last->artifact == at->kind))
		return (uint32_t)(t->n_leaves - 1);
	if (element == GP_NONE)
		gp_tree_artifact(t, at->page, at->kind);
	else
		gp_tree_leaf(t, at->page, element);
	return (uint32_t)(t->n_leaves - 1);
}

void
gp_set_word(struct gp_setter *s, const struct gp_run *run, bool space)
{
	struct gp_layout *l = s->l;
	struct gp_word_at *row =
		GP_VEC_ADD(l->arena, l->words, l->n_words, l->cap_words);

	if (!row)
		return;
	*row = (struct gp_word_at){ run, s->x, space };
	l->pieces[l->n_pieces - 1].count++;
}

void
gp_set_piece(struct gp_setter *s, const struct gp_voice *voice)
{
	struct gp_layout *l = s->l;
	struct gp_piece *row =
		GP_VEC_ADD(l->arena, l->pieces, l->n_pieces, l->cap_pieces);

	if (!row)
		return;
	*row = (struct gp_piece){
		.first = l->n_words,
		.y = s->at->y - voice->rise,
		.size = voice->size,
		.face = voice->face,
		.colour = voice->colour,
		.picture = GP_NONE,
		.leaf = gp_layout_leaf(l, s->at, voice->element),
	};
}

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
		s->x += gp_run_width(run, voice->size);
		if (end < to) {
			advance_space(s, space_width);
			end++;
		}
		from = end;
	}
}

void
gp_set_missing(struct gp_setter *s, const struct gp_run *run)
{
	if (s->at->artifact)
		return;
	for (; run; run = run->more) {
		if (run->missing)
			gp_missing_note(s->l, s->at->para, run->missing);
		if (run->stacked)
			gp_missing_stack(s->l, s->at->para);
	}
}

void
gp_set_link(struct gp_setter *s, const struct gp_voice *voice, gp_len from)
{
	const struct gp_line_at *at = s->at;

	if (voice->link == GP_NONE || at->artifact || s->x <= from)
		return;
	gp_tree_link(&s->l->flow->tree,
	             &(struct gp_link_box){
			     .page = at->page,
			     .element = voice->element,
			     .target = voice->link,
			     .left = from,
			     .right = s->x,
			     .top = at->y - voice->rise - voice->size,
			     .bottom = at->y + voice->size / 4,
		     });
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

int64_t
gp_set_extra(const struct gp_line_at *at, int64_t slack, int64_t spaces)
{
	if (slack < 0)
		return slack;
	if (at->para->align != GP_ALIGN_JUSTIFY || at->line->forced ||
	    slack * 100 > spaces * (GP_SPACE_MOST - 100))
		return 0;
	return slack;
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

/* ---- a fragment ---- */

/* The baseline in a line of that leading: capitals stand in its middle. */
static gp_len
baseline(gp_len leading, gp_len size)
{
	return (leading + size * 7 / 10) / 2;
}

/* Where in its block something that wide stands: from right to left as in a
   mirror. */
static gp_len
placed(const struct gp_layout *l, const struct gp_block *b, gp_len x,
       gp_len width)
{
	const struct gp_style *s = l->flow->style;

	if (!b->rtl)
		return x;
	return (b->wide ? gp_style_measure(s) : gp_style_column(s)) - x - width;
}

static void
set_cell(struct gp_layout *l, const struct gp_fragment *f,
         const struct gp_block *b, const struct gp_cell *cell)
{
	const struct gp_style *style = l->flow->style;
	gp_len top = style->top + f->y + cell->down;
	size_t i, to = cell->n_lines < f->to ? cell->n_lines : f->to;

	if (cell->element != GP_NONE && !f->again)
		gp_tree_attach(&l->flow->tree, cell->element);
	for (i = f->from; i < to; i++)
		gp_layout_line(
			l,
			&(struct gp_line_at){
				.para = cell->para,
				.line = &cell->lines[i],
				.page = f->page,
				.x = style->left + f->x +
		                     placed(l, b, cell->x, cell->width),
				.y = top + b->leading * (gp_len)(i - f->from) +
		                     baseline(b->leading, cell->para->size),
				.width = cell->width,
				.rtl = b->rtl,
				.artifact = f->again,
				.kind = GP_ARTIFACT_LAYOUT });
}

/* How far a bar reaches: to the next block of the same quotation, when that
   stands on the same page. */
static gp_len
bar_height(const struct gp_layout *l, const struct gp_fragment *f,
           const struct gp_block *b, gp_len height)
{
	const struct gp_fragment *next = f + 1;

	if (next == l->fragments + l->n_fragments || next->page != f->page ||
	    next->column != f->column ||
	    l->flow->blocks[next->block].bar != b->bar)
		return height;
	return next->y - f->y;
}

static void
set_fills(struct gp_layout *l, const struct gp_fragment *f,
          const struct gp_block *b)
{
	const struct gp_style *s = l->flow->style;
	gp_len top = s->top + f->y;
	gp_len height = b->leading * (gp_len)(f->to - f->from);
	gp_len left = s->left + f->x;
	gp_len measure = b->wide ? gp_style_measure(s) : gp_style_column(s);
	gp_len width = measure - b->cells[0].x;
	struct gp_fill line = { left + placed(l, b, b->cells[0].x, width),
		                top - b->rule_gap - b->rule,
		                width,
		                b->rule,
		                b->colour,
		                0 };

	if ((b->rules & GP_RULE_ABOVE) && f->from == 0)
		gp_layout_fill(l, &line);
	line.y = top + height + b->rule_gap;
	if ((b->rules & GP_RULE_BELOW) && f->to == b->n_lines)
		gp_layout_fill(l, &line);
	if (b->bar >= 0)
		gp_layout_fill(l,
		               &(struct gp_fill){
				       left + placed(l, b, b->bar, s->bar), top,
				       s->bar, bar_height(l, f, b, height),
				       b->colour, 0 });
}

void
gp_set_late(struct gp_layout *l, enum gp_role role,
            const struct gp_voice *voice, struct gp_str words, bool right,
            const struct gp_line_at *where)
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
	if (right && width < at.width)
		at.x += at.width - (gp_len)width;
	gp_layout_line(l, &at);
}

static void
set_number(struct gp_layout *l, const struct gp_fragment *f,
           const struct gp_block *b, const struct gp_cell *cell)
{
	const struct gp_style *style = l->flow->style;
	const struct gp_place *place;
	char number[32];
	struct gp_line_at at = {
		.page = f->page,
		.x = style->left + f->x + cell->x,
		.y = style->top + f->y +
		     b->leading * (gp_len)(f->to - f->from - 1) +
		     baseline(b->leading, cell->voice.size),
		.width = cell->width,
	};

	place = &l->flow->tree.places[cell->page_of];
	if (place->page == GP_NONE || f->to != b->n_lines || f->to == f->from)
		return;
	gp_page_print(&l->pages[place->page], number);
	/* Read aloud or copied, the number is a word of its own. */
	if (l->n_words)
		l->words[l->n_words - 1].space = true;
	gp_set_late(l, GP_ROLE_CONTENTS_TITLE, &cell->voice, gp_str(number),
	            true, &at);
}

static void
set_fragment(struct gp_layout *l, const struct gp_fragment *f)
{
	const struct gp_block *b = &l->flow->blocks[f->block];
	size_t i;

	set_fills(l, f, b);
	gp_layout_marks(l, f, b);
	if (b->image)
		gp_set_picture(l, f);
	for (i = 0; i < b->n_cells; i++) {
		if (b->cells[i].page_of != GP_NONE)
			set_number(l, f, b, &b->cells[i]);
		else if (b->cells[i].para)
			set_cell(l, f, b, &b->cells[i]);
		else if (b->cells[i].element != GP_NONE && !f->again)
			gp_tree_attach(&l->flow->tree, b->cells[i].element);
	}
}

/* ---- a page ---- */

/* The running head of a page is that of its first fragment. */
static uint32_t
title_of(const struct gp_layout *l, size_t fragment)
{
	if (fragment >= l->n_fragments)
		return GP_NONE;
	return l->flow->blocks[l->fragments[fragment].block].title;
}

static unsigned
count_body_pages(const struct gp_layout *l)
{
	unsigned count = 0;
	size_t i;

	for (i = 0; i < l->n_pages; i++)
		count += l->pages[i].body;
	return count;
}

static void
set_page(const struct gp_furniture *u, size_t *fragment)
{
	struct gp_layout *l = u->l;
	struct gp_page *page = &l->pages[u->page];

	page->first_piece = l->n_pieces;
	page->first_fill = l->n_fills;
	page->first_leaf = l->flow->tree.n_leaves;
	gp_set_furniture(u, title_of(l, *fragment));
	while (*fragment < l->n_fragments &&
	       l->fragments[*fragment].page == u->page)
		set_fragment(l, &l->fragments[(*fragment)++]);
	page->n_pieces = l->n_pieces - page->first_piece;
	page->n_fills = l->n_fills - page->first_fill;
	page->n_leaves = l->flow->tree.n_leaves - page->first_leaf;
}

void
gp_layout_set(struct gp_layout *l)
{
	struct gp_furniture u = { .l = l, .body_pages = count_body_pages(l) };
	size_t fragment = 0;

	for (u.page = 0; u.page < l->n_pages; u.page++) {
		set_page(&u, &fragment);
		if (!gp_layout_alive(l))
			return;
	}
	gp_missing_report(l);
}
